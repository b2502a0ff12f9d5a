/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text.h"
#include "report/sheet-private.h"

#define PADDING 4.0
#define LABEL_WIDTH 132.0

/* Cells side by side, whose words go on over as many pages as they need. */
typedef struct
{
  guint n;
  const double *widths;
  double size, padding;
  gboolean ruled;
  PangoLayout *layouts[SHEET_COLUMNS_MOST];
  GArray *cells[SHEET_COLUMNS_MOST];
  guint tags[SHEET_COLUMNS_MOST];
  int firsts[SHEET_COLUMNS_MOST]; /* the line that each goes on with */
} Row;

static void
draw_borders (MftSheet *sheet, const Row *row, double top, double bottom)
{
  cairo_t *cr = mft_canvas_cairo (sheet->canvas);
  double x = SHEET_MARGIN;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < row->n; i++)
    {
      cairo_rectangle (cr, x, top, row->widths[i], bottom - top);
      x += row->widths[i];
    }
  mft_canvas_stroke (sheet->canvas);
  cairo_restore (cr);
}

/* Draws of each cell what fits on this page. Returns whether anything is left. */
static gboolean
draw_row_part (MftSheet *sheet, Row *row)
{
  double top = sheet->y;
  double lowest = top;
  double x = SHEET_MARGIN;
  gboolean more = FALSE;

  for (guint i = 0; i < row->n; i++)
    {
      double y = top + row->padding;
      mft_canvas_enter_tag (sheet->canvas, row->tags[i]);
      row->firsts[i]
          = mft_sheet_draw_lines (sheet, row->layouts[i], row->cells[i], row->firsts[i], row->size,
                                  x + row->padding, &y, mft_sheet_bottom (sheet) - row->padding);
      lowest = MAX (lowest, y);
      more = more || row->firsts[i] < pango_layout_get_line_count (row->layouts[i]);
      x += row->widths[i];
    }
  mft_canvas_enter_tag (sheet->canvas, 0);
  if (row->ruled)
    draw_borders (sheet, row, top, lowest + row->padding);
  sheet->y = lowest + row->padding;
  return more;
}

static void
add_cell (MftSheet *sheet, Row *row, GArray *marked, MftSheetStyle style, guint tag)
{
  guint i = row->n++;

  row->cells[i] = marked;
  row->layouts[i]
      = mft_sheet_lay_out (sheet, marked, style, row->size, row->widths[i] - 2 * row->padding);
  row->tags[i] = tag;
}

static void
draw_row (MftSheet *sheet, Row *row)
{
  while (draw_row_part (sheet, row))
    mft_sheet_begin_page (sheet);
  for (guint i = 0; i < row->n; i++)
    g_object_unref (row->layouts[i]);
}

/* --- tables ----------------------------------------------------------------------------------------- */

static void
draw_table_row (MftSheet *sheet, GPtrArray *cells, MftSheetStyle style, const char *name)
{
  Row row = { .widths = sheet->widths, .size = SHEET_SIZE, .padding = PADDING, .ruled = TRUE };
  guint parent = mft_canvas_add_tag (sheet->canvas, sheet->table,
                                     g_str_equal (name, MFT_TAG_ARTIFACT) ? name : "TR");

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      guint tag = mft_canvas_add_tag (sheet->canvas, parent, name);
      add_cell (sheet, &row, g_ptr_array_index (cells, i), style, tag);
      if (!g_str_equal (name, "TH"))
        continue;
      mft_canvas_enter_tag (sheet->canvas, tag);
      mft_canvas_tag_scope (sheet->canvas, "Column");
    }
  draw_row (sheet, &row);
}

static void
draw_table_head (MftSheet *sheet, const char *name)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < sheet->n_columns; i++)
    g_ptr_array_add (cells, mft_marked_new_plain (sheet->titles[i]));
  draw_table_row (sheet, cells, MFT_SHEET_BOLD, name);
}

void
mft_sheet_repeat_head (MftSheet *sheet)
{
  if (sheet->n_columns > 0)
    draw_table_head (sheet, MFT_TAG_ARTIFACT);
}

void
mft_sheet_table_begin (MftSheet *sheet, const char *const *titles, const double *weights,
                       guint n_columns)
{
  double all = 0;

  g_return_if_fail (n_columns <= SHEET_COLUMNS_MOST);
  for (guint i = 0; i < n_columns; i++)
    all += weights[i];
  for (guint i = 0; i < n_columns; i++)
    sheet->widths[i] = (sheet->width - 2 * SHEET_MARGIN) * weights[i] / all;
  mft_sheet_need (sheet, 60);
  sheet->titles = titles;
  sheet->n_columns = n_columns;
  sheet->table = mft_canvas_add_tag (sheet->canvas, 0, "Table");
  draw_table_head (sheet, "TH");
}

void
mft_sheet_table_row (MftSheet *sheet, GPtrArray *cells)
{
  mft_sheet_need (sheet, SHEET_SIZE * 1.5 + 2 * PADDING);
  draw_table_row (sheet, cells, 0, "TD");
}

void
mft_sheet_table_end (MftSheet *sheet)
{
  sheet->n_columns = 0;
  sheet->y += SHEET_GAP;
}

/* --- facts ------------------------------------------------------------------------------------------ */

static void
set_grey (PangoLayout *layout, guint16 grey)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);

  pango_attr_list_change (attributes, pango_attr_foreground_new (grey, grey, grey));
}

void
mft_sheet_fact (MftSheet *sheet, const char *label, const char *text, MftSheetStyle style)
{
  double widths[] = { LABEL_WIDTH, sheet->width - 2 * SHEET_MARGIN - LABEL_WIDTH };
  g_autoptr (GArray) left = mft_sheet_plain (label);
  g_autoptr (GArray) right = mft_sheet_plain (text);
  gboolean small = (style & MFT_SHEET_SMALL) != 0;
  Row row = { .widths = widths, .size = small ? SHEET_SMALL : SHEET_SIZE, .padding = 2.5 };

  mft_sheet_need (sheet, row.size * 1.5 + 2 * row.padding);
  add_cell (sheet, &row, left, style, mft_canvas_add_tag (sheet->canvas, 0, "P"));
  add_cell (sheet, &row, right, style, mft_canvas_add_tag (sheet->canvas, 0, "P"));
  set_grey (row.layouts[0], 0x5555);
  draw_row (sheet, &row);
  mft_canvas_begin_tag (sheet->canvas, MFT_TAG_ARTIFACT);
  mft_sheet_rule (sheet, sheet->y, 0.4, 0.8);
  mft_canvas_end_tag (sheet->canvas);
}
