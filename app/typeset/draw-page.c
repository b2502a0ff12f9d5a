/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages-private.h"
#include "typeset/paginate.h"

#include "draw/fonts.h"

#include <math.h>

#define NUMBER_ABOVE_TEXT 28.0
#define NOTICE_SIZE 7.0
#define NOTICE_LEADING 9.0
#define NOTICE_MARK 22.0
#define NOTICE_BELOW_TEXT 18.0

/* The middle of capitals and small letters stands in the middle of the line. */
double
_mft_piece_baseline (const MftPiece *piece)
{
  return piece->leading / 2 + piece->size * 0.34;
}

static void
draw_cell (const MftPiece *piece, const MftCell *cell, const MftFragment *fragment, double left,
           double top, cairo_t *cr)
{
  double y = top + cell->y + (fragment->from == 0 ? piece->padding : 0);

  for (guint i = fragment->from; i < MIN (fragment->to, cell->lines->len); i++)
    {
      const MftPlacedLine *placed = &g_array_index (cell->lines, MftPlacedLine, i);
      mft_text_line_show (placed->line, cr, left + cell->x + placed->x,
                          y + _mft_piece_baseline (piece));
      y += piece->leading;
    }
}

/* The frame around each cell of a table's row. */
static void
draw_borders (const MftPiece *piece, const MftFragment *fragment, double left, double top,
              cairo_t *cr)
{
  const double padding = 4;

  cairo_set_line_width (cr, 0.5);
  for (guint i = 0; i < piece->cells->len; i++)
    {
      const MftCell *cell = &g_array_index (piece->cells, MftCell, i);
      cairo_rectangle (cr, left + cell->x - padding, top, cell->width + 2 * padding,
                       fragment->height);
      cairo_stroke (cr);
    }
}

static void
draw_row_cells (const MftPiece *piece, const MftFragment *fragment, double left, double top,
                MftCanvas *canvas)
{
  const char *tag = piece->head ? "TH" : "TD";

  for (guint i = 0; i < piece->cells->len; i++)
    {
      mft_canvas_begin_tag (canvas, tag);
      draw_cell (piece, &g_array_index (piece->cells, MftCell, i), fragment, left, top,
                 mft_canvas_cairo (canvas));
      mft_canvas_end_tag (canvas, tag);
    }
}

static void
draw_fragment (const MftPages *pages, const MftFragment *fragment, MftCanvas *canvas)
{
  const MftPiece *piece = pages->pieces->pdata[fragment->piece];
  double left = pages->profile->left, top = pages->profile->top + fragment->y;
  cairo_t *cr = mft_canvas_cairo (canvas);

  if (piece->destination != NULL && fragment->first)
    {
      mft_canvas_destination (canvas, piece->destination, left, top - 12);
      if (piece->outline != NULL)
        mft_canvas_outline (canvas, 0, piece->outline, piece->destination);
    }
  if (piece->bordered)
    draw_borders (piece, fragment, left, top, cr);
  mft_canvas_begin_tag (canvas, piece->tag);
  if (piece->bordered)
    draw_row_cells (piece, fragment, left, top, canvas);
  else
    for (guint i = 0; i < piece->cells->len; i++)
      draw_cell (piece, &g_array_index (piece->cells, MftCell, i), fragment, left, top, cr);
  mft_canvas_end_tag (canvas, piece->tag);
}

/* KONSEP across the page, as outlines: no word of the text. */
static void
draw_draft (const MftPages *pages, cairo_t *cr)
{
  PangoContext *context = mft_fonts_context ();
  PangoLayout *layout = mft_fonts_layout (context, MFT_FONT_SANS, 130, PANGO_WEIGHT_BOLD, "KONSEP");
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, pages->profile->width / 2, pages->profile->height / 2);
  cairo_rotate (cr, -atan2 (pages->profile->height, pages->profile->width));
  cairo_move_to (cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
  cairo_fill (cr);
  cairo_restore (cr);
  g_object_unref (layout);
  g_object_unref (context);
}

static void
draw_number (const MftPages *pages, guint page, cairo_t *cr)
{
  const MftTextLine *line = pages->numbers->pdata[page];
  const MftProfile *profile = pages->profile;

  if (line != NULL)
    mft_text_line_show (
        line, cr,
        (profile->left + profile->width - profile->right - mft_text_line_width (line)) / 2,
        profile->top - NUMBER_ABOVE_TEXT);
}

/* Under a hairline: the mark at the left, the notice's lines centred. */
static void
draw_notice (const MftPages *pages, cairo_t *cr)
{
  const MftProfile *profile = pages->profile;
  double right = profile->width - profile->right;
  double top = profile->height - profile->bottom + NOTICE_BELOW_TEXT;
  double y = top + 6 + NOTICE_MARK / 2 - NOTICE_LEADING * ((double) pages->notice->len / 2 - 1)
             - NOTICE_SIZE * 0.35;

  if (pages->notice->len == 0)
    return;
  cairo_set_source_rgb (cr, 0.65, 0.65, 0.65);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, profile->left, top);
  cairo_line_to (cr, right, top);
  cairo_stroke (cr);
  mft_mark_draw (pages->mark, cr, profile->left, top + 6, NOTICE_MARK);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < pages->notice->len; i++)
    {
      const MftTextLine *line = pages->notice->pdata[i];
      mft_text_line_show (line, cr, (profile->left + right - mft_text_line_width (line)) / 2, y);
      y += NOTICE_LEADING;
    }
}

void
_mft_pages_draw_on (const MftPages *pages, guint page, MftCanvas *canvas)
{
  const GArray *fragments = pages->cut->pdata[page];
  cairo_t *cr = mft_canvas_cairo (canvas);

  if (pages->draft)
    draw_draft (pages, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_number (pages, page, cr);
  for (guint i = 0; i < fragments->len; i++)
    draw_fragment (pages, &g_array_index (fragments, MftFragment, i), canvas);
  draw_notice (pages, cr);
}
