/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/flow/flow-private.h"

#include "agreement/shown.h"

#define LETTER_WIDTH 0.65 /* of the size; capitals are wide */
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

static glong
longest_word (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  glong longest = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (parts[i], -1));
  return longest;
}

/* How wide a column must be and wants to be, in points, judged by its letters. */
static void
measure_column (MftFlow *flow, MftBlock *table, guint column, double *least, double *natural)
{
  double letter = flow->profile->table_size * LETTER_WIDTH;

  *least = *natural = 0;
  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *cell = mft_block_get_child (mft_block_get_child (table, i), column);
      if (cell == NULL)
        continue;
      g_autofree char *words = mft_shown_text (flow->agreement, cell);
      glong length = MIN (g_utf8_strlen (words, -1), LETTERS_MOST);
      *least = MAX (*least, (double) longest_word (words) * letter);
      *natural = MAX (*natural, (double) length * letter);
    }
  *least += CELL_EDGES;
  *natural = MAX (*natural + CELL_EDGES, *least);
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
  for (guint i = 0; i < columns; i++)
    if (all_least < width && all_more > 0)
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
