/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit.h"
#include "agreement/lock.h"

/* Whatever is tried, a locked agreement stays as it is. */
static void
test_nothing_changes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (MftAgreement) other = mft_agreement_new (NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (int i = 0; i < 50; i++)
    mft_test_random_edit (agreement, random);
  g_autofree char *before = mft_test_dump (agreement);
  mft_agreement_set_lock (agreement, MFT_LOCK_ALL);
  for (int i = 0; i < 300; i++)
    mft_test_random_edit (agreement, random);
  mft_edit_setting (agreement, "sebutan", "PERTAMA");
  mft_edit_marks (agreement, mft_block_get_child (body, 0), MFT_MARKS_ANGKA);
  mft_edit_locked_label (agreement, mft_block_get_child (body, 0), "Pasal 9");
  g_assert_false (mft_edit_tree (agreement, mft_block_copy (mft_agreement_get_root (other)), NULL));
  g_assert_false (mft_agreement_can_undo (agreement));
  g_assert_false (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);

  mft_agreement_set_lock (agreement, MFT_LOCK_NONE);
  g_assert_true (mft_agreement_undo (agreement));
}

static void
test_says_why (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  g_autoptr (MftText) word = mft_text_new ("kata", MFT_STYLE_PLAIN);
  g_autoptr (GError) error = NULL;

  mft_agreement_set_lock (agreement, MFT_LOCK_TEXT);
  g_assert_false (mft_edit_text (agreement, pasal, 0, 0, word, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED);
}

/* Numbers come late, and from both sides. */
static void
test_numbers_come_late (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  mft_agreement_set_lock (agreement, MFT_LOCK_TEXT);
  g_assert_true (mft_edit_field (agreement, "p1.nomor", "27/PKS/KTS/XI/2026", &error));
  g_assert_no_error (error);
  g_assert_false (mft_edit_field (agreement, "p1.nama", "Badan Lain", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED);
  g_clear_error (&error);
  mft_agreement_set_lock (agreement, MFT_LOCK_ALL);
  g_assert_false (mft_edit_field (agreement, "p1.nomor", "28/PKS/KTS/XI/2026", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LOCKED);

  g_assert_true (mft_field_comes_late ("p12.nomor"));
  g_assert_true (mft_field_comes_late ("tempat_ttd"));
  g_assert_false (mft_field_comes_late ("p1.dasar.nomor"));
  g_assert_false (mft_field_comes_late ("p.nomor"));
  g_assert_false (mft_field_comes_late (""));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/lock/nothing-changes", test_nothing_changes);
  g_test_add_func ("/agreement/lock/says-why", test_says_why);
  g_test_add_func ("/agreement/lock/numbers-come-late", test_numbers_come_late);
  return g_test_run ();
}
