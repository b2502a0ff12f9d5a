/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/formula.h"

#include <string.h>

#include "agreement/shown.h"
#include "agreement/table.h"
#include "bahasa/money.h"

/* A sum may add products, and a product take one; more is a circle or nobody's table. */
#define NESTING_MOST 6

#define RUPIAH_PLACES 2

static const struct
{
  const char *name;
  guint columns;
} kinds[] = {
  [MFT_FORMULA_ROW] = { "nomor", 0 },
  [MFT_FORMULA_PRODUCT] = { "kali", 2 },
  [MFT_FORMULA_SUM] = { "jumlah", 1 },
};

gboolean
mft_formula_parse (const char *value, MftFormula *formula)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 4);

  memset (formula, 0, sizeof *formula);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (words[0], kinds[i].name) != 0 || g_strv_length (words) != kinds[i].columns + 1)
        continue;
      formula->kind = (MftFormulaKind) i;
      for (guint c = 0; c < kinds[i].columns; c++)
        {
          if (!mft_is_id (words[c + 1]))
            return FALSE;
          g_strlcpy (formula->columns[c], words[c + 1], sizeof formula->columns[c]);
        }
      return TRUE;
    }
  return FALSE;
}

char *
mft_formula_dup (MftFormulaKind kind, const char *first, const char *second)
{
  switch (kinds[kind].columns)
    {
    case 0:
      return g_strdup (kinds[kind].name);
    case 1:
      return g_strjoin (" ", kinds[kind].name, first, NULL);
    default:
      return g_strjoin (" ", kinds[kind].name, first, second, NULL);
    }
}

static const MftRun *
formula_run (MftBlock *block, MftFormula *formula)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_FORMULA && mft_formula_parse (run->value, formula))
        return run;
    }
  return NULL;
}

gboolean
mft_formula_is_in (MftBlock *block, MftFormulaKind kind)
{
  MftFormula formula;

  return formula_run (block, &formula) != NULL && formula.kind == kind;
}

static MftResult compute (MftAgreement *agreement, MftBlock *block, const MftFormula *formula,
                          guint depth, MftDecimal *number);

static gboolean
has_missing (GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, MftShownSpan, i).state == MFT_SHOWN_MISSING)
      return TRUE;
  return FALSE;
}

/* The number in a cell: computed, or written by somebody ("1.250.000", "Rp1.250.000,00"). */
static MftResult
read_cell (MftAgreement *agreement, MftBlock *cell, guint depth, MftDecimal *number)
{
  MftFormula formula;

  if (formula_run (cell, &formula) != NULL)
    return compute (agreement, cell, &formula, depth + 1, number);
  g_autoptr (GArray) spans = mft_shown_spans (agreement, cell);
  g_autofree char *words = g_strstrip (mft_shown_join (spans));
  if (*words == '\0' || has_missing (spans))
    return MFT_RESULT_EMPTY;
  return mft_money_parse (words, number, NULL) || mft_decimal_parse (words, number, NULL)
             ? MFT_RESULT_NUMBER
             : MFT_RESULT_UNCLEAR;
}

/* To two places, a half going up. */
static void
round_to_rupiah (MftDecimal *number)
{
  for (; number->places > RUPIAH_PLACES; number->places--)
    number->digits = (number->digits + (number->places == RUPIAH_PLACES + 1 ? 5 : 0)) / 10;
}

/* Drops zeros behind the comma that say nothing. */
static void
shorten (MftDecimal *number)
{
  while (number->places > 0 && number->digits % 10 == 0)
    {
      number->digits /= 10;
      number->places--;
    }
}

static MftResult
multiply (MftDecimal a, MftDecimal b, MftDecimal *product)
{
  shorten (&a);
  shorten (&b);
  if (!g_uint64_checked_mul (&product->digits, a.digits, b.digits))
    return MFT_RESULT_UNCLEAR;
  product->places = a.places + b.places;
  round_to_rupiah (product);
  return mft_decimal_whole (*product) <= MFT_DECIMAL_MAX ? MFT_RESULT_NUMBER : MFT_RESULT_UNCLEAR;
}

static MftResult
compute_product (MftAgreement *agreement, MftBlock *block, const MftFormula *formula, guint depth,
                 MftDecimal *number)
{
  MftBlock *row = mft_block_get_ancestor (block, MFT_BLOCK_ROW);
  MftDecimal factors[2];

  for (guint i = 0; i < 2; i++)
    {
      MftBlock *head = mft_agreement_get_block (agreement, formula->columns[i]);
      MftBlock *cell
          = row != NULL && head != NULL
                    && mft_block_get_ancestor (head, MFT_BLOCK_TABLE) == mft_block_get_parent (row)
                ? mft_block_get_child (row, mft_block_get_index (head))
                : NULL;
      MftResult result
          = cell != NULL ? read_cell (agreement, cell, depth, &factors[i]) : MFT_RESULT_UNCLEAR;
      if (result != MFT_RESULT_NUMBER)
        return result;
    }
  return multiply (factors[0], factors[1], number);
}

static gboolean
add (MftDecimal *sum, MftDecimal number)
{
  guint places = MAX (sum->places, number.places);

  return mft_decimal_set_places (sum, places) && mft_decimal_set_places (&number, places)
         && g_uint64_checked_add (&sum->digits, sum->digits, number.digits)
         && mft_decimal_whole (*sum) <= MFT_DECIMAL_MAX;
}

static MftResult
compute_sum (MftAgreement *agreement, const MftFormula *formula, guint depth, MftDecimal *number)
{
  MftBlock *head = mft_agreement_get_block (agreement, formula->columns[0]);
  MftBlock *table = head != NULL ? mft_block_get_ancestor (head, MFT_BLOCK_TABLE) : NULL;
  gboolean any = FALSE;

  *number = mft_decimal (0);
  if (table == NULL)
    return MFT_RESULT_UNCLEAR;
  for (guint i = 0; i < mft_block_n_children (table); i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      MftBlock *cell = mft_block_get_child (row, mft_block_get_index (head));
      MftDecimal value;
      if (mft_block_get_kind (row) != MFT_BLOCK_ROW || cell == NULL || mft_table_is_total (row))
        continue;
      switch (read_cell (agreement, cell, depth, &value))
        {
        case MFT_RESULT_NUMBER:
          any = TRUE;
          if (!add (number, value))
            return MFT_RESULT_UNCLEAR;
          break;
        case MFT_RESULT_EMPTY:
          break;
        case MFT_RESULT_UNCLEAR:
          return MFT_RESULT_UNCLEAR;
        }
    }
  return any ? MFT_RESULT_NUMBER : MFT_RESULT_EMPTY;
}

static MftResult
compute_row (MftBlock *block, MftDecimal *number)
{
  MftBlock *row = mft_block_get_ancestor (block, MFT_BLOCK_ROW);
  guint count = 1;

  if (row == NULL)
    return MFT_RESULT_UNCLEAR;
  for (guint i = 0; i < mft_block_get_index (row); i++)
    {
      MftBlock *before = mft_block_get_child (mft_block_get_parent (row), i);
      count += mft_block_get_kind (before) == MFT_BLOCK_ROW && !mft_table_is_total (before);
    }
  *number = mft_decimal (count);
  return MFT_RESULT_NUMBER;
}

static MftResult
compute (MftAgreement *agreement, MftBlock *block, const MftFormula *formula, guint depth,
         MftDecimal *number)
{
  if (depth > NESTING_MOST)
    return MFT_RESULT_UNCLEAR;
  switch (formula->kind)
    {
    case MFT_FORMULA_ROW:
      return compute_row (block, number);
    case MFT_FORMULA_PRODUCT:
      return compute_product (agreement, block, formula, depth, number);
    case MFT_FORMULA_SUM:
      return compute_sum (agreement, formula, depth, number);
    }
  g_return_val_if_reached (MFT_RESULT_UNCLEAR);
}

MftResult
mft_formula_compute (MftAgreement *agreement, MftBlock *block, const MftFormula *formula,
                     MftDecimal *number)
{
  return compute (agreement, block, formula, 0, number);
}
