/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/table.h"

#include "agreement/formula.h"

static const char *const column_names[] = {
  [MFT_COLUMN_WORDS] = NULL,
  [MFT_COLUMN_ROW_NUMBER] = "nomor",
  [MFT_COLUMN_NUMBER] = "bilangan",
  [MFT_COLUMN_MONEY] = "uang",
};

const char *
mft_table_column_to_name (MftColumn column)
{
  return column_names[column];
}

gboolean
mft_table_column_from_name (const char *name, MftColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_names); i++)
    if (g_strcmp0 (column_names[i], name) == 0)
      {
        *column = (MftColumn) i;
        return TRUE;
      }
  return FALSE;
}

MftColumn
mft_table_get_column (MftBlock *head_cell)
{
  MftColumn column = MFT_COLUMN_WORDS;

  mft_table_column_from_name (mft_block_get_trait (head_cell, MFT_TRAIT_COLUMN), &column);
  return column;
}

MftBlock *
mft_table_get_head (MftBlock *table)
{
  MftBlock *first = mft_block_get_child (table, 0);

  return first != NULL && mft_block_get_kind (first) == MFT_BLOCK_TABLE_HEAD ? first : NULL;
}

MftBlock *
mft_table_get_head_of (MftBlock *cell)
{
  MftBlock *table = mft_block_get_ancestor (cell, MFT_BLOCK_TABLE);
  MftBlock *head = table != NULL ? mft_table_get_head (table) : NULL;

  return head != NULL ? mft_block_get_child (head, mft_block_get_index (cell)) : NULL;
}

gboolean
mft_table_is_total (MftBlock *row)
{
  for (guint i = 0; i < mft_block_n_children (row); i++)
    if (mft_formula_is_in (mft_block_get_child (row, i), MFT_FORMULA_SUM))
      return TRUE;
  return FALSE;
}

MftBlock *
mft_table_get_total (MftBlock *table)
{
  for (guint i = mft_block_n_children (table); i > 0; i--)
    if (mft_table_is_total (mft_block_get_child (table, i - 1)))
      return mft_block_get_child (table, i - 1);
  return NULL;
}

/* --- making ------------------------------------------------------------------------------------ */

static MftText *
formula_text (MftFormulaKind kind, const char *first, const char *second, MftForm form)
{
  g_autofree char *value = mft_formula_dup (kind, first, second);

  return mft_text_new_atom (MFT_RUN_FORMULA, value, form, MFT_STYLE_PLAIN);
}

static void
append_cell (MftBlock *row, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  mft_block_append (row, mft_block_new (MFT_BLOCK_CELL, text));
}

MftBlock *
mft_table_new (const char *const *titles, const MftColumn *kinds, guint n_columns)
{
  MftBlock *table = mft_block_new (MFT_BLOCK_TABLE, NULL);
  MftBlock *head = mft_block_append (table, mft_block_new (MFT_BLOCK_TABLE_HEAD, NULL));
  MftBlock *row = mft_block_append (table, mft_block_new (MFT_BLOCK_ROW, NULL));

  for (guint i = 0; i < n_columns; i++)
    {
      append_cell (head, titles[i]);
      append_cell (row, NULL);
      mft_block_set_trait (mft_block_get_child (head, i), MFT_TRAIT_COLUMN,
                           mft_table_column_to_name (kinds[i]));
      if (kinds[i] == MFT_COLUMN_ROW_NUMBER)
        {
          g_autoptr (MftText) number = formula_text (MFT_FORMULA_ROW, NULL, NULL, MFT_FORM_TEXT);
          mft_block_set_text (mft_block_get_child (row, i), number);
        }
    }
  return table;
}

/* --- rows and columns -------------------------------------------------------------------------- */

static guint
n_columns (MftBlock *table)
{
  guint columns = 0;

  for (guint i = 0; i < mft_block_n_children (table); i++)
    columns = MAX (columns, mft_block_n_children (mft_block_get_child (table, i)));
  return columns;
}

/* A row whose formulas a new one takes over: any that holds no sums. */
static MftBlock *
pattern_row (MftBlock *table)
{
  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      if (mft_block_get_kind (row) == MFT_BLOCK_ROW && !mft_table_is_total (row))
        return row;
    }
  return NULL;
}

static MftBlock *
new_row (MftBlock *table)
{
  MftBlock *pattern = pattern_row (table);
  MftBlock *row = mft_block_new (MFT_BLOCK_ROW, NULL);

  for (guint i = 0; i < n_columns (table); i++)
    {
      MftBlock *cell = pattern != NULL ? mft_block_get_child (pattern, i) : NULL;
      gboolean computes = cell != NULL
                          && (mft_formula_is_in (cell, MFT_FORMULA_ROW)
                              || mft_formula_is_in (cell, MFT_FORMULA_PRODUCT));
      mft_block_append (
          row, mft_block_new (MFT_BLOCK_CELL, computes ? mft_block_get_text (cell) : NULL));
    }
  return row;
}

MftBlock *
mft_table_insert_row (MftAgreement *agreement, MftBlock *table, guint index, GError **error)
{
  MftBlock *row = new_row (table);

  return mft_edit_insert (agreement, table, index, row, error) ? row : NULL;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE, why);
  return FALSE;
}

gboolean
mft_table_insert_column (MftAgreement *agreement, MftBlock *table, guint index, const char *title,
                         GError **error)
{
  gboolean done = TRUE;

  if (n_columns (table) >= MFT_TABLE_COLUMNS_MOST)
    return refuse (error, "a table has no more columns than that");
  mft_edit_begin (agreement);
  for (guint i = 0; done && i < mft_block_n_children (table); i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      gboolean head = mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD;
      g_autoptr (MftText) text = mft_text_new (head ? title : NULL, MFT_STYLE_PLAIN);
      if (index <= mft_block_n_children (row))
        done = mft_edit_insert (agreement, row, index, mft_block_new (MFT_BLOCK_CELL, text), error);
    }
  mft_edit_end (agreement);
  return done;
}

gboolean
mft_table_remove_column (MftAgreement *agreement, MftBlock *table, guint index, GError **error)
{
  gboolean done = TRUE;

  if (n_columns (table) <= 1)
    return refuse (error, "a table has at least one column");
  mft_edit_begin (agreement);
  for (guint i = 0; done && i < mft_block_n_children (table); i++)
    {
      MftBlock *cell = mft_block_get_child (mft_block_get_child (table, i), index);
      if (cell != NULL)
        done = mft_edit_remove (agreement, cell, error);
    }
  mft_edit_end (agreement);
  return done;
}

gboolean
mft_table_move_column (MftAgreement *agreement, MftBlock *table, guint from, guint to,
                       GError **error)
{
  gboolean done = TRUE;

  mft_edit_begin (agreement);
  for (guint i = 0; done && i < mft_block_n_children (table); i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      MftBlock *cell = mft_block_get_child (row, from);
      if (cell != NULL && to < mft_block_n_children (row))
        done = mft_edit_move (agreement, cell, row, to, error);
    }
  mft_edit_end (agreement);
  return done;
}

/* --- what columns compute ---------------------------------------------------------------------- */

static gboolean
set_cells (MftAgreement *agreement, MftBlock *head_cell, MftText *text, GError **error)
{
  MftBlock *table = mft_block_get_ancestor (head_cell, MFT_BLOCK_TABLE);

  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      MftBlock *cell = mft_block_get_child (row, mft_block_get_index (head_cell));
      if (mft_block_get_kind (row) == MFT_BLOCK_ROW && !mft_table_is_total (row) && cell != NULL
          && !mft_edit_text (agreement, cell, 0, G_MAXUINT, text, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether its rows' cells are computed: then they are emptied if they shall be no more. */
static gboolean
is_computed (MftBlock *head_cell)
{
  MftBlock *row = pattern_row (mft_block_get_ancestor (head_cell, MFT_BLOCK_TABLE));
  MftBlock *cell = row != NULL ? mft_block_get_child (row, mft_block_get_index (head_cell)) : NULL;

  return cell != NULL
         && (mft_formula_is_in (cell, MFT_FORMULA_ROW)
             || mft_formula_is_in (cell, MFT_FORMULA_PRODUCT));
}

gboolean
mft_table_set_column (MftAgreement *agreement, MftBlock *head_cell, MftColumn column,
                      GError **error)
{
  gboolean counts = column == MFT_COLUMN_ROW_NUMBER;
  g_autoptr (MftText) text
      = counts ? formula_text (MFT_FORMULA_ROW, NULL, NULL, MFT_FORM_TEXT) : NULL;
  gboolean done;

  mft_edit_begin (agreement);
  done = mft_edit_trait (agreement, head_cell, MFT_TRAIT_COLUMN, mft_table_column_to_name (column),
                         error);
  if (done && (counts || is_computed (head_cell)))
    done = set_cells (agreement, head_cell, text, error);
  mft_edit_end (agreement);
  return done;
}

gboolean
mft_table_set_product (MftAgreement *agreement, MftBlock *head_cell, MftBlock *first,
                       MftBlock *second, GError **error)
{
  g_autoptr (MftText) text = formula_text (MFT_FORMULA_PRODUCT, mft_block_get_id (first),
                                           mft_block_get_id (second), MFT_FORM_TEXT);
  gboolean done;

  mft_edit_begin (agreement);
  done = mft_edit_trait (agreement, head_cell, MFT_TRAIT_COLUMN,
                         mft_table_column_to_name (MFT_COLUMN_MONEY), error)
         && set_cells (agreement, head_cell, text, error);
  mft_edit_end (agreement);
  return done;
}

static gboolean
sums (MftBlock *block, MftBlock *head_cell, MftForm form)
{
  MftText *text = mft_block_get_text (block);
  MftFormula formula;

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_FORMULA && run->form == (int) form
          && mft_formula_parse (run->value, &formula) && formula.kind == MFT_FORMULA_SUM
          && g_str_equal (formula.columns[0], mft_block_get_id (head_cell)))
        return TRUE;
    }
  return FALSE;
}

static MftBlock *
sum_cell (MftBlock *head_cell)
{
  MftBlock *total = mft_table_get_total (mft_block_get_ancestor (head_cell, MFT_BLOCK_TABLE));

  return total != NULL ? mft_block_get_child (total, mft_block_get_index (head_cell)) : NULL;
}

gboolean
mft_table_has_sum (MftBlock *head_cell)
{
  MftBlock *cell = sum_cell (head_cell);

  return cell != NULL && sums (cell, head_cell, MFT_FORM_TEXT);
}

/* "Jumlah" stands in the first column of words, so not in that of the numbers. */
static void
label_total (MftBlock *table, MftBlock *total)
{
  MftBlock *head = mft_table_get_head (table);
  g_autoptr (MftText) label = mft_text_new ("Jumlah", MFT_STYLE_BOLD);

  for (guint i = 0; head != NULL && i < mft_block_n_children (head); i++)
    if (mft_table_get_column (mft_block_get_child (head, i)) == MFT_COLUMN_WORDS)
      {
        mft_block_set_text (mft_block_get_child (total, i), label);
        return;
      }
}

static MftText *
sum_text (MftBlock *head_cell, MftForm form)
{
  return formula_text (MFT_FORMULA_SUM, mft_block_get_id (head_cell), NULL, form);
}

MftBlock *
mft_table_new_total (MftBlock *table, MftBlock *head_cell)
{
  MftBlock *total = mft_block_new (MFT_BLOCK_ROW, NULL);
  g_autoptr (MftText) sum = sum_text (head_cell, MFT_FORM_TEXT);

  for (guint i = 0; i < n_columns (table); i++)
    append_cell (total, NULL);
  label_total (table, total);
  mft_block_set_text (mft_block_get_child (total, mft_block_get_index (head_cell)), sum);
  return total;
}

static gboolean
add_sum (MftAgreement *agreement, MftBlock *head_cell, GError **error)
{
  MftBlock *table = mft_block_get_ancestor (head_cell, MFT_BLOCK_TABLE);
  MftBlock *total = mft_table_get_total (table);
  g_autoptr (MftText) sum = sum_text (head_cell, MFT_FORM_TEXT);

  if (total != NULL)
    return mft_edit_text (agreement, mft_block_get_child (total, mft_block_get_index (head_cell)),
                          0, G_MAXUINT, sum, error);
  return mft_edit_insert (agreement, table, mft_block_n_children (table),
                          mft_table_new_total (table, head_cell), error);
}

static gboolean
remove_sum (MftAgreement *agreement, MftBlock *head_cell, GError **error)
{
  MftBlock *cell = sum_cell (head_cell);
  MftBlock *total = mft_block_get_parent (cell);
  guint others = 0;

  for (guint i = 0; i < mft_block_n_children (total); i++)
    others += mft_block_get_child (total, i) != cell
              && mft_formula_is_in (mft_block_get_child (total, i), MFT_FORMULA_SUM);
  return others == 0 ? mft_edit_remove (agreement, total, error)
                     : mft_edit_text (agreement, cell, 0, G_MAXUINT, NULL, error);
}

gboolean
mft_table_set_sum (MftAgreement *agreement, MftBlock *head_cell, gboolean wanted, GError **error)
{
  gboolean done;

  if (mft_table_has_sum (head_cell) == wanted)
    return TRUE;
  mft_edit_begin (agreement);
  done = wanted ? add_sum (agreement, head_cell, error) : remove_sum (agreement, head_cell, error);
  mft_edit_end (agreement);
  return done;
}

/* --- in words ---------------------------------------------------------------------------------- */

static MftBlock *
terbilang_of (MftBlock *head_cell)
{
  MftBlock *table = mft_block_get_ancestor (head_cell, MFT_BLOCK_TABLE);
  MftBlock *parent = mft_block_get_parent (table);

  for (guint i = mft_block_get_index (table) + 1; i < mft_block_n_children (parent); i++)
    {
      MftBlock *block = mft_block_get_child (parent, i);
      if (mft_block_get_kind (block) == MFT_BLOCK_TABLE)
        break;
      if (sums (block, head_cell, MFT_FORM_WORDS))
        return block;
    }
  return NULL;
}

MftText *
mft_table_terbilang_new (MftBlock *head_cell)
{
  g_autoptr (MftText) words = mft_text_new ("Terbilang: ", MFT_STYLE_PLAIN);
  g_autoptr (MftText) sum = sum_text (head_cell, MFT_FORM_WORDS);

  return mft_text_join (words, sum);
}

gboolean
mft_table_has_terbilang (MftBlock *head_cell)
{
  return terbilang_of (head_cell) != NULL;
}

gboolean
mft_table_set_terbilang (MftAgreement *agreement, MftBlock *head_cell, gboolean wanted,
                         GError **error)
{
  MftBlock *table = mft_block_get_ancestor (head_cell, MFT_BLOCK_TABLE);
  MftBlock *line = terbilang_of (head_cell);

  if ((line != NULL) == wanted)
    return TRUE;
  if (line != NULL)
    return mft_edit_remove (agreement, line, error);
  g_autoptr (MftText) text = mft_table_terbilang_new (head_cell);
  return mft_edit_insert (agreement, mft_block_get_parent (table), mft_block_get_index (table) + 1,
                          mft_block_new (MFT_BLOCK_PARAGRAPH, text), error);
}
