/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/timestamp-authority.h"
#include "sign/level.h"

#include "command/verify-evidence.h"

G_BEGIN_DECLS

/* --level and what a level takes, for the commands that sign or complete. Words are borrowed from
 * argv. */
typedef struct
{
  const char *level, *timestamp_url, *timestamp_auth_file;
  gboolean online;
  MftVerifyEvidence files;

  MftTimestampAuthority *authority;
  MftAnchors *anchors;
  GPtrArray *certificates;
  MftRevocationSet *revocations;
  MftOnlineEvidence *asked;
} MftCompletionArguments;

/* Their options, at the front of `options`; how many. */
#define MFT_COMPLETION_OPTIONS(arguments)                                                          \
  { "--level", MFT_OPTION_VALUE, &(arguments)->level },                                            \
      { "--timestamp-url", MFT_OPTION_VALUE, &(arguments)->timestamp_url },                        \
      { "--timestamp-auth-file", MFT_OPTION_VALUE, &(arguments)->timestamp_auth_file },            \
      { "--online", MFT_OPTION_FLAG, &(arguments)->online },                                       \
      { "--crl", MFT_OPTION_LIST, &(arguments)->files.crls },                                      \
      { "--ocsp", MFT_OPTION_LIST, &(arguments)->files.ocsps },                                    \
  {                                                                                                \
    "--certs", MFT_OPTION_LIST, &(arguments)->files.certificates                                   \
  }

/* Whether the words fit together; says what is wrong. `least`: the lowest level there is here;
 * `fallback`: the one without --level. */
MftExit mft_completion_check (const MftCompletionArguments *arguments, MftSignLevel least,
                              MftSignLevel fallback, MftSignLevel *level);

/* Reads the files, opens the network if it was asked for, and fills `completion` but its level; says
 * what cannot be read. `completion` borrows from `arguments`. */
MftExit mft_completion_open (MftCompletionArguments *arguments, MftSignCompletion *completion);

void mft_completion_arguments_clear (MftCompletionArguments *arguments);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftCompletionArguments, mft_completion_arguments_clear)

G_END_DECLS
