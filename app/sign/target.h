/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/signature-field.h"
#include "sign/request.h"

G_BEGIN_DECLS

/* The field that is going to be signed: one that is there, or a new one. */
typedef struct
{
  char *name;
  const MftPdfSignatureField *field; /* borrowed from the list; NULL: a new one */
  MftPdfPage *page;                  /* where it is seen, or the first for an invisible new one */
  MftPdfRect rect;                   /* in the page's space */
  gboolean visible;
} MftSignTarget;

/* `fields`: mft_pdf_signature_fields() of the last revision; has to outlive the target.
 * Errors: MFT_SIGN_ERROR_NO_FIELD, _FIELD_SIGNED, _CHOICE, _PLACE, _UNSUPPORTED; MFT_PDF_ERROR. */
MftSignTarget *mft_sign_target_new (MftPdfFile *file, GPtrArray *fields,
                                    const MftSignRequest *request, GError **error);
void mft_sign_target_free (MftSignTarget *target);

/* The size as seen, in points. */
void mft_sign_target_seen_size (const MftSignTarget *target, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSignTarget, mft_sign_target_free)

G_END_DECLS
