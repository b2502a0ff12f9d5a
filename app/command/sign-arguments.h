/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "command/command.h"

G_BEGIN_DECLS

/* What stands behind "mufakat sign"; borrowed from argv. */
typedef struct
{
  const char *output, *p12, *identity, *passphrase_file;
  const char *field, *page, *rect, *certify;
  const char *office, *name, *reason, *location;
  const char *level, *timestamp_url, *timestamp_auth_file;
  gboolean invisible, yes, force, json;
} MftSignArguments;

/* Reads them and fills all of `request` but input, output and key. Says what is wrong. */
MftExit mft_sign_arguments_parse (MftSignArguments *arguments, int argc, char **argv,
                                  GPtrArray *inputs, MftSigningRequest *request);

G_END_DECLS
