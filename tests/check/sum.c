/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/attachment.h"
#include "agreement/edit.h"
#include "agreement/table.h"
#include "check-cases.h"
#include "check/check.h"

static MftText *
words (const char *text)
{
  return mft_text_new (text, MFT_STYLE_PLAIN);
}

static MftBlock *
add_row (MftBlock *table, const char *name, const char *amount)
{
  MftBlock *row = mft_block_append (table, mft_block_new (MFT_BLOCK_ROW, NULL));
  g_autoptr (MftText) first = words (name);
  g_autoptr (MftText) second = words (amount);

  mft_block_append (row, mft_block_new (MFT_BLOCK_CELL, first));
  mft_block_append (row, mft_block_new (MFT_BLOCK_CELL, second));
  return row;
}

/* A Pasal that names `amount` and an attachment with two rows of 600 and 400 thousand. `total`: as written
 * in a last row, or NULL for a sum that the program computes. */
static MftAgreement *
make (const char *amount, const char *total)
{
  static const char *const titles[] = { "Uraian", "Jumlah (Rp)", NULL };
  const MftColumn kinds[]
      = { MFT_COLUMN_WORDS, total != NULL ? MFT_COLUMN_WORDS : MFT_COLUMN_MONEY };
  MftAgreement *agreement
      = mft_test_check_import ("Pasal 1\nPEMBIAYAAN\n\nBiaya sebesar dirinci dalam .");
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  MftBlock *root = mft_agreement_get_root (agreement);
  g_autoptr (MftText) title = words ("RENCANA ANGGARAN BIAYA");
  MftBlock *attachment = mft_block_new (MFT_BLOCK_ATTACHMENT, title);
  MftBlock *table = mft_block_append (attachment, mft_table_new (titles, kinds, 2));
  MftBlock *head = mft_table_get_head (table);

  add_row (table, "Pelatihan", "600.000,00");
  add_row (table, "Alat", "400.000,00");
  if (total != NULL)
    add_row (table, "Jumlah", total);
  g_assert_true (mft_edit_insert (agreement, root, mft_block_n_children (root), attachment, NULL));
  if (total == NULL)
    g_assert_true (mft_table_set_sum (agreement, mft_block_get_child (head, 1), TRUE, NULL));
  g_autoptr (MftText) reference = mft_text_new_atom (
      MFT_RUN_REFERENCE, mft_block_get_id (attachment), MFT_REFERENCE_LEVEL, MFT_STYLE_PLAIN);
  g_autoptr (MftText) start = words (amount);
  g_autoptr (MftText) whole = mft_text_join (start, reference);
  MftBlock *line = mft_block_get_child (pasal, 0);
  g_assert_true (
      mft_edit_text (agreement, line, 0, mft_text_length (mft_block_get_text (line)), whole, NULL));
  return agreement;
}

static void
assert_sum (const char *amount, const char *total, const char *expected, guint fixes)
{
  g_autoptr (MftAgreement) agreement = make (amount, total);
  g_autofree char *list = mft_test_findings (agreement, "sum");

  g_test_message ("%s, %s", amount, total);
  mft_test_assert_text (list, expected);
  g_assert_cmpuint (mft_check_fix_all (agreement, "sum"), ==, fixes);
  g_autofree char *after = mft_test_findings (agreement, "sum");
  mft_test_assert_text (after, fixes > 0 ? "" : expected);
}

static void
test_value (void)
{
  assert_sum ("Biaya sebesar Rp1.000.000,00 dirinci dalam ", NULL, "", 0);
  assert_sum ("Biaya sebesar Rp1.000.000 dirinci dalam ", NULL, "", 0);
  assert_sum ("Biaya sebesar Rp900.000,00 dirinci dalam ", NULL,
              "sum: Rp900.000,00: Lampiran adds up to Rp1.000.000,00, here it is Rp900.000,00", 1);
  /* Nobody can tell which of two amounts it is, and none says nothing. */
  assert_sum ("Biaya Rp900.000,00 dan Rp800.000,00 dirinci dalam ", NULL, "", 0);
  assert_sum ("Biaya dirinci dalam ", NULL, "", 0);
}

static void
test_written_total (void)
{
  assert_sum ("Biaya sebesar Rp1.000.000,00 dirinci dalam ", "1.000.000,00", "", 0);
  assert_sum ("Biaya dirinci dalam ", "1.100.000,00",
              "sum: 1.100.000,00: the rows above add up to 1.000.000,00, not to 1.100.000,00", 1);
  assert_sum ("Biaya sebesar Rp1.000.000,00 dirinci dalam ", "satu juta", "", 0);
}

/* A field that feeds the text is set, not the text. */
static void
test_field (void)
{
  g_autoptr (MftAgreement) agreement = make ("Biaya dirinci dalam ", NULL);
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  g_autoptr (MftText) atom
      = mft_text_new_atom (MFT_RUN_FIELD, "nilai", MFT_FORM_MONEY, MFT_STYLE_PLAIN);

  mft_edit_add_field (agreement, mft_field_new ("nilai", MFT_FIELD_MONEY, TRUE, "nilai", NULL));
  g_assert_true (mft_edit_field (agreement, "nilai", "Rp5.000,00", NULL));
  g_assert_true (mft_edit_text (agreement, mft_block_get_child (pasal, 0), 0, 0, atom, NULL));
  g_assert_cmpuint (mft_check_fix_all (agreement, "sum"), ==, 1);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "nilai"), ==, "1000000");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/sum/value", test_value);
  g_test_add_func ("/check/sum/written-total", test_written_total);
  g_test_add_func ("/check/sum/field", test_field);
  return g_test_run ();
}
