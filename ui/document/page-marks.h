/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is marked on one page: arrays of graphene_rect_t in points, NULL for nothing. Starts as zeros. */
typedef struct
{
  GArray *found;
  GArray *selected;
} MftPageMarks;

/* Takes references of its own. */
void mft_page_marks_set (MftPageMarks *marks, GArray *found, GArray *selected);
void mft_page_marks_clear (MftPageMarks *marks);

/* Over the page's picture, on light and dark paper; `factor` pixels a point. */
void mft_page_marks_snapshot (const MftPageMarks *marks, GtkSnapshot *snapshot, float factor);

G_END_DECLS
