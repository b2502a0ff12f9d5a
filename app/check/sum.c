/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/formula.h"
#include "agreement/table.h"
#include "bahasa/money.h"
#include "bahasa/scan.h"

#include "check/rules-private.h"

/* --- the sum of a table ------------------------------------------------------------------------------ */

static gboolean
read_number (MftAgreement *agreement, MftBlock *cell, MftDecimal *number)
{
  g_autofree char *words = g_strstrip (mft_shown_text (agreement, cell));

  return mft_money_parse (words, number, NULL) || mft_decimal_parse (words, number, NULL);
}

/* A column of money that the program adds up. */
static gboolean
compute_sum (MftAgreement *agreement, MftBlock *table, MftDecimal *sum)
{
  MftBlock *head = mft_table_get_head (table);

  for (guint i = head != NULL ? mft_block_n_children (head) : 0; i > 0; i--)
    {
      MftBlock *cell = mft_block_get_child (head, i - 1);
      MftFormula formula = { .kind = MFT_FORMULA_SUM };
      if (mft_table_get_column (cell) != MFT_COLUMN_MONEY || !mft_table_has_sum (cell))
        continue;
      g_strlcpy (formula.columns[0], mft_block_get_id (cell), sizeof formula.columns[0]);
      return mft_formula_compute (agreement, cell, &formula, sum) == MFT_RESULT_NUMBER;
    }
  return FALSE;
}

/* "Jumlah" or "Total" at the start of the last row of an imported table. */
static MftBlock *
written_total (MftAgreement *agreement, MftBlock *table)
{
  guint rows = mft_block_n_children (table);
  MftBlock *row = rows > 2 ? mft_block_get_child (table, rows - 1) : NULL;

  for (guint i = 0; row != NULL && i < mft_block_n_children (row); i++)
    {
      g_autofree char *words
          = g_strstrip (mft_shown_text (agreement, mft_block_get_child (row, i)));
      if (words[0] != '\0')
        return mft_scan_keyword (words, "jumlah") > 0 || mft_scan_keyword (words, "total") > 0
                   ? row
                   : NULL;
    }
  return NULL;
}

static gboolean
is_empty (MftAgreement *agreement, MftBlock *row)
{
  for (guint i = 0; i < mft_block_n_children (row); i++)
    {
      g_autofree char *words
          = g_strstrip (mft_shown_text (agreement, mft_block_get_child (row, i)));
      if (words[0] != '\0')
        return FALSE;
    }
  return TRUE;
}

/* All the numbers above in the column; FALSE if there is none, or one cannot be read. */
static gboolean
add_up (MftAgreement *agreement, MftBlock *table, guint column, MftDecimal *sum)
{
  guint rows = mft_block_n_children (table);
  guint count = 0;

  *sum = mft_decimal (0);
  for (guint i = 0; i + 1 < rows; i++)
    {
      MftBlock *row = mft_block_get_child (table, i);
      MftDecimal number;
      if (mft_block_get_kind (row) == MFT_BLOCK_TABLE_HEAD || is_empty (agreement, row))
        continue;
      if (column >= mft_block_n_children (row)
          || !read_number (agreement, mft_block_get_child (row, column), &number)
          || !mft_decimal_set_places (&number, 2) || !mft_decimal_set_places (sum, 2)
          || !g_uint64_checked_add (&sum->digits, sum->digits, number.digits)
          || mft_decimal_whole (*sum) > MFT_DECIMAL_MAX)
        return FALSE;
      count++;
    }
  return count > 0;
}

/* What somebody wrote as the sum of the last column of numbers, after it was checked. */
static gboolean
check_written_sum (MftChecker *checker, const MftRule *rule, MftBlock *table, MftDecimal *written)
{
  MftBlock *row = written_total (checker->agreement, table);
  guint column = row != NULL ? mft_block_n_children (row) : 0;
  MftDecimal sum;

  while (column > 0
         && !read_number (checker->agreement, mft_block_get_child (row, column - 1), written))
    column--;
  if (column == 0)
    return FALSE;
  if (!add_up (checker->agreement, table, column - 1, &sum) || mft_decimal_equal (sum, *written))
    return TRUE;
  _mft_checker_go (checker, _mft_checker_find (checker, mft_block_get_child (row, column - 1)));
  g_autofree char *right
      = g_str_has_prefix (checker->text, "Rp") ? mft_money_format (sum) : mft_decimal_format (sum);
  gsize end = strlen (checker->text);
  MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, 0, end,
                                             N_ ("the rows above add up to {2}, not to {1}"),
                                             checker->text, right, NULL);
  _mft_checker_propose (checker, finding, 0, end, right);
  return TRUE;
}

/* The sum of the attachment, if it has just one. */
static gboolean
find_total (MftChecker *checker, const MftRule *rule, MftBlock *attachment, MftDecimal *total)
{
  guint count = 0;

  for (MftBlock *at = attachment; at != NULL; at = mft_block_next (at, attachment))
    if (mft_block_get_kind (at) == MFT_BLOCK_TABLE
        && (compute_sum (checker->agreement, at, total)
            || check_written_sum (checker, rule, at, total)))
      count++;
  return count == 1;
}

/* --- the value in the text ---------------------------------------------------------------------------- */

typedef struct
{
  MftReading *reading;
  gsize start;
  gsize end;
  MftDecimal amount;
} Amount;

/* The only amount of money that a Pasal names; FALSE for none and for several. */
static gboolean
find_amount (MftChecker *checker, MftBlock *pasal, Amount *amount)
{
  gboolean found = FALSE;

  for (MftBlock *at = pasal; at != NULL; at = mft_block_next (at, pasal))
    {
      MftReading *reading = _mft_checker_find (checker, at);
      const char *text = reading != NULL ? reading->text : "";
      for (const char *rp = strstr (text, "Rp"); rp != NULL; rp = strstr (rp + 2, "Rp"))
        {
          MftDecimal number;
          gsize size = mft_money_scan (rp, &number);
          if (size == 0)
            continue;
          if (found && !mft_decimal_equal (number, amount->amount))
            return FALSE;
          if (!found)
            *amount = (Amount){ reading, (gsize) (rp - text), (gsize) (rp - text) + size, number };
          found = TRUE;
        }
    }
  return found;
}

static gboolean
refers_to (MftBlock *pasal, MftBlock *attachment)
{
  for (MftBlock *at = pasal; at != NULL; at = mft_block_next (at, pasal))
    {
      MftText *text = mft_block_get_text (at);
      for (guint i = 0; i < mft_text_n_runs (text); i++)
        {
          const MftRun *run = mft_text_get_run (text, i);
          if (run->kind == MFT_RUN_REFERENCE
              && g_str_equal (run->value, mft_block_get_id (attachment)))
            return TRUE;
        }
    }
  return FALSE;
}

/* The field that shows these bytes, or NULL. */
static const char *
field_at (MftChecker *checker, gsize byte)
{
  gsize start = 0;

  for (guint i = 0; i < checker->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (checker->spans, MftShownSpan, i);
      gsize end = start + strlen (span->text);
      if (byte >= start && byte < end)
        return span->run->kind == MFT_RUN_FIELD ? span->run->value : NULL;
      start = end;
    }
  return NULL;
}

static void
compare (MftChecker *checker, const MftRule *rule, MftBlock *pasal, MftBlock *attachment,
         MftDecimal total)
{
  Amount amount;

  if (!refers_to (pasal, attachment) || !find_amount (checker, pasal, &amount)
      || mft_decimal_equal (amount.amount, total))
    return;
  _mft_checker_go (checker, amount.reading);
  g_autofree char *written = g_strndup (checker->text + amount.start, amount.end - amount.start);
  g_autofree char *right = mft_money_format (total);
  g_autofree char *where = mft_block_dup_path (attachment);
  const char *field = field_at (checker, amount.start);
  MftFinding *finding = _mft_checker_report (checker, rule, MFT_SEVERITY_ERROR, amount.start,
                                             amount.end, N_ ("{3} adds up to {2}, here it is {1}"),
                                             written, right, where, NULL);
  if (field != NULL)
    _mft_checker_propose_field (checker, finding, field, right);
  else
    _mft_checker_propose (checker, finding, amount.start, amount.end, right);
}

void
_mft_check_sum (MftChecker *checker, const MftRule *rule)
{
  MftBlock *root = mft_agreement_get_root (checker->agreement);
  MftBlock *body = mft_agreement_get_part (checker->agreement, MFT_BLOCK_BODY);

  for (guint i = 0; i < mft_block_n_children (root); i++)
    {
      MftBlock *attachment = mft_block_get_child (root, i);
      MftDecimal total;
      if (mft_block_get_kind (attachment) != MFT_BLOCK_ATTACHMENT
          || !find_total (checker, rule, attachment, &total))
        continue;
      for (guint pasal = 0; body != NULL && pasal < mft_block_n_children (body); pasal++)
        compare (checker, rule, mft_block_get_child (body, pasal), attachment, total);
    }
}
