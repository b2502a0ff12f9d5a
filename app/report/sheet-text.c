/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/fonts.h"
#include "draw/text.h"
#include "report/sheet-private.h"

#define TEXT_MOST 3000 /* characters */
#define POINTS(units) ((units) / (double) PANGO_SCALE)

GArray *
mft_sheet_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) > TEXT_MOST)
    *g_utf8_offset_to_pointer (valid, TEXT_MOST) = '\0';
  return mft_marked_new_plain (valid);
}

PangoLayout *
mft_sheet_lay_out (MftSheet *sheet, GArray *marked, MftSheetStyle style, double size, double width)
{
  g_autofree char *text = mft_marked_dup_text (marked);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  PangoLayout *layout = mft_fonts_layout (
      sheet->context, MFT_FONT_SANS, size,
      (style & MFT_SHEET_BOLD) != 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, valid);
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  gsize start = 0;

  for (guint i = 0; i < marked->len; i++)
    {
      const MftMarkedSpan *span = &g_array_index (marked, MftMarkedSpan, i);
      PangoColor colour;
      PangoAttribute *attribute;
      pango_color_parse (&colour, mft_mark_colour (span->kind));
      attribute = pango_attr_foreground_new (colour.red, colour.green, colour.blue);
      attribute->start_index = (guint) start;
      attribute->end_index = (guint) (start += strlen (span->text));
      pango_attr_list_insert (attributes, attribute);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if ((style & MFT_SHEET_CENTRED) != 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static void
rule (MftSheet *sheet, double from, double to, double y)
{
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);

  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  mft_canvas_stroke (sheet->canvas);
}

/* The lines that say on grey paper what the colours say: through the words, under them, twice under. */
static void
draw_marks (MftSheet *sheet, PangoLayoutLine *line, GArray *marked, double x, double baseline,
            double size)
{
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);
  int line_start = line->start_index, line_end = line->start_index + line->length;
  int start = 0;

  cairo_save (cr);
  cairo_set_line_width (cr, size * 0.06);
  for (guint i = 0; i < marked->len; i++)
    {
      const MftMarkedSpan *span = &g_array_index (marked, MftMarkedSpan, i);
      int end = start + (int) strlen (span->text);
      int from = MAX (start, line_start), to = MIN (end, line_end);
      start = end;
      if (span->kind == MFT_MARK_NONE || from >= to)
        continue;
      g_autofree int *ranges = NULL;
      int n_ranges;
      PangoColor colour;
      pango_color_parse (&colour, mft_mark_colour (span->kind));
      cairo_set_source_rgb (cr, colour.red / 65535.0, colour.green / 65535.0,
                            colour.blue / 65535.0);
      pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
      for (int j = 0; j < n_ranges; j++)
        {
          double left = x + POINTS (ranges[2 * j]), right = x + POINTS (ranges[2 * j + 1]);
          if (span->kind == MFT_MARK_REMOVED)
            rule (sheet, left, right, baseline - size * 0.28);
          else
            rule (sheet, left, right, baseline + size * 0.14);
          if (span->kind == MFT_MARK_MOVED)
            rule (sheet, left, right, baseline + size * 0.26);
        }
    }
  cairo_restore (cr);
}

int
mft_sheet_draw_lines (MftSheet *sheet, PangoLayout *layout, GArray *marked, int first, double size,
                      double x, double *y, double bottom)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n = 0;
  int drawn = first;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (n++ < first)
        continue;
      if (*y + POINTS (extents.height) > bottom)
        break;
      double baseline = *y + POINTS (pango_layout_iter_get_baseline (iter) - extents.y);
      g_autoptr (MftTextLine) shown = mft_text_line_new (line);
      mft_canvas_show_line (sheet->canvas, shown, x + POINTS (extents.x), baseline);
      /* Ranges count from the layout's left edge. */
      draw_marks (sheet, line, marked, x, baseline, size);
      *y += POINTS (extents.height);
      drawn++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return drawn;
}
