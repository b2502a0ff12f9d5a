/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/stamp.h"
#include "pdf/page.h"

G_BEGIN_DECLS

/* The stamp on a page while its place is chosen: drawn by what draws it into the PDF, with handles.
 * Arrow keys move it, with Shift they make it larger and smaller, with Control by single points. Its
 * page moves it by pointer.
 *
 * Signal "moved" (MftPdfRect *): the person wants it there; nothing has changed yet. */
#define MFT_TYPE_STAMP_FRAME (mft_stamp_frame_get_type ())
G_DECLARE_FINAL_TYPE (MftStampFrame, mft_stamp_frame, MFT, STAMP_FRAME, GtkWidget)

/* So far the frame with its handles reaches over the stamp on every side, in pixels. */
#define MFT_STAMP_FRAME_MARGIN 7

GtkWidget *mft_stamp_frame_new (void);

/* `content` is copied. Points from the lower left corner of the page as seen. */
void mft_stamp_frame_set (MftStampFrame *self, const MftStampContent *content,
                          const MftPdfRect *rect);
const MftPdfRect *mft_stamp_frame_get_rect (MftStampFrame *self);

/* The page's size in points: it is never moved out of it. */
void mft_stamp_frame_set_page (MftStampFrame *self, double width, double height);

/* Without handles it stays where it is. */
void mft_stamp_frame_set_movable (MftStampFrame *self, gboolean movable);
gboolean mft_stamp_frame_get_movable (MftStampFrame *self);

G_END_DECLS
