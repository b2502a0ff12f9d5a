/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "draw/canvas.h"
#include "draw/under-words.h"

G_BEGIN_DECLS

/* The emblem on stamps and in page feet: the project's own plain one (a key in a ring, the letters
 * BSrE), or a file an institution supplies. BSrE's logo is BSrE's; none is shipped. Immutable once
 * made, but draw with it from one thread at a time. */
typedef struct MftMark MftMark;

/* The project's own. */
MftMark *mft_mark_new (void);

/* An SVG, PNG or JPEG file, told by its first bytes. Errors: G_FILE_ERROR, MFT_DRAW_ERROR_IMAGE. */
MftMark *mft_mark_new_from_file (const char *path, GError **error);

/* The same of its bytes; NULL if they are neither. */
MftMark *mft_mark_new_from_bytes (GBytes *bytes);

/* Whatever `draw` paints at 0, 0, so many points wide and high, over white. Nobody knows what fonts and
 * colours that needs, so a PDF gets it as a picture of MFT_MARK_DPI dots an inch, with `words` under it (or
 * NULL). `data` and `words` are taken over. */
#define MFT_MARK_DPI 220
typedef void (*MftMarkDraw) (gpointer data, cairo_t *cr);
MftMark *mft_mark_new_drawn (double width, double height, MftMarkDraw draw, gpointer data,
                             GDestroyNotify destroy, MftUnderWords *words);

MftMark *mft_mark_ref (MftMark *mark);
void mft_mark_unref (MftMark *mark);

/* Its height as a part of its width. */
double mft_mark_get_ratio (MftMark *mark);

/* How wide it is at most, in points: infinite but for what mft_mark_new_drawn() made. */
double mft_mark_get_width (MftMark *mark);

/* Draws it as large as fits, centred, into the square with its upper left corner at x, y; points. */
void mft_mark_draw (MftMark *mark, cairo_t *cr, double x, double y, double size);

/* The same on a canvas. A PDF keeps a file's picture, and the project's own, once for all its pages. */
void mft_mark_show (MftMark *mark, MftCanvas *canvas, double x, double y, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftMark, mft_mark_unref)

G_END_DECLS
