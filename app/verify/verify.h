/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/secret.h"
#include "pdf/byte-source.h"
#include "pki/online-evidence.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* By what to judge. All zero is a good default but for `anchors`. */
typedef struct
{
  gint64 at;                     /* microseconds since 1970; 0: now */
  const MftAnchors *anchors;     /* NULL: the pinned ones */
  MftSecret *password;           /* of an encrypted file; NULL: try without */
  GPtrArray *certificates;       /* MftCertificate that may stand between, untrusted; NULL */
  MftRevocationSet *revocations; /* what is known besides what the file brings; NULL */
  MftOnlineEvidence *online;     /* asked for what is missing; then nobody's word about revocation
                                  * lowers the verdict; NULL: offline */
} MftVerifyOptions;

/* Looks at every signature of a PDF, offline by default, in constant memory and one pass over its bytes, and
 * judges by policy mufakat-1 (DESIGN.md §6). What cannot be read as PDF is a report with the verdict
 * "unreadable" and a message. `options` may be NULL. Owned by the caller.
 * Errors: G_IO_ERROR_CANCELLED; MFT_PDF_ERROR_UNREADABLE when the source itself fails. */
MftVerifyReport *mft_verify (MftByteSource *source, const MftVerifyOptions *options, MftJob *job,
                             GError **error);

/* The same for a file by name. */
MftVerifyReport *mft_verify_file (const char *path, const MftVerifyOptions *options, MftJob *job,
                                  GError **error);

G_END_DECLS
