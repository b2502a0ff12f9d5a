/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Where pages are drawn: a PDF in memory, or one page on a surface somebody else owns (preview;
 * tags, links and outline mean nothing there). All lengths in points, y downwards. */
typedef struct MftCanvas MftCanvas;

MftCanvas *mft_canvas_new_pdf (void);
MftCanvas *mft_canvas_new_for (cairo_t *cr);
void mft_canvas_free (MftCanvas *canvas);

/* Borrowed. */
cairo_t *mft_canvas_cairo (MftCanvas *canvas);

void mft_canvas_begin_page (MftCanvas *canvas, double width, double height);

/* Structure element of a tagged PDF: "Sect", "H1", "P", "L", "LI", "Table", … Only on a page; it may
 * end on a later one. The root "Document" is there. */
void mft_canvas_begin_tag (MftCanvas *canvas, const char *name);
void mft_canvas_end_tag (MftCanvas *canvas, const char *name);

/* A named place at x, y of this page. `name` has no quotes or backslashes. */
void mft_canvas_destination (MftCanvas *canvas, const char *name, double x, double y);

/* An entry of the outline that leads to the named place. `parent` 0: top level. Returns its number. */
int mft_canvas_outline (MftCanvas *canvas, int parent, const char *text, const char *destination);

/* The PDF as cairo wrote it; only for a canvas made by mft_canvas_new_pdf(), once.
 * Errors: MFT_DRAW_ERROR_PDF. */
GBytes *mft_canvas_finish (MftCanvas *canvas, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCanvas, mft_canvas_free)

G_END_DECLS
