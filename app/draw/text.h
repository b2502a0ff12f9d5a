/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Shows a line with its left end at x and its baseline at y, in points. Unlike pango's own function
 * it writes a real space at the line's end and nothing for characters without a picture, so that the
 * text of a PDF comes out whole and without replacement text. */
void mft_text_show_line (cairo_t *cr, PangoLayoutLine *line, double x, double y);

/* All lines of a layout, its upper left corner at x, y. */
void mft_text_show_layout (cairo_t *cr, PangoLayout *layout, double x, double y);

G_END_DECLS
