/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/paper.h"

#include <math.h>

#include "draw/canvas.h"
#include "draw/finish.h"
#include "draw/fonts.h"
#include "draw/text.h"

#define LONG_SIDE 841.89
#define SHORT_SIDE 595.28
#define MARGIN 48.0
#define SIZE 9.5
#define SMALL 8.0
#define PADDING 4.0
#define GAP 5.0
#define COLUMNS_MOST 8
#define POINTS(units) ((units) / (double) PANGO_SCALE)

struct MftPaper
{
  char *title;
  double width, height;
  MftCanvas *canvas;
  PangoContext *context;
  guint pages;
  double y; /* where the next thing begins on the page; 0: no page is open */

  /* The open table. */
  guint table; /* its structure element */
  guint n_columns;
  const char *const *titles;
  double widths[COLUMNS_MOST];
};

/* --- text ------------------------------------------------------------------------------------------- */

static PangoLayout *
lay_out (MftPaper *paper, GArray *marked, MftPaperStyle style, double size, double width)
{
  g_autofree char *text = mft_marked_dup_text (marked);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  PangoLayout *layout = mft_fonts_layout (
      paper->context, MFT_FONT_SANS, size,
      (style & MFT_PAPER_BOLD) != 0 ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, valid);
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
  if ((style & MFT_PAPER_CENTRED) != 0)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static void
rule (cairo_t *cr, double from, double to, double y)
{
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
}

/* The lines that say on grey paper what the colours say: through the words, under them, twice under. */
static void
draw_marks (cairo_t *cr, PangoLayoutLine *line, GArray *marked, double x, double baseline,
            double size)
{
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
            rule (cr, left, right, baseline - size * 0.28);
          else
            rule (cr, left, right, baseline + size * 0.14);
          if (span->kind == MFT_MARK_MOVED)
            rule (cr, left, right, baseline + size * 0.26);
        }
    }
  cairo_restore (cr);
}

/* Draws the lines from `first` that fit above `bottom`; returns the number of the first that does not, and
 * moves `y` below what was drawn. */
static int
draw_lines (cairo_t *cr, PangoLayout *layout, GArray *marked, int first, double size, double x,
            double *y, double bottom)
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
      mft_text_line_show (shown, cr, x + POINTS (extents.x), baseline);
      /* Ranges count from the layout's left edge. */
      draw_marks (cr, line, marked, x, baseline, size);
      *y += POINTS (extents.height);
      drawn++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return drawn;
}

/* --- pages ------------------------------------------------------------------------------------------ */

static double
bottom_of (const MftPaper *paper)
{
  return paper->height - MARGIN;
}

static void
draw_page_number (MftPaper *paper)
{
  g_autofree char *number = g_strdup_printf ("%u", ++paper->pages);
  PangoLayout *layout
      = mft_fonts_layout (paper->context, MFT_FONT_SANS, SMALL, PANGO_WEIGHT_NORMAL, number);

  mft_canvas_begin_tag (paper->canvas, MFT_TAG_ARTIFACT);
  mft_text_show_layout (mft_canvas_cairo (paper->canvas), layout, paper->width / 2,
                        paper->height - MARGIN * 0.7);
  mft_canvas_end_tag (paper->canvas);
  g_object_unref (layout);
}

static void draw_table_head (MftPaper *paper, const char *tag);

static void
begin_page (MftPaper *paper)
{
  mft_canvas_begin_page (paper->canvas, paper->width, paper->height);
  cairo_set_source_rgb (mft_canvas_cairo (paper->canvas), 0, 0, 0);
  draw_page_number (paper);
  paper->y = MARGIN;
  if (paper->n_columns > 0)
    draw_table_head (paper, MFT_TAG_ARTIFACT);
}

/* Room for `height` on this page, or on the next. */
static void
need (MftPaper *paper, double height)
{
  if (paper->y < 1 || paper->y + height > bottom_of (paper))
    begin_page (paper);
}

static void
flow (MftPaper *paper, GArray *marked, MftPaperStyle style, double size, const char *tag)
{
  g_autoptr (PangoLayout) layout = lay_out (paper, marked, style, size, paper->width - 2 * MARGIN);
  cairo_t *cr = mft_canvas_cairo (paper->canvas);
  int n = pango_layout_get_line_count (layout);

  need (paper, size * 1.5);
  mft_canvas_begin_tag (paper->canvas, tag);
  for (int first = 0; first < n;)
    {
      double top = paper->y;
      first = draw_lines (cr, layout, marked, first, size, MARGIN, &paper->y, bottom_of (paper));
      if ((style & MFT_PAPER_BAR) != 0 && paper->y > top)
        {
          cairo_rectangle (cr, MARGIN - 10, top, 2, paper->y - top);
          cairo_fill (cr);
        }
      if (first < n)
        begin_page (paper);
    }
  mft_canvas_end_tag (paper->canvas);
  paper->y += GAP;
}

void
mft_paper_heading (MftPaper *paper, guint level, const char *text)
{
  g_autoptr (GArray) marked = mft_marked_new_plain (text);

  /* Not alone at a page's foot. */
  need (paper, 60);
  flow (paper, marked, MFT_PAPER_BOLD, level == 1 ? 15 : 11.5, level == 1 ? "H1" : "H2");
}

void
mft_paper_text (MftPaper *paper, GArray *marked, MftPaperStyle style)
{
  flow (paper, marked, style, (style & MFT_PAPER_SMALL) != 0 ? SMALL : SIZE, "P");
}

void
mft_paper_break (MftPaper *paper)
{
  paper->y = 0;
}

/* --- tables ----------------------------------------------------------------------------------------- */

static void
draw_borders (MftPaper *paper, double top, double bottom)
{
  cairo_t *cr = mft_canvas_cairo (paper->canvas);
  double x = MARGIN;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < paper->n_columns; i++)
    {
      cairo_rectangle (cr, x, top, paper->widths[i], bottom - top);
      x += paper->widths[i];
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Draws of each cell what fits; `firsts` says where each goes on. Returns whether anything is left. */
static gboolean
draw_row_part (MftPaper *paper, PangoLayout **layouts, GPtrArray *cells, int *firsts,
               const guint *tags)
{
  double top = paper->y;
  double lowest = top;
  double x = MARGIN;
  gboolean more = FALSE;

  for (guint i = 0; i < paper->n_columns; i++)
    {
      double y = top + PADDING;
      mft_canvas_enter_tag (paper->canvas, tags[i]);
      firsts[i]
          = draw_lines (mft_canvas_cairo (paper->canvas), layouts[i], g_ptr_array_index (cells, i),
                        firsts[i], SIZE, x + PADDING, &y, bottom_of (paper) - PADDING);
      lowest = MAX (lowest, y);
      more = more || firsts[i] < pango_layout_get_line_count (layouts[i]);
      x += paper->widths[i];
    }
  mft_canvas_enter_tag (paper->canvas, 0);
  draw_borders (paper, top, lowest + PADDING);
  paper->y = lowest + PADDING;
  return more;
}

/* The structure elements of a row and its cells: a cell that goes over a page stays one element. */
static void
add_row_tags (MftPaper *paper, const char *tag, guint *tags)
{
  guint row = mft_canvas_add_tag (paper->canvas, paper->table,
                                  g_str_equal (tag, MFT_TAG_ARTIFACT) ? tag : "TR");

  for (guint i = 0; i < paper->n_columns; i++)
    {
      tags[i] = mft_canvas_add_tag (paper->canvas, row, tag);
      if (!g_str_equal (tag, "TH"))
        continue;
      mft_canvas_enter_tag (paper->canvas, tags[i]);
      mft_canvas_tag_scope (paper->canvas, "Column");
    }
}

static void
draw_row (MftPaper *paper, GPtrArray *cells, MftPaperStyle style, const char *tag)
{
  PangoLayout *layouts[COLUMNS_MOST];
  guint tags[COLUMNS_MOST];
  int firsts[COLUMNS_MOST] = { 0 };

  for (guint i = 0; i < paper->n_columns; i++)
    layouts[i] = lay_out (paper, g_ptr_array_index (cells, i), style, SIZE,
                          paper->widths[i] - 2 * PADDING);
  add_row_tags (paper, tag, tags);
  while (draw_row_part (paper, layouts, cells, firsts, tags))
    begin_page (paper);
  for (guint i = 0; i < paper->n_columns; i++)
    g_object_unref (layouts[i]);
}

static void
draw_table_head (MftPaper *paper, const char *tag)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < paper->n_columns; i++)
    g_ptr_array_add (cells, mft_marked_new_plain (paper->titles[i]));
  draw_row (paper, cells, MFT_PAPER_BOLD, tag);
}

void
mft_paper_table_begin (MftPaper *paper, const char *const *titles, const double *weights,
                       guint n_columns)
{
  double all = 0;

  g_return_if_fail (n_columns <= COLUMNS_MOST);
  for (guint i = 0; i < n_columns; i++)
    all += weights[i];
  for (guint i = 0; i < n_columns; i++)
    paper->widths[i] = (paper->width - 2 * MARGIN) * weights[i] / all;
  need (paper, 60);
  paper->titles = titles;
  paper->n_columns = n_columns;
  paper->table = mft_canvas_add_tag (paper->canvas, 0, "Table");
  draw_table_head (paper, "TH");
}

void
mft_paper_table_row (MftPaper *paper, GPtrArray *cells)
{
  need (paper, SIZE * 1.5 + 2 * PADDING);
  draw_row (paper, cells, 0, "TD");
}

void
mft_paper_table_end (MftPaper *paper)
{
  paper->n_columns = 0;
  paper->y += GAP;
}

/* --- the whole -------------------------------------------------------------------------------------- */

MftPaper *
mft_paper_new (const char *title, gboolean landscape, GError **error)
{
  if (!mft_fonts_check (MFT_FONT_SANS, error))
    return NULL;

  MftPaper *paper = g_new0 (MftPaper, 1);
  paper->title = g_strdup (title);
  paper->width = landscape ? LONG_SIDE : SHORT_SIDE;
  paper->height = landscape ? SHORT_SIDE : LONG_SIDE;
  paper->canvas = mft_canvas_new_pdf ();
  paper->context = mft_fonts_context ();
  return paper;
}

void
mft_paper_free (MftPaper *paper)
{
  g_clear_pointer (&paper->canvas, mft_canvas_free);
  g_object_unref (paper->context);
  g_free (paper->title);
  g_free (paper);
}

GBytes *
mft_paper_finish (MftPaper *paper, GDateTime *date, GError **error)
{
  g_autoptr (GBytes) drawn = mft_canvas_finish (paper->canvas, error);
  const MftFinish finish = {
    .title = paper->title,
    .date = date,
    .tags = mft_canvas_get_tags (paper->canvas),
  };

  return drawn != NULL ? mft_finish_pdf (drawn, &finish, error) : NULL;
}
