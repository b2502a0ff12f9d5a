/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-line.h"

#define EDGE_LINES 3

/* Wider than this, in heights of the line, a gap parts columns. */
#define COLUMN_GAP 1.6
#define WORD_GAP 0.15

/* Letters that follow each other without a gap. */
typedef struct
{
  double left, right, top, bottom;
  GString *words;
} Piece;

static void
free_piece (gpointer data)
{
  Piece *piece = data;

  g_string_free (piece->words, TRUE);
  g_free (piece);
}

void
mft_pdf_line_free (MftPdfLine *line)
{
  g_free (line->words);
  g_free (line);
}

static gboolean
continues (const Piece *piece, const PopplerRectangle *box)
{
  double height = piece->bottom - piece->top;
  double middle = (box->y1 + box->y2) / 2;

  return middle > piece->top && middle < piece->bottom && box->x1 > piece->right - height
         && box->x1 < piece->right + COLUMN_GAP * height;
}

static void
add_letter (GPtrArray *pieces, const PopplerRectangle *box, gunichar letter)
{
  Piece *piece = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;

  if (piece == NULL || !continues (piece, box))
    {
      if (g_unichar_isspace (letter))
        return;
      piece = g_new0 (Piece, 1);
      *piece = (Piece){ box->x1, box->x2, box->y1, box->y2, g_string_new (NULL) };
      g_ptr_array_add (pieces, piece);
    }
  if (box->x1 > piece->right + WORD_GAP * (piece->bottom - piece->top))
    g_string_append_c (piece->words, ' ');
  g_string_append_unichar (piece->words, g_unichar_isspace (letter) ? ' ' : letter);
  piece->right = MAX (piece->right, box->x2);
  if (!g_unichar_isspace (letter))
    {
      piece->top = MIN (piece->top, box->y1);
      piece->bottom = MAX (piece->bottom, box->y2);
    }
}

static GPtrArray *
read_pieces (PopplerPage *page)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (free_piece);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  guint i = 0;

  if (text == NULL || !poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return pieces;
  for (const char *at = text; *at != '\0' && i < n_boxes; at = g_utf8_next_char (at), i++)
    add_letter (pieces, &boxes[i], g_utf8_get_char (at));
  return pieces;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *first = *(const Piece *const *) a;
  const Piece *second = *(const Piece *const *) b;

  return (first->top > second->top) - (first->top < second->top);
}

static int
compare_sides (gconstpointer a, gconstpointer b)
{
  const Piece *first = *(const Piece *const *) a;
  const Piece *second = *(const Piece *const *) b;

  return (first->left > second->left) - (first->left < second->left);
}

static MftPdfLine *
make_line (GPtrArray *row, guint number)
{
  MftPdfLine *line = g_new0 (MftPdfLine, 1);
  GString *words = g_string_new (NULL);

  g_ptr_array_sort (row, compare_sides);
  for (guint i = 0; i < row->len; i++)
    {
      const Piece *piece = row->pdata[i];
      double height = piece->bottom - piece->top;

      if (i == 0)
        *line = (MftPdfLine){ number, piece->left, piece->right, piece->top, height, NULL, FALSE };
      else if (piece->left > line->right + COLUMN_GAP * height)
        g_string_append (words, "   ");
      else if (piece->left > line->right + WORD_GAP * height)
        g_string_append_c (words, ' ');
      g_string_append (words, piece->words->str);
      line->right = MAX (line->right, piece->right);
      line->top = MIN (line->top, piece->top);
    }
  line->words = g_strchomp (g_string_free (words, FALSE));
  return line;
}

/* Pieces whose middles lie at one height stand beside each other. */
static void
add_rows (GPtrArray *pieces, guint number, GPtrArray *lines)
{
  guint i = 0;

  while (i < pieces->len)
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new ();
      const Piece *first = pieces->pdata[i];
      double bottom = first->bottom;

      while (i < pieces->len)
        {
          const Piece *piece = pieces->pdata[i];
          if ((piece->top + piece->bottom) / 2 > bottom)
            break;
          g_ptr_array_add (row, (gpointer) piece);
          i++;
        }
      g_ptr_array_add (lines, make_line (row, number));
    }
}

void
mft_pdf_line_read_page (PopplerPage *page, guint number, GPtrArray *lines)
{
  g_autoptr (GPtrArray) pieces = read_pieces (page);
  guint first = lines->len;

  g_ptr_array_sort (pieces, compare_pieces);
  add_rows (pieces, number, lines);
  for (guint i = first; i < lines->len; i++)
    ((MftPdfLine *) lines->pdata[i])->edge = i < first + EDGE_LINES || i + EDGE_LINES >= lines->len;
}
