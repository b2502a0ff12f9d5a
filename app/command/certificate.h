/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command/subcommand.h"
#include "container/json-writer.h"
#include "pki/certificate.h"

G_BEGIN_DECLS

/* What stands behind "mufakat certificate ACTION"; borrowed from argv. */
typedef struct
{
  const char *subject; /* a file, or which certificate; NULL for list and practice */
  const char *output, *passphrase_file, *name, *organization;
  gboolean yes, force, json, remove;
} MftCertificateArguments;

MftExit mft_certificate_list (const MftCertificateArguments *arguments);

/* One certificate as an object. */
void mft_certificate_write (MftJsonWriter *json, const MftCertificate *certificate);

G_END_DECLS
