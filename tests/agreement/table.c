/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/formula.h"
#include "agreement/page-ranges.h"
#include "agreement/shown.h"
#include "agreement/table.h"

typedef struct
{
  MftAgreement *agreement;
  MftBlock *attachment;
  MftBlock *table;
} Sheet;

/* No. | Uraian | Volume | Harga Satuan (Rp) | Jumlah (Rp) */
static void
sheet_set_up (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  static const char *const titles[]
      = { "No.", "Uraian", "Volume", "Harga Satuan (Rp)", "Jumlah (Rp)" };
  static const MftColumn kinds[] = { MFT_COLUMN_ROW_NUMBER, MFT_COLUMN_WORDS, MFT_COLUMN_NUMBER,
                                     MFT_COLUMN_MONEY, MFT_COLUMN_WORDS };
  MftBlock *attachment = mft_block_new (MFT_BLOCK_ATTACHMENT, NULL);

  sheet->table = mft_block_append (attachment, mft_table_new (titles, kinds, 5));
  sheet->agreement = mft_test_agreement ();
  sheet->attachment = attachment;
  MftBlock *root = mft_agreement_get_root (sheet->agreement);
  g_assert_true (
      mft_edit_insert (sheet->agreement, root, mft_block_n_children (root), attachment, NULL));
}

static void
sheet_tear_down (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  g_object_unref (sheet->agreement);
}

static MftBlock *
head (Sheet *sheet, guint column)
{
  return mft_block_get_child (mft_table_get_head (sheet->table), column);
}

static MftBlock *
cell (Sheet *sheet, guint row, guint column)
{
  return mft_block_get_child (mft_block_get_child (sheet->table, row), column);
}

static void
write_cell (Sheet *sheet, guint row, guint column, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);

  g_assert_true (
      mft_edit_text (sheet->agreement, cell (sheet, row, column), 0, G_MAXUINT, text, NULL));
}

static void
assert_cell (Sheet *sheet, guint row, guint column, const char *expected)
{
  g_autofree char *shown = mft_shown_text (sheet->agreement, cell (sheet, row, column));

  g_assert_cmpstr (shown, ==, expected);
}

/* Volume × harga satuan, and the sum of that. */
static void
compute_columns (Sheet *sheet)
{
  g_assert_true (mft_table_set_product (sheet->agreement, head (sheet, 4), head (sheet, 2),
                                        head (sheet, 3), NULL));
  g_assert_true (mft_table_set_sum (sheet->agreement, head (sheet, 4), TRUE, NULL));
  g_assert_true (mft_table_set_terbilang (sheet->agreement, head (sheet, 4), TRUE, NULL));
}

static char *
terbilang (Sheet *sheet)
{
  return mft_shown_text (sheet->agreement, mft_block_get_child (sheet->attachment, 1));
}

static void
test_budget (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  compute_columns (sheet);
  g_autofree char *nothing = terbilang (sheet);
  g_assert_cmpstr (nothing, ==, "Terbilang: [jumlah]");

  write_cell (sheet, 1, 2, "2");
  write_cell (sheet, 1, 3, "Rp1.500.000");
  MftBlock *row = mft_table_insert_row (sheet->agreement, sheet->table, 2, NULL);
  g_assert_nonnull (row);
  write_cell (sheet, 2, 2, "1,5");
  write_cell (sheet, 2, 3, "10.000,50");
  assert_cell (sheet, 1, 0, "1.");
  assert_cell (sheet, 2, 0, "2.");
  assert_cell (sheet, 1, 4, "3.000.000,00");
  assert_cell (sheet, 2, 4, "15.000,75");
  assert_cell (sheet, 3, 1, "Jumlah");
  assert_cell (sheet, 3, 4, "3.015.000,75");
  g_autofree char *words = terbilang (sheet);
  g_assert_cmpstr (words, ==, "Terbilang: tiga juta lima belas ribu rupiah tujuh puluh lima sen");
}

/* A sum follows its column, wherever that moves, and the rows before it. */
static void
test_sum_follows (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  compute_columns (sheet);
  write_cell (sheet, 1, 2, "3");
  write_cell (sheet, 1, 3, "1.000");
  g_assert_true (mft_table_move_column (sheet->agreement, sheet->table, 4, 1, NULL));
  assert_cell (sheet, 2, 1, "3.000,00");
  g_assert_true (
      mft_table_insert_column (sheet->agreement, sheet->table, 1, "Tahun Anggaran", NULL));
  assert_cell (sheet, 0, 1, "Tahun Anggaran");
  assert_cell (sheet, 2, 2, "3.000,00");
  g_assert_true (mft_table_get_head_of (cell (sheet, 2, 2)) == head (sheet, 2));

  /* Without one of its factors it says so. */
  g_assert_true (mft_table_remove_column (sheet->agreement, sheet->table, 5, NULL));
  assert_cell (sheet, 1, 2, "[tidak dapat dihitung]");
  assert_cell (sheet, 2, 2, "[tidak dapat dihitung]");
  g_assert_true (mft_agreement_undo (sheet->agreement));
  assert_cell (sheet, 2, 2, "3.000,00");
}

static void
test_not_a_number (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  compute_columns (sheet);
  write_cell (sheet, 1, 2, "dua");
  write_cell (sheet, 1, 3, "1.000");
  assert_cell (sheet, 1, 4, "[tidak dapat dihitung]");
  assert_cell (sheet, 2, 4, "[tidak dapat dihitung]");
  write_cell (sheet, 1, 2, "999.999.999.999.999");
  write_cell (sheet, 1, 3, "999.999.999.999.999");
  assert_cell (sheet, 1, 4, "[tidak dapat dihitung]");
}

/* Columns that multiply each other end. */
static void
test_circle (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  g_assert_true (mft_table_set_product (sheet->agreement, head (sheet, 4), head (sheet, 3),
                                        head (sheet, 3), NULL));
  g_assert_true (mft_table_set_product (sheet->agreement, head (sheet, 3), head (sheet, 4),
                                        head (sheet, 4), NULL));
  assert_cell (sheet, 1, 4, "[tidak dapat dihitung]");
}

static void
test_sum_off (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  guint rows = mft_block_n_children (sheet->table);

  g_assert_true (mft_table_set_sum (sheet->agreement, head (sheet, 3), TRUE, NULL));
  g_assert_true (mft_table_set_sum (sheet->agreement, head (sheet, 2), TRUE, NULL));
  g_assert_cmpuint (mft_block_n_children (sheet->table), ==, rows + 1);
  g_assert_true (mft_table_set_sum (sheet->agreement, head (sheet, 3), FALSE, NULL));
  g_assert_false (mft_table_has_sum (head (sheet, 3)));
  g_assert_true (mft_table_has_sum (head (sheet, 2)));
  g_assert_true (mft_table_set_sum (sheet->agreement, head (sheet, 2), FALSE, NULL));
  g_assert_cmpuint (mft_block_n_children (sheet->table), ==, rows);
  g_assert_true (mft_table_set_terbilang (sheet->agreement, head (sheet, 3), TRUE, NULL));
  g_assert_true (mft_table_has_terbilang (head (sheet, 3)));
  g_assert_true (mft_table_set_terbilang (sheet->agreement, head (sheet, 3), FALSE, NULL));
  g_assert_cmpuint (mft_block_n_children (sheet->attachment), ==, 1);
}

static void
test_undo (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  g_autofree char *before = mft_test_dump (sheet->agreement);
  guint steps = 0;

  compute_columns (sheet);
  g_assert_true (mft_table_set_column (sheet->agreement, head (sheet, 0), MFT_COLUMN_WORDS, NULL));
  assert_cell (sheet, 1, 0, "");
  g_assert_true (mft_edit_trait (sheet->agreement, sheet->attachment, MFT_TRAIT_ORIENTATION,
                                 "mendatar", NULL));
  while (steps < 5 && mft_agreement_undo (sheet->agreement))
    steps++;
  g_autofree char *after = mft_test_dump (sheet->agreement);
  g_assert_cmpuint (steps, ==, 5);
  mft_test_assert_text (after, before);
}

static void
test_limits (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  while (mft_block_n_children (mft_table_get_head (sheet->table)) < MFT_TABLE_COLUMNS_MOST)
    g_assert_true (mft_table_insert_column (sheet->agreement, sheet->table, 0, "", NULL));
  g_assert_false (mft_table_insert_column (sheet->agreement, sheet->table, 0, "", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
  g_clear_error (&error);
  while (mft_block_n_children (mft_table_get_head (sheet->table)) > 1)
    g_assert_true (mft_table_remove_column (sheet->agreement, sheet->table, 0, NULL));
  g_assert_false (mft_table_remove_column (sheet->agreement, sheet->table, 0, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
  g_clear_error (&error);
  g_assert_false (
      mft_edit_trait (sheet->agreement, sheet->table, MFT_TRAIT_ORIENTATION, "mendatar", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
}

/* The body may quote a sum. */
static void
test_quoted (Sheet *sheet, gconstpointer unused G_GNUC_UNUSED)
{
  g_autofree char *value
      = mft_formula_dup (MFT_FORMULA_SUM, mft_block_get_id (head (sheet, 3)), NULL);
  g_autoptr (MftText) sum
      = mft_text_new_atom (MFT_RUN_FORMULA, value, MFT_FORM_MONEY, MFT_STYLE_PLAIN);
  MftBlock *body = mft_agreement_get_part (sheet->agreement, MFT_BLOCK_BODY);
  MftBlock *block = mft_block_get_child (mft_block_get_child (body, 0), 0);

  g_assert_true (mft_edit_text (sheet->agreement, block, 0, G_MAXUINT, sum, NULL));
  write_cell (sheet, 1, 3, "5.000.000");
  g_autofree char *shown = mft_shown_text (sheet->agreement, block);
  g_assert_cmpstr (shown, ==, "Rp5.000.000,00 (lima juta rupiah)");
}

static void
test_formulas (void)
{
  static const char *const wrong[] = { "",
                                       "nomor ",
                                       "nomor abcdefghij",
                                       "kali abcdefghij",
                                       "kali abcdefghij abcdefghij x",
                                       "jumlah",
                                       "jumlah ABCDEFGHIJ",
                                       "bagi abcdefghij abcdefghij",
                                       "jumlah  abcdefghij" };
  MftFormula formula;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (mft_formula_parse (wrong[i], &formula));
  g_assert_true (mft_formula_parse ("kali abcdefghij bcdefghija", &formula));
  g_assert_cmpint (formula.kind, ==, MFT_FORMULA_PRODUCT);
  g_assert_cmpstr (formula.columns[1], ==, "bcdefghija");
}

static void
test_page_ranges (void)
{
  static const char *const wrong[] = {
    "", "0", "3-1", "1-", "-1", "1,,2", "1-2-3", "satu", "1 -2", "10000", "99999999999999999999"
  };
  g_autoptr (GArray) ranges = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (mft_page_ranges_parse (wrong[i], NULL));
  g_assert_true (mft_page_ranges_parse ("1-3,7", &ranges));
  g_assert_cmpuint (ranges->len, ==, 2);
  g_assert_cmpuint (g_array_index (ranges, MftPageRange, 0).last, ==, 3);
  g_assert_cmpuint (g_array_index (ranges, MftPageRange, 1).first, ==, 7);
}

static void
add (const char *path, void (*test) (Sheet *sheet, gconstpointer unused))
{
  g_test_add (path, Sheet, NULL, sheet_set_up, test, sheet_tear_down);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  add ("/table/budget", test_budget);
  add ("/table/sum-follows", test_sum_follows);
  add ("/table/not-a-number", test_not_a_number);
  add ("/table/circle", test_circle);
  add ("/table/sum-off", test_sum_off);
  add ("/table/undo", test_undo);
  add ("/table/limits", test_limits);
  add ("/table/quoted", test_quoted);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add_func ("/table/page-ranges", test_page_ranges);
  return g_test_run ();
}
