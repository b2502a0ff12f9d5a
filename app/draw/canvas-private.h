/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "draw/pdf/pdf-document.h"

G_BEGIN_DECLS

struct MftCanvas
{
  cairo_t *cr;
  MftPdfDocument *document; /* NULL: somebody else's surface */
  MftPdfContent *content;   /* of the page or form that is drawn on; borrowed from the page */
  MftTags *tags;            /* NULL with somebody else's surface */
  gboolean marked;          /* what is drawn now stands in a mark already */
  GError *error;            /* the first thing that could not be drawn */
};

/* To the PDF's page: the mark that the open element needs is there. Borrowed. */
MftPdfContent *_mft_canvas_content (MftCanvas *canvas);

/* What is drawn until the end becomes a form, so many points wide and high, from its own upper left corner.
 * Returns the name that the PDF's pages have for it. `key`: MftPdfResources. */
void _mft_canvas_begin_form (MftCanvas *canvas, MftPdfContent **around, double height);
guint _mft_canvas_end_form (MftCanvas *canvas, MftPdfContent **around, gconstpointer key,
                            double width);

G_END_DECLS
