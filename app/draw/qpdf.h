/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/qpdf-late.h"

G_BEGIN_DECLS

/* libqpdf for PDFs that this room made itself. */
typedef struct _qpdf_data MftQpdf;

/* Reads `pdf`, which must outlive the result. Errors: MFT_DRAW_ERROR_PDF. */
MftQpdf *mft_qpdf_open (GBytes *pdf, GError **error);
void mft_qpdf_free (MftQpdf *pdf);

/* The sorted keys of a dictionary; qpdf has one key iterator only, so they are copied. */
GStrv mft_qpdf_keys (MftQpdf *pdf, qpdf_oh dictionary);

/* Item `index` of an array as a number. qpdf's own reads the locale's decimal comma. */
double mft_qpdf_number (MftQpdf *pdf, qpdf_oh array, int index);

/* Makes what cairo 1.16 and 1.18 leave unfit for PDF/A fit, on all pages: an Identity
 * CIDToGIDMap in CIDFontType2 (ISO 19005-3, 6.2.11.3.2), no Interpolate in images (6.2.8). */
void mft_qpdf_repair (MftQpdf *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftQpdf, mft_qpdf_free)

G_END_DECLS
