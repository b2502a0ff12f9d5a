/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/text.h"
#include "report/paper-private.h"

#define PADDING 4.0
#define LABEL_WIDTH 132.0

/* Cells side by side, whose words go on over as many pages as they need. */
typedef struct
{
  guint n;
  const double *widths;
  double size, padding;
  gboolean ruled;
  PangoLayout *layouts[PAPER_COLUMNS_MOST];
  GArray *cells[PAPER_COLUMNS_MOST];
  guint tags[PAPER_COLUMNS_MOST];
  int firsts[PAPER_COLUMNS_MOST]; /* the line that each goes on with */
} Row;

static void
draw_borders (MftPaper *paper, const Row *row, double top, double bottom)
{
  cairo_t *cr = mft_canvas_cairo (paper->canvas);
  double x = PAPER_MARGIN;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < row->n; i++)
    {
      cairo_rectangle (cr, x, top, row->widths[i], bottom - top);
      x += row->widths[i];
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Draws of each cell what fits on this page. Returns whether anything is left. */
static gboolean
draw_row_part (MftPaper *paper, Row *row)
{
  double top = paper->y;
  double lowest = top;
  double x = PAPER_MARGIN;
  gboolean more = FALSE;

  for (guint i = 0; i < row->n; i++)
    {
      double y = top + row->padding;
      mft_canvas_enter_tag (paper->canvas, row->tags[i]);
      row->firsts[i]
          = mft_paper_draw_lines (paper, row->layouts[i], row->cells[i], row->firsts[i], row->size,
                                  x + row->padding, &y, mft_paper_bottom (paper) - row->padding);
      lowest = MAX (lowest, y);
      more = more || row->firsts[i] < pango_layout_get_line_count (row->layouts[i]);
      x += row->widths[i];
    }
  mft_canvas_enter_tag (paper->canvas, 0);
  if (row->ruled)
    draw_borders (paper, row, top, lowest + row->padding);
  paper->y = lowest + row->padding;
  return more;
}

static void
add_cell (MftPaper *paper, Row *row, GArray *marked, MftPaperStyle style, guint tag)
{
  guint i = row->n++;

  row->cells[i] = marked;
  row->layouts[i]
      = mft_paper_lay_out (paper, marked, style, row->size, row->widths[i] - 2 * row->padding);
  row->tags[i] = tag;
}

static void
draw_row (MftPaper *paper, Row *row)
{
  while (draw_row_part (paper, row))
    mft_paper_begin_page (paper);
  for (guint i = 0; i < row->n; i++)
    g_object_unref (row->layouts[i]);
}

/* --- tables ----------------------------------------------------------------------------------------- */

static void
draw_table_row (MftPaper *paper, GPtrArray *cells, MftPaperStyle style, const char *name)
{
  Row row = { .widths = paper->widths, .size = PAPER_SIZE, .padding = PADDING, .ruled = TRUE };
  guint parent = mft_canvas_add_tag (paper->canvas, paper->table,
                                     g_str_equal (name, MFT_TAG_ARTIFACT) ? name : "TR");

  for (guint i = 0; i < paper->n_columns; i++)
    {
      guint tag = mft_canvas_add_tag (paper->canvas, parent, name);
      add_cell (paper, &row, g_ptr_array_index (cells, i), style, tag);
      if (!g_str_equal (name, "TH"))
        continue;
      mft_canvas_enter_tag (paper->canvas, tag);
      mft_canvas_tag_scope (paper->canvas, "Column");
    }
  draw_row (paper, &row);
}

static void
draw_table_head (MftPaper *paper, const char *name)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < paper->n_columns; i++)
    g_ptr_array_add (cells, mft_marked_new_plain (paper->titles[i]));
  draw_table_row (paper, cells, MFT_PAPER_BOLD, name);
}

void
mft_paper_repeat_head (MftPaper *paper)
{
  if (paper->n_columns > 0)
    draw_table_head (paper, MFT_TAG_ARTIFACT);
}

void
mft_paper_table_begin (MftPaper *paper, const char *const *titles, const double *weights,
                       guint n_columns)
{
  double all = 0;

  g_return_if_fail (n_columns <= PAPER_COLUMNS_MOST);
  for (guint i = 0; i < n_columns; i++)
    all += weights[i];
  for (guint i = 0; i < n_columns; i++)
    paper->widths[i] = (paper->width - 2 * PAPER_MARGIN) * weights[i] / all;
  mft_paper_need (paper, 60);
  paper->titles = titles;
  paper->n_columns = n_columns;
  paper->table = mft_canvas_add_tag (paper->canvas, 0, "Table");
  draw_table_head (paper, "TH");
}

void
mft_paper_table_row (MftPaper *paper, GPtrArray *cells)
{
  mft_paper_need (paper, PAPER_SIZE * 1.5 + 2 * PADDING);
  draw_table_row (paper, cells, 0, "TD");
}

void
mft_paper_table_end (MftPaper *paper)
{
  paper->n_columns = 0;
  paper->y += PAPER_GAP;
}

/* --- facts ------------------------------------------------------------------------------------------ */

void
mft_paper_fact (MftPaper *paper, const char *label, const char *text, MftPaperStyle style)
{
  double widths[] = { LABEL_WIDTH, paper->width - 2 * PAPER_MARGIN - LABEL_WIDTH };
  g_autoptr (GArray) left = mft_paper_plain (label);
  g_autoptr (GArray) right = mft_paper_plain (text);
  gboolean small = (style & MFT_PAPER_SMALL) != 0;
  Row row = { .widths = widths, .size = small ? PAPER_SMALL : PAPER_SIZE, .padding = 1.5 };

  mft_paper_need (paper, row.size * 1.5 + 2 * row.padding);
  add_cell (paper, &row, left, style, mft_canvas_add_tag (paper->canvas, 0, "P"));
  add_cell (paper, &row, right, style, mft_canvas_add_tag (paper->canvas, 0, "P"));
  draw_row (paper, &row);
}
