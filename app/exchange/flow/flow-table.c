/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

#include "agreement/shown.h"

#define LETTER_WIDTH 0.62 /* of the size */
#define CAPITAL_WIDTH 0.76
#define LETTERS_MOST 60
#define CELL_EDGES 10.0

static guint
count_columns (MftBlock *table)
{
  guint columns = 0;

  for (guint i = 0; i < mft_block_n_children (table); i++)
    columns = MAX (columns, mft_block_n_children (mft_block_get_child (table, i)));
  return columns;
}

/* In sizes of the letters. */
static double
word_width (const char *word)
{
  double width = 0;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_isupper (g_utf8_get_char (at)) ? CAPITAL_WIDTH : LETTER_WIDTH;
  return width;
}

static double
longest_word (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  double longest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    longest = MAX (longest, word_width (parts[i]));
  return longest;
}

/* How wide a column must be and wants to be, in points, judged by its letters. */
static void
measure_column (MftFlow *flow, MftBlock *table, guint column, double *least, double *natural)
{
  double size = flow->profile->table_size;

  *least = *natural = 0;
  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *cell = mft_block_get_child (mft_block_get_child (table, i), column);
      if (cell == NULL)
        continue;
      g_autofree char *words = mft_shown_text (flow->agreement, cell);
      glong length = MIN (g_utf8_strlen (words, -1), LETTERS_MOST);
      *least = MAX (*least, longest_word (words) * size);
      *natural = MAX (*natural, (double) length * LETTER_WIDTH * size);
    }
  *least += CELL_EDGES;
  *natural = MAX (*natural + CELL_EDGES, *least);
}

/* What a column may have at most where not all longest words have room: narrow ones keep theirs, the others share
 * the rest evenly. */
static double
find_most (const double *widths, guint columns, double width)
{
  double most = width / columns;
  gboolean grown = TRUE;

  while (grown)
    {
      double rest = width;
      guint wide = 0;
      for (guint i = 0; i < columns; i++)
        if (widths[i] > most)
          wide++;
        else
          rest -= widths[i];
      grown = wide > 0 && rest / wide > most * 1.001;
      most = grown ? rest / wide : most;
    }
  return most;
}

/* Each column gets what its longest word needs and shares the rest by what it would like. */
static double *
share_width (MftFlow *flow, MftBlock *table, guint columns, double width)
{
  double *widths = g_new (double, columns);
  g_autofree double *natural = g_new (double, columns);
  double all_least = 0, all_more = 0;

  for (guint i = 0; i < columns; i++)
    {
      measure_column (flow, table, i, &widths[i], &natural[i]);
      all_least += widths[i];
      all_more += natural[i] - widths[i];
    }
  double most = all_least > width ? find_most (widths, columns, width) : width;
  for (guint i = 0; i < columns; i++)
    if (all_least >= width)
      widths[i] = MIN (widths[i], most);
    else if (all_more > 0)
      widths[i] += (natural[i] - widths[i]) * (width - all_least) / all_more;
    else
      widths[i] *= width / all_least;
  return widths;
}

static void
add_row (MftFlow *flow, MftBlock *row, guint columns)
{
  gboolean head = mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD;

  mft_flow_begin (flow, MFT_FLOW_ROW)->head = head;
  for (guint i = 0; i < columns; i++)
    {
      MftFlowItem *cell = mft_flow_begin (flow, MFT_FLOW_CELL);
      cell->columns = 1;
      cell->ruled = TRUE;
      cell->head = head;
      mft_flow_add (flow, head ? MFT_FLOW_TABLE_HEAD : MFT_FLOW_TABLE_CELL,
                    mft_block_get_child (row, i), 0);
      mft_flow_end (flow);
    }
  mft_flow_end (flow);
}

void
mft_flow_add_table (MftFlow *flow, MftBlock *table, double x)
{
  guint columns = count_columns (table);

  if (columns == 0)
    return;
  g_autofree double *widths = share_width (flow, table, columns, mft_flow_width (flow) - x);
  mft_flow_begin_table (flow, columns, widths, x)->ruled = TRUE;
  for (guint i = 0; i < mft_block_n_children (table); i++)
    add_row (flow, mft_block_get_child (table, i), columns);
  mft_flow_end (flow);
}
