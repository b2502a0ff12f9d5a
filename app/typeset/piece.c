/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/piece.h"

static void
cell_clear (gpointer data)
{
  MftCell *cell = data;

  g_free (cell->block);
  g_array_unref (cell->lines);
}

static void
spot_clear (gpointer data)
{
  g_free (((MftFieldSpot *) data)->block);
}

static void
picture_clear (gpointer data)
{
  MftPicture *picture = data;

  g_free (picture->block);
  mft_mark_unref (picture->mark);
  g_free (picture->words);
}

MftPiece *
mft_piece_new (double size, double leading)
{
  MftPiece *piece = g_new0 (MftPiece, 1);

  piece->cells = g_array_new (FALSE, FALSE, sizeof (MftCell));
  g_array_set_clear_func (piece->cells, cell_clear);
  piece->fields = g_array_new (FALSE, FALSE, sizeof (MftFieldSpot));
  g_array_set_clear_func (piece->fields, spot_clear);
  piece->pictures = g_array_new (FALSE, FALSE, sizeof (MftPicture));
  g_array_set_clear_func (piece->pictures, picture_clear);
  piece->size = size;
  piece->leading = leading;
  return piece;
}

void
mft_piece_free (MftPiece *piece)
{
  g_array_unref (piece->cells);
  g_array_unref (piece->fields);
  g_array_unref (piece->pictures);
  g_free (piece->destination);
  g_free (piece->outline);
  g_free (piece);
}

void
mft_piece_add_cell (MftPiece *piece, const char *block, double x, double width, GArray *lines,
                    const MftTag *tag)
{
  MftCell cell = { g_strdup (block), x, 0, width, lines, tag };
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (guint i = 0; i < lines->len; i++)
    mft_text_line_missing (g_array_index (lines, MftPlacedLine, i).line, missing);
  piece->n_lines = MAX (piece->n_lines, lines->len);
  piece->lacking = piece->lacking || missing->len > 0;
  g_array_append_val (piece->cells, cell);
}

void
mft_piece_add_picture (MftPiece *piece, const char *block, MftMark *mark, double x, double y,
                       double size, const char *words, const MftTag *tag)
{
  MftPicture picture = { g_strdup (block), mft_mark_ref (mark), x, y, size, g_strdup (words), tag };

  g_array_append_val (piece->pictures, picture);
}

gboolean
mft_piece_is_whole (const MftPiece *piece)
{
  return piece->height > 0;
}
