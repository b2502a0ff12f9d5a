/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/edit.h"

G_BEGIN_DECLS

/* What a column holds: the trait COLUMN of its cell in the head. */
typedef enum
{
  MFT_COLUMN_WORDS,      /* NULL */
  MFT_COLUMN_ROW_NUMBER, /* "nomor": computed */
  MFT_COLUMN_NUMBER,     /* "bilangan" */
  MFT_COLUMN_MONEY,      /* "uang" */
} MftColumn;

#define MFT_TABLE_COLUMNS_MOST 20

/* A table without parent: a head with these titles, and one empty row. `kinds` goes with `titles`. */
MftBlock *mft_table_new (const char *const *titles, const MftColumn *kinds, guint n_columns);

/* Building: a row without parent with the sum of a column ("Jumlah"), and the words of that sum. */
MftBlock *mft_table_new_total (MftBlock *table, MftBlock *head_cell);
MftText *mft_table_terbilang_new (MftBlock *head_cell);

MftColumn mft_table_get_column (MftBlock *head_cell);
const char *mft_table_column_to_name (MftColumn column);
gboolean mft_table_column_from_name (const char *name, MftColumn *column);

/* The row with the columns' titles; NULL if the table has none. */
MftBlock *mft_table_get_head (MftBlock *table);

/* The title of the column that a cell stands in; NULL if its table has no head so wide. */
MftBlock *mft_table_get_head_of (MftBlock *cell);

/* Whether a row holds sums; NULL for a table without. */
gboolean mft_table_is_total (MftBlock *row);
MftBlock *mft_table_get_total (MftBlock *table);

/* The edits that follow are one step of the history each and refuse as those of edit.h do. A new row
 * computes what the rows beside it compute. */
MftBlock *mft_table_insert_row (MftAgreement *agreement, MftBlock *table, guint index,
                                GError **error);
gboolean mft_table_insert_column (MftAgreement *agreement, MftBlock *table, guint index,
                                  const char *title, GError **error);

/* The last column stays. */
gboolean mft_table_remove_column (MftAgreement *agreement, MftBlock *table, guint index,
                                  GError **error);
gboolean mft_table_move_column (MftAgreement *agreement, MftBlock *table, guint from, guint to,
                                GError **error);

/* What the column of this head cell holds from now on. ROW_NUMBER: its cells count the rows. */
gboolean mft_table_set_column (MftAgreement *agreement, MftBlock *head_cell, MftColumn column,
                               GError **error);

/* The column's cells become the product of two others. */
gboolean mft_table_set_product (MftAgreement *agreement, MftBlock *head_cell, MftBlock *first,
                                MftBlock *second, GError **error);

/* A last row with the sum of this column ("Jumlah"), or without. */
gboolean mft_table_set_sum (MftAgreement *agreement, MftBlock *head_cell, gboolean wanted,
                            GError **error);
gboolean mft_table_has_sum (MftBlock *head_cell);

/* "Terbilang: … rupiah" behind the table. */
gboolean mft_table_set_terbilang (MftAgreement *agreement, MftBlock *head_cell, gboolean wanted,
                                  GError **error);
gboolean mft_table_has_terbilang (MftBlock *head_cell);

G_END_DECLS
