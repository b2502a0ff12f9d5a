/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/page-marks.h"

static const GdkRGBA found_colour = { 0.98F, 0.83F, 0.18F, 0.45F };
static const GdkRGBA selected_colour = { 0.21F, 0.52F, 0.89F, 0.35F };

static void
set_boxes (GArray **boxes, GArray *wanted)
{
  if (wanted != NULL)
    g_array_ref (wanted);
  g_clear_pointer (boxes, g_array_unref);
  *boxes = wanted;
}

void
mft_page_marks_set (MftPageMarks *marks, GArray *found, GArray *selected)
{
  set_boxes (&marks->found, found);
  set_boxes (&marks->selected, selected);
}

void
mft_page_marks_clear (MftPageMarks *marks)
{
  mft_page_marks_set (marks, NULL, NULL);
}

static void
show (GArray *boxes, GtkSnapshot *snapshot, float factor, const GdkRGBA *colour)
{
  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    {
      graphene_rect_t area = g_array_index (boxes, graphene_rect_t, i);
      graphene_rect_scale (&area, factor, factor, &area);
      gtk_snapshot_append_color (snapshot, colour, &area);
    }
}

void
mft_page_marks_snapshot (const MftPageMarks *marks, GtkSnapshot *snapshot, float factor)
{
  show (marks->found, snapshot, factor, &found_colour);
  show (marks->selected, snapshot, factor, &selected_colour);
}
