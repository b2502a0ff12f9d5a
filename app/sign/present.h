/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/signature-field.h"
#include "pki/timestamp.h"

G_BEGIN_DECLS

/* A signature or document timestamp that a file holds. */
typedef struct
{
  char *field;
  gint64 end;          /* where the bytes end that it covers */
  MftCms *cms;         /* of the signature, or of the document timestamp */
  MftTimestamp *stamp; /* of a document timestamp, whose `cms` is inside; else NULL */
  MftTimestamp *token; /* that a signature carries; NULL */
} MftPresentSignature;

/* All that can be read as one, in the order of what they cover (MftPresentSignature, free function
 * set); others are passed over. Errors: MFT_PDF_ERROR. */
GPtrArray *mft_present_signatures (MftPdfFile *file, GError **error);

/* When it was there, as timestamps say: its own or a document timestamp over it; `proven` FALSE:
 * nobody says, and it is `now`. In microseconds since 1970. */
gint64 mft_present_signature_time (const MftPresentSignature *signature, GPtrArray *all, gint64 now,
                                   gboolean *proven);

G_END_DECLS
