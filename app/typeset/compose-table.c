/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/compose.h"

#include "agreement/table.h"

#define CELL_PADDING 4.0
#define ROW_SHARE_TOGETHER 0.25 /* of a page: a row of more may go on overleaf */

/* How wide a column wants to be, must be, and is. */
typedef struct
{
  double natural;
  double least;
  double width;
} Column;

static MftFace
face_of (MftComposer *composer, MftBlock *row)
{
  return (MftFace){ .family = composer->profile->family,
                    .size = composer->profile->table_size,
                    .bold = mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD };
}

static void
measure_row (MftComposer *composer, MftBlock *row, GArray *columns)
{
  MftFace face = face_of (composer, row);
  guint cells = mft_block_n_children (row);

  if (columns->len < cells)
    g_array_set_size (columns, cells);
  for (guint i = 0; i < cells; i++)
    {
      Column *column = &g_array_index (columns, Column, i);
      g_autoptr (MftParagraph) words = mft_composer_words (composer, mft_block_get_child (row, i));
      double natural = mft_paragraph_natural_width (words, composer->context, &face);
      double least = mft_paragraph_word_width (words, composer->context, &face);
      column->natural = MAX (column->natural, natural + 2 * CELL_PADDING + 1);
      column->least = MAX (column->least, least + 2 * CELL_PADDING + 1);
    }
}

static int
by_least (gconstpointer a, gconstpointer b)
{
  double first = (*(const Column *const *) a)->least, second = (*(const Column *const *) b)->least;

  return (first > second) - (first < second);
}

/* Not enough even for the longest words: what needs less than its part gets that, the others, whose words
 * are cut, the same width each. */
static void
squeeze_columns (GArray *columns, double width)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (order, &g_array_index (columns, Column, i));
  g_ptr_array_sort (order, by_least);
  for (guint i = 0; i < order->len; i++)
    {
      Column *column = order->pdata[i];
      column->width = MIN (column->least, width / (order->len - i));
      width -= column->width;
    }
}

/* A word that would take most of the table is cut, and is no reason for the other columns to be narrow:
 * its column asks for no more than its part. Returns whether there is one. */
static gboolean
cut_longest_words (GArray *columns, double width)
{
  gboolean cut = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);
      if (column->least <= width / 2)
        continue;
      column->least = width / columns->len;
      column->natural = MIN (column->natural, width);
      cut = TRUE;
    }
  return cut;
}

/* What all columns would like, and what they must have. */
static Column
sum_columns (const GArray *columns)
{
  Column sum = { 0 };

  for (guint i = 0; i < columns->len; i++)
    {
      sum.natural += g_array_index (columns, Column, i).natural;
      sum.least += g_array_index (columns, Column, i).least;
    }
  return sum;
}

static void
stretch_columns (GArray *columns, double natural, double width)
{
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);
      column->width = column->natural * width / natural;
    }
}

/* Each column gets what its longest word needs and shares the rest by what it would like; a table
 * that wants less than the width is stretched to it. FALSE: there are words that do not fit. */
static gboolean
share_width (GArray *columns, double width)
{
  Column sum = sum_columns (columns);

  if (sum.natural <= width)
    {
      stretch_columns (columns, sum.natural, width);
      return TRUE;
    }
  gboolean cut = cut_longest_words (columns, width);
  sum = sum_columns (columns);
  if (sum.least >= width)
    {
      squeeze_columns (columns, width);
      return FALSE;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = &g_array_index (columns, Column, i);
      column->width
          = column->least
            + (column->natural - column->least) * (width - sum.least) / (sum.natural - sum.least);
    }
  return !cut;
}

/* Numbers stand at the right, and the sums under them. */
static MftAlign
align_of (MftBlock *cell, const MftFace *face)
{
  MftBlock *head = cell != NULL ? mft_table_get_head_of (cell) : NULL;
  MftColumn column = head != NULL ? mft_table_get_column (head) : MFT_COLUMN_WORDS;

  if (face->bold)
    return MFT_ALIGN_CENTRE;
  return column == MFT_COLUMN_NUMBER || column == MFT_COLUMN_MONEY ? MFT_ALIGN_RIGHT
                                                                   : MFT_ALIGN_LEFT;
}

static void
add_row (MftComposer *composer, MftBlock *row, GArray *columns, double x, gboolean hyphenated)
{
  MftFace face = face_of (composer, row);
  const MftProfile *profile = composer->profile;
  MftPiece *piece = mft_piece_new (face.size, profile->table_leading);

  face.hyphenated = hyphenated;
  g_ptr_array_add (composer->section->pieces, piece);
  mft_composer_open (composer, "TR");
  piece->bordered = TRUE;
  piece->padding = 3;
  piece->head = face.bold;
  piece->keep_next = face.bold;
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      MftBlock *cell = i < mft_block_n_children (row) ? mft_block_get_child (row, i) : NULL;
      g_autoptr (MftParagraph) words
          = cell != NULL ? mft_composer_words (composer, cell) : mft_paragraph_new ();
      double width = MAX (column->width - 2 * CELL_PADDING, 1);
      mft_piece_add_cell (
          piece, cell != NULL ? mft_block_get_id (cell) : NULL, x + CELL_PADDING, width,
          mft_paragraph_lines (words, composer->context, &face, width, align_of (cell, &face)),
          mft_composer_tag (composer, face.bold ? "TH" : "TD"));
      x += column->width;
    }
  piece->together = piece->n_lines * piece->leading
                    < (profile->height - profile->top - profile->bottom) * ROW_SHARE_TOGETHER;
  mft_composer_close (composer);
}

void
mft_composer_add_table (MftComposer *composer, MftBlock *table, double x)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));
  guint first = composer->section->pieces->len;

  for (guint i = 0; i < mft_block_n_children (table); i++)
    measure_row (composer, mft_block_get_child (table, i), columns);
  if (columns->len == 0)
    return;
  gboolean hyphenated = !share_width (columns, composer->width - x);
  mft_composer_open (composer, "Table");
  for (guint i = 0; i < mft_block_n_children (table); i++)
    add_row (composer, mft_block_get_child (table, i), columns, x, hyphenated);
  mft_composer_close (composer);
  ((MftPiece *) composer->section->pieces->pdata[first])->above = composer->profile->above_ayat;
}
