/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/object.h"

G_BEGIN_DECLS

/* What ISO 32000-2, 7.6 hides, opened again: the standard security handler, revisions 2 to 6. For
 * reading only. Knows nothing of a file: its values are handed over. */
typedef struct MftPdfCrypt MftPdfCrypt;

/* `encrypt` is the encryption dictionary with all its values direct, `id` the first string of the
 * trailer's /ID (NULL: none). `password` may be the user's or the owner's; empty is one too.
 * Errors: MFT_PDF_ERROR_ENCRYPTED: it is another password; _UNSUPPORTED: another handler. */
MftPdfCrypt *_mft_pdf_crypt_new (const MftPdfObject *encrypt, const MftPdfObject *id,
                                 const char *password, GError **error);
void _mft_pdf_crypt_free (MftPdfCrypt *crypt);

/* Opens every string in an object that stands at its own number, but a signature's /Contents, which
 * is never hidden. In place: the object must be the caller's alone. */
void _mft_pdf_crypt_open_strings (MftPdfCrypt *crypt, MftPdfObject *object, guint32 number,
                                  guint32 generation);

/* The data of a stream, opened. NULL: they are damaged. Owned by the caller. */
GBytes *_mft_pdf_crypt_open_stream (MftPdfCrypt *crypt, const MftPdfObject *stream, guint32 number,
                                    guint32 generation, GBytes *raw);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfCrypt, _mft_pdf_crypt_free)

G_END_DECLS
