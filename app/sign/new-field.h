/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/page.h"
#include "pdf/update.h"

G_BEGIN_DECLS

/* Annotation flags Print and Locked (ISO 32000-2, 12.5.3). */
#define MFT_SIGN_WIDGET_FLAGS (4 | 128)

/* Adds a signature field that is its own widget to `page` (`rect` in its space) and to `form`, which
 * is being edited; borrowed. Errors: MFT_PDF_ERROR. */
MftPdfObject *mft_sign_new_field (MftPdfUpdate *update, MftPdfObject *form, const MftPdfPage *page,
                                  const MftPdfRect *rect, const char *name, GError **error);

/* A name at the top of the form that no field of any kind has: `stem`_1, _2… Owned by the caller.
 * Errors: MFT_PDF_ERROR. */
char *mft_sign_free_name (MftPdfFile *file, const char *stem, GError **error);

/* Whether some field has it. `fields`: the form's /Fields, resolved. */
gboolean mft_sign_name_is_taken (MftPdfFile *file, const MftPdfObject *fields, const char *name);

G_END_DECLS
