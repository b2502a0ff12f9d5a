/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/paginate.h"

/* Lines of a paragraph that must stand together at a page's foot or head. */
#define LINES_TOGETHER 2

/* The smallest thing that stands on a page: a line of a piece, or a whole piece. */
typedef struct
{
  guint piece;
  guint line;
  double above; /* space over it, not at a page's head */
  double height;
  gboolean break_before; /* a page may begin with it; of a piece's first row only */
  gboolean page_before;  /* a page must */
} Row;

/* Row heights hold the padding of a table's cell in its first and last line. */
static double
row_height (const MftPiece *piece, guint line, guint lines)
{
  return piece->leading + (line == 0 ? piece->padding : 0)
         + (line + 1 == lines ? piece->padding : 0);
}

/* How much is asked of a page's end, the best first. */
typedef enum
{
  WHOLE_WORDS, /* what belongs together is together, and no word is cut */
  CUT_WORDS,
  CUT_CHAINS, /* what belongs together is too high for any page */
  N_DEMANDS
} Demand;

/* Whether a page that begins with line `from` may end before this one: two lines stay on each side. */
static gboolean
may_break (const MftPiece *piece, guint line, guint from, guint lines, Demand demand)
{
  if (line < from + LINES_TOGETHER || lines - line < LINES_TOGETHER)
    return FALSE;
  if (demand != WHOLE_WORDS)
    return TRUE;
  for (guint i = 0; i < piece->cells->len; i++)
    {
      const GArray *cell = g_array_index (piece->cells, MftCell, i).lines;
      if (line <= cell->len
          && mft_text_line_is_hyphenated (g_array_index (cell, MftPlacedLine, line - 1).line))
        return FALSE;
    }
  return TRUE;
}

static void
add_rows (GArray *rows, const MftPiece *piece, guint index, gboolean break_before)
{
  guint lines = mft_piece_is_whole (piece) ? 1 : piece->n_lines;

  for (guint line = 0; line < lines; line++)
    {
      Row row = { .piece = index, .line = line };
      row.height = mft_piece_is_whole (piece) ? piece->height : row_height (piece, line, lines);
      row.above = line == 0 ? piece->above : 0;
      row.page_before = line == 0 && piece->page_before;
      row.break_before = line == 0 && break_before;
      g_array_append_val (rows, row);
    }
}

static GArray *
all_rows (GPtrArray *pieces, guint from, guint to)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gboolean free_before = TRUE;

  for (guint i = from; i < to; i++)
    {
      const MftPiece *piece = pieces->pdata[i];
      add_rows (rows, piece, i, free_before && !piece->keep_previous);
      free_before = !piece->keep_next;
    }
  return rows;
}

static double
piece_height (const MftPiece *piece)
{
  guint lines = piece->n_lines;

  return mft_piece_is_whole (piece) ? piece->height : lines * piece->leading + 2 * piece->padding;
}

/* The head of the table that the row goes on with; -1 if it is not inside a table, or the head would
 * take half of the page. */
static int
head_of (GPtrArray *pieces, const Row *row, double height)
{
  const MftPiece *piece = pieces->pdata[row->piece];

  if (!piece->bordered || piece->head)
    return -1;
  for (int i = (int) row->piece - 1; i >= 0; i--)
    {
      const MftPiece *before = pieces->pdata[i];
      if (!before->bordered)
        return -1;
      if (before->head)
        return piece_height (before) < height / 2 ? i : -1;
    }
  return -1;
}

/* Whether a page that begins with `start` may end before the row. */
static gboolean
may_begin (GPtrArray *pieces, const Row *start, const Row *row, Demand demand)
{
  const MftPiece *piece = pieces->pdata[row->piece];

  if (row->line == 0)
    return row->break_before || demand == CUT_CHAINS;
  if (piece->together && demand != CUT_CHAINS)
    return FALSE;
  return may_break (piece, row->line, start->piece == row->piece ? start->line : 0, piece->n_lines,
                    demand);
}

/* Whether what must stay together with `from` fits on a page of its own. */
static gboolean
fits_together (GPtrArray *pieces, GArray *rows, guint from, double height)
{
  const Row *first = &g_array_index (rows, Row, from);
  double y = first->height;

  for (guint i = from + 1; i < rows->len && y <= height + 0.01; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      if (row->page_before || may_begin (pieces, first, row, CUT_WORDS))
        return TRUE;
      y += row->height + row->above;
    }
  return y <= height + 0.01;
}

/* The row after the last that fits on a page that begins with `start`. */
static guint
fill (GPtrArray *pieces, GArray *rows, guint start, double height)
{
  const Row *first = &g_array_index (rows, Row, start);
  int head = head_of (pieces, first, height);
  double y = head >= 0 ? piece_height (pieces->pdata[head]) : 0;
  guint at;

  for (at = start; at < rows->len; at++)
    {
      const Row *row = &g_array_index (rows, Row, at);
      if (at > start && row->page_before)
        return at;
      y += row->height + (at > start ? row->above : 0);
      if (y > height + 0.01 && at > start)
        break;
    }
  if (at == rows->len)
    return at;
  for (Demand demand = WHOLE_WORDS; demand < N_DEMANDS; demand++)
    for (guint end = at; end > start; end--)
      if (may_begin (pieces, first, &g_array_index (rows, Row, end), demand)
          && (demand == CUT_CHAINS || fits_together (pieces, rows, end, height)))
        return end;
  return at;
}

static void
add_fragment (GArray *page, const MftPiece *piece, const Row *row, double y)
{
  MftFragment *last = page->len > 0 ? &g_array_index (page, MftFragment, page->len - 1) : NULL;
  guint lines = piece->n_lines;
  gboolean ends = mft_piece_is_whole (piece) || row->line + 1 == lines;

  if (last != NULL && last->piece == row->piece && row->line > 0)
    {
      last->to = row->line + 1;
      last->height += row->height;
      last->last = ends;
      return;
    }
  MftFragment fragment
      = { row->piece, row->line, row->line + 1, y, row->height, row->line == 0, ends, FALSE };
  if (mft_piece_is_whole (piece))
    fragment.to = lines;
  g_array_append_val (page, fragment);
}

static GArray *
page_of (GPtrArray *pieces, GArray *rows, guint start, guint end, double height)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (MftFragment));
  int head = head_of (pieces, &g_array_index (rows, Row, start), height);
  double y = 0;

  if (head >= 0)
    {
      const MftPiece *piece = pieces->pdata[head];
      MftFragment fragment
          = { (guint) head, 0, piece->n_lines, 0, piece_height (piece), TRUE, TRUE, TRUE };
      g_array_append_val (page, fragment);
      y = fragment.height;
    }
  for (guint i = start; i < end; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      y += i > start ? row->above : 0;
      add_fragment (page, pieces->pdata[row->piece], row, y);
      y += row->height;
    }
  return page;
}

void
mft_paginate (GPtrArray *pieces, guint from, guint to, double height, GPtrArray *pages)
{
  g_autoptr (GArray) rows = all_rows (pieces, from, to);

  if (rows->len == 0)
    g_ptr_array_add (pages, g_array_new (FALSE, FALSE, sizeof (MftFragment)));
  for (guint start = 0; start < rows->len;)
    {
      guint end = fill (pieces, rows, start, height);
      g_ptr_array_add (pages, page_of (pieces, rows, start, end, height));
      start = end;
    }
}
