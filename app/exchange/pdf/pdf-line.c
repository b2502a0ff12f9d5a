/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-line.h"

#include "exchange/pdf/pdf-hanging.h"

#define EDGE_LINES 3

void
mft_pdf_line_free (MftPdfLine *line)
{
  g_free (line->words);
  g_clear_pointer (&line->styles, g_byte_array_unref);
  g_free (line);
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const MftPdfPiece *first = *(const MftPdfPiece *const *) a;
  const MftPdfPiece *second = *(const MftPdfPiece *const *) b;

  return (first->top > second->top) - (first->top < second->top);
}

static int
compare_sides (gconstpointer a, gconstpointer b)
{
  const MftPdfPiece *first = *(const MftPdfPiece *const *) a;
  const MftPdfPiece *second = *(const MftPdfPiece *const *) b;

  return (first->left > second->left) - (first->left < second->left);
}

static MftPdfLine *
make_line (GPtrArray *row, guint number)
{
  MftPdfLine *line = g_new0 (MftPdfLine, 1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    {
      const MftPdfPiece *piece = row->pdata[i];
      double height = piece->bottom - piece->top;

      if (i == 0)
        *line = (MftPdfLine){ .page = number,
                              .left = piece->left,
                              .right = piece->right,
                              .top = piece->top,
                              .height = height,
                              .first = piece->first - piece->left,
                              .styles = g_byte_array_new () };
      else if (piece->left > line->right + MFT_PDF_COLUMN_GAP * height)
        g_string_append (words, "   ");
      /* Or beside it, a little lower: a cell of two lines, its neighbour of one between them. */
      else if (piece->left > line->right + MFT_PDF_WORD_GAP * height
               || piece->left < line->right - height)
        g_string_append_c (words, ' ');
      g_string_append (words, piece->words->str);
      g_byte_array_append (line->styles, piece->styles->data, piece->styles->len);
      line->right = MAX (line->right, piece->right);
      line->top = MIN (line->top, piece->top);
    }
  line->words = g_strchomp (g_string_free (words, FALSE));
  return line;
}

/* Arrays of pieces, from the top and in each from the left. */
static GPtrArray *
find_rows (GPtrArray *pieces)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint i = 0;

  g_ptr_array_sort (pieces, compare_pieces);
  while (i < pieces->len)
    {
      GPtrArray *row = g_ptr_array_new ();
      const MftPdfPiece *first = pieces->pdata[i];
      double bottom = first->bottom;

      while (i < pieces->len)
        {
          const MftPdfPiece *piece = pieces->pdata[i];
          if ((piece->top + piece->bottom) / 2 > bottom)
            break;
          g_ptr_array_add (row, (gpointer) piece);
          i++;
        }
      g_ptr_array_sort (row, compare_sides);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

void
mft_pdf_line_add_rows (GPtrArray *pieces, guint number, GPtrArray *lines)
{
  guint start = lines->len;
  g_autoptr (GPtrArray) rows = find_rows (pieces);

  mft_pdf_join_hanging (rows);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, make_line (rows->pdata[i], number));
  for (guint k = start; k < lines->len; k++)
    ((MftPdfLine *) lines->pdata[k])->edge = k < start + EDGE_LINES || k + EDGE_LINES >= lines->len;
}

void
mft_pdf_line_read_page (PopplerPage *page, guint number, MftPdfLetters letters, GPtrArray *lines)
{
  g_autoptr (GPtrArray) pieces = mft_pdf_pieces_read (page, letters);

  guint start = lines->len;
  double height;

  poppler_page_get_size (page, NULL, &height);
  mft_pdf_line_add_rows (pieces, number, lines);
  for (guint i = start; i < lines->len; i++)
    ((MftPdfLine *) lines->pdata[i])->foot = height - ((MftPdfLine *) lines->pdata[i])->top;
}
