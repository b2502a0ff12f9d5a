/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command/subcommand.h"
#include "base/secret.h"
#include "container/json-writer.h"
#include "pki/certificate.h"

G_BEGIN_DECLS

/* What stands behind "mufakat certificate ACTION"; borrowed from argv. */
typedef struct
{
  const char *subject; /* a file, or which certificate; NULL for list and practice */
  GPtrArray *subjects; /* all of them (const char *), the action's name before them */
  const char *output, *passphrase_file, *new_passphrase_file, *name, *organization, *unit, *email;
  const char *key, *token_module;
  gboolean yes, force, json, remove;
} MftCertificateArguments;

MftExit mft_certificate_import_files (const MftCertificateArguments *arguments);
MftExit mft_certificate_request (const MftCertificateArguments *arguments);
MftExit mft_certificate_export_key (const MftCertificateArguments *arguments);
MftExit mft_certificate_change_passphrase (const MftCertificateArguments *arguments);

/* Says what was done with a certificate, as a sentence or as JSON. */
MftExit mft_certificate_say (const MftCertificateArguments *arguments, const char *sentence,
                             const MftCertificate *certificate);

/* The passphrase of --passphrase-file, or from the terminal; says what went wrong. */
MftExit mft_certificate_ask (const MftCertificateArguments *arguments, MftSecret **passphrase);

MftExit mft_certificate_list (const MftCertificateArguments *arguments);

MftExit mft_certificate_tokens (const MftCertificateArguments *arguments);

/* One certificate as an object. */
void mft_certificate_write (MftJsonWriter *json, const char *key,
                            const MftCertificate *certificate);

G_END_DECLS
