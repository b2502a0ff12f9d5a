/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "command/completion.h"

G_BEGIN_DECLS

/* What stands behind "mufakat sign"; words are borrowed from argv. */
typedef struct
{
  const char *output, *p12, *identity, *token, *token_module, *passphrase_file;
  const char *esign, *esign_version, *esign_account_file, *nik_file, *totp_file;
  const char *field, *page, *rect, *anchor, *certify, *digest;
  const char *office, *name, *reason, *location;
  MftCompletionArguments completion;
  gboolean invisible, pss, yes, force, json;
} MftSignArguments;

static inline void
mft_sign_arguments_clear (MftSignArguments *arguments)
{
  mft_completion_arguments_clear (&arguments->completion);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftSignArguments, mft_sign_arguments_clear)

/* Reads them and fills all of `request` but input, output and key. Says what is wrong. */
MftExit mft_sign_arguments_parse (MftSignArguments *arguments, int argc, char **argv,
                                  GPtrArray *inputs, MftSigningRequest *request);

G_END_DECLS
