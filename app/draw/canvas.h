/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/finish.h"
#include "draw/tags.h"
#include "draw/text.h"

G_BEGIN_DECLS

/* Where pages are drawn: a PDF, or one page on a surface somebody else owns (preview; tags, links and
 * outline mean nothing there). All lengths in points, y downwards. */
typedef struct MftCanvas MftCanvas;

MftCanvas *mft_canvas_new_pdf (void);
MftCanvas *mft_canvas_new_for (cairo_t *cr);
void mft_canvas_free (MftCanvas *canvas);

/* Where paths are made, and where colour (without transparency), line width and place of what is drawn next
 * are set; what is drawn on it by cairo's own calls is in no PDF. Borrowed. */
cairo_t *mft_canvas_cairo (MftCanvas *canvas);

void mft_canvas_begin_page (MftCanvas *canvas, double width, double height);

/* Structure element of a tagged PDF: "Sect", "H1", "P", "L", "LI", "Table", …, inside the one that is
 * open. Only on a page; it may end on a later one. The root "Document" is there; what is drawn right
 * in it, and in MFT_TAG_ARTIFACT, belongs to no text. */
void mft_canvas_begin_tag (MftCanvas *canvas, const char *name);
void mft_canvas_end_tag (MftCanvas *canvas);

/* The same element by element: a new one in another (0: the Document), and going (back) into one.
 * Returns its number. */
guint mft_canvas_add_tag (MftCanvas *canvas, guint parent, const char *name);
void mft_canvas_enter_tag (MftCanvas *canvas, guint tag);

/* A picture's words, a header cell's direction, the form field that the open element is: tags.h. */
void mft_canvas_tag_alternative (MftCanvas *canvas, const char *text);
void mft_canvas_tag_scope (MftCanvas *canvas, const char *scope);
void mft_canvas_tag_field (MftCanvas *canvas, const char *name);

/* Fills the path, or draws along it; it is gone then. */
void mft_canvas_fill (MftCanvas *canvas);
void mft_canvas_stroke (MftCanvas *canvas);

/* Nothing is shown outside of the path, which is gone then, until the end; state set between is, too. */
void mft_canvas_begin_clip (MftCanvas *canvas);
void mft_canvas_end_clip (MftCanvas *canvas);

/* A line, its left end at x, the baseline at y, with its links. */
void mft_canvas_show_line (MftCanvas *canvas, const MftTextLine *line, double x, double y);

/* All lines of a layout, its upper left corner at x, y. */
void mft_canvas_show_layout (MftCanvas *canvas, PangoLayout *layout, double x, double y);

/* A named place at x, y of this page. */
void mft_canvas_destination (MftCanvas *canvas, const char *name, double x, double y);

/* A heading of the outline, that leads to the named place. */
void mft_canvas_outline (MftCanvas *canvas, const char *words, const char *destination);

/* The PDF/A-3b (ISO 19005-3) with a classic table of its objects; equal input gives equal bytes. Only for a
 * canvas made by mft_canvas_new_pdf(), once, with a page at least. Errors: MFT_DRAW_ERROR_PDF. */
GBytes *mft_canvas_finish (MftCanvas *canvas, const MftFinish *finish, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCanvas, mft_canvas_free)

G_END_DECLS
