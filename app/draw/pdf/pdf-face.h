/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <hb.h>

#include "draw/pdf/pdf-objects.h"

G_BEGIN_DECLS

/* A font of a PDF: the glyphs of one face that its pages show, with their widths and the characters they
 * stand for. Embedded as a Type 0 font whose codes are the face's own glyph numbers (ISO 32000-1, 9.7.4.2),
 * so that a page can be written before all glyphs are known. */
typedef struct MftPdfFace MftPdfFace;

/* NULL: HarfBuzz cannot make a font of it (bitmaps only, or a variable one). The face is kept. */
MftPdfFace *mft_pdf_face_new (hb_face_t *face);
void mft_pdf_face_free (MftPdfFace *face);

/* The glyph is shown where the text has these characters (NULL: where several glyphs make them up together).
 * FALSE: it stands for others already, and the page has to say which (14.9.4). */
gboolean mft_pdf_face_use (MftPdfFace *face, guint glyph, const char *characters, gsize bytes);

/* Thousandths of the size; of a glyph that is in use. */
int mft_pdf_face_width (MftPdfFace *face, guint glyph);

/* All its objects. Returns the number of the first, the font. */
guint mft_pdf_face_write (MftPdfFace *face, MftPdfObjects *objects);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfFace, mft_pdf_face_free)

G_END_DECLS
