/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/pdf/pdf-resources.h"
#include "draw/text-private.h"

G_BEGIN_DECLS

/* What is drawn on a page or in a form, as a PDF's operators (ISO 32000-1, 8 and 9). Callers count from the
 * upper left corner downwards, in points; the PDF from the lower left one. */
typedef struct MftPdfContent MftPdfContent;

MftPdfContent *mft_pdf_content_new (MftPdfResources *resources, double height);
void mft_pdf_content_free (MftPdfContent *content);

double mft_pdf_content_get_height (MftPdfContent *content);

/* The operators so far. Borrowed. */
const GString *mft_pdf_content_end (MftPdfContent *content);

/* Drawing that belongs to an element of the structure, or to no text (14.7.4.2, 14.8.2.2). Not nested. */
void mft_pdf_content_begin_mark (MftPdfContent *content, const char *element, guint number);
void mft_pdf_content_begin_artifact (MftPdfContent *content);

/* Drawing that stands for these words, in one of the above (14.9.4). */
void mft_pdf_content_begin_words (MftPdfContent *content, const char *words, gsize bytes);

void mft_pdf_content_end_mark (MftPdfContent *content);

/* Glyphs where `cr` is, with its colour if they have none of their own. FALSE if the PDF cannot have the
 * face. */
gboolean mft_pdf_content_show_run (MftPdfContent *content, const MftTextRun *run, cairo_t *cr);

/* The path of `cr` with its colour and, for strokes, its line width; the path stays. */
void mft_pdf_content_fill (MftPdfContent *content, cairo_t *cr);
void mft_pdf_content_stroke (MftPdfContent *content, cairo_t *cr);

/* A form whose unit square, or box, `place` leads from. */
void mft_pdf_content_show_form (MftPdfContent *content, guint name, const cairo_matrix_t *place);

/* Nothing outside the path of `cr` is drawn until mft_pdf_content_unclip(). */
void mft_pdf_content_clip (MftPdfContent *content, cairo_t *cr);
void mft_pdf_content_unclip (MftPdfContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfContent, mft_pdf_content_free)

G_END_DECLS
