/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* An incremental update (ISO 32000-2, 7.5.6): objects and one cross-reference section of the kind
 * the file ends with, to be written after the bytes that exist, which do not change. Only what is
 * put in is written. Object numbers never used before are given to new objects. */
typedef struct MftPdfUpdate MftPdfUpdate;

/* Borrows `file`. Refuses what cannot be continued: MFT_PDF_ERROR_ENCRYPTED; _DAMAGED for any fact
 * that is not harmless; _LIMIT. */
MftPdfUpdate *mft_pdf_update_new (MftPdfFile *file, GError **error);
void mft_pdf_update_free (MftPdfUpdate *update);

/* A number that nothing has. */
guint32 mft_pdf_update_new_number (MftPdfUpdate *update);

/* The dictionary or array with this number, to be changed; it is written with the update if it is
 * another then. Borrowed; the same one each time. Errors: MFT_PDF_ERROR_DAMAGED also if it is
 * neither. */
MftPdfObject *mft_pdf_update_edit (MftPdfUpdate *update, guint32 number, guint32 generation,
                                   GError **error);

/* What `key` of `holder` (itself being edited) holds or refers to, to be changed where it stands; an
 * empty one of this type if the key is missing. Borrowed. Errors: MFT_PDF_ERROR_DAMAGED if it is of
 * another type. */
MftPdfObject *mft_pdf_update_edit_value (MftPdfUpdate *update, MftPdfObject *holder,
                                         const char *key, MftPdfType type, GError **error);

/* Puts a new object in; takes `object`. */
void mft_pdf_update_put (MftPdfUpdate *update, guint32 number, MftPdfObject *object);

/* The same, as the bytes between "obj" and "endobj". */
void mft_pdf_update_put_bytes (MftPdfUpdate *update, guint32 number, GBytes *body);

/* All of it, to stand right after the file's last byte. The update is done then.
 * Errors: MFT_PDF_ERROR_LIMIT, _DAMAGED (a fact that only editing brought to light). */
GBytes *mft_pdf_update_finish (MftPdfUpdate *update, GError **error);

/* After finishing: where the body of `number` begins, counted from the file's first byte. */
goffset mft_pdf_update_place (const MftPdfUpdate *update, guint32 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfUpdate, mft_pdf_update_free)

G_END_DECLS
