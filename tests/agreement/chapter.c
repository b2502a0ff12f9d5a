/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/akn.h"
#include "agreement/chapter.h"
#include "agreement/house-style.h"

static MftBlock *
pasal_at (MftAgreement *agreement, guint index)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), index);
}

static void
assert_chapter (MftAgreement *agreement, guint index, const char *label, const char *heading)
{
  g_autofree char *shown = mft_chapter_dup_label (agreement, pasal_at (agreement, index));
  g_autofree char *words = mft_chapter_dup_heading (agreement, pasal_at (agreement, index));

  g_assert_cmpstr (shown, ==, label);
  g_assert_cmpstr (words, ==, heading);
}

static void
set (MftAgreement *agreement, guint index, const char *heading)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mft_chapter_set (agreement, pasal_at (agreement, index), heading, &error));
  g_assert_no_error (error);
}

/* Numbered by themselves, in the style of the headings, or not shown at all; a step of the history. */
static void
test_numbers (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *before = mft_test_dump (agreement);

  set (agreement, 2, " Penutup ");
  assert_chapter (agreement, 2, "BAB I", "PENUTUP");
  set (agreement, 0, "Ketentuan Umum");
  assert_chapter (agreement, 0, "BAB I", "KETENTUAN UMUM");
  assert_chapter (agreement, 1, NULL, NULL);
  assert_chapter (agreement, 2, "BAB II", "PENUTUP");
  g_assert_true (mft_house_style_set (agreement, MFT_STYLE_HEADINGS, "judul", NULL));
  assert_chapter (agreement, 0, "BAB I", "Ketentuan Umum");
  g_assert_true (mft_house_style_set (agreement, MFT_STYLE_CHAPTERS, "tanpa", NULL));
  assert_chapter (agreement, 0, NULL, NULL);
  set (agreement, 2, "Penutup");
  assert_chapter (agreement, 2, "BAB II", "Penutup");
  set (agreement, 0, NULL);
  assert_chapter (agreement, 2, "BAB I", "Penutup");
  while (mft_agreement_undo (agreement))
    ;
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
}

static void
test_kept (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  set (agreement, 1, "Pelaksanaan & <Pembiayaan>");
  g_autoptr (GBytes) bytes = mft_akn_write (agreement);
  g_autoptr (MftAgreement) read = mft_akn_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mft_chapter_get_heading (pasal_at (read, 1)), ==, "Pelaksanaan & <Pembiayaan>");
  g_assert_false (mft_chapter_set (agreement, mft_agreement_get_part (agreement, MFT_BLOCK_BODY),
                                   "BAB", &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
}

static void
test_scan (void)
{
  g_assert_cmpuint (mft_chapter_scan ("BAB II"), ==, strlen ("BAB II"));
  g_assert_cmpuint (mft_chapter_scan ("BAB IV KETENTUAN UMUM"), ==, strlen ("BAB IV"));
  g_assert_cmpuint (mft_chapter_scan ("BAB IIII"), ==, 0);
  g_assert_cmpuint (mft_chapter_scan ("BAB"), ==, 0);
  g_assert_cmpuint (mft_chapter_scan ("BAB I."), ==, 0);
  g_assert_cmpuint (mft_chapter_scan ("Bab I"), ==, 0);
}

int
main (int argc, char *argv[])
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/chapter/numbers", test_numbers);
  g_test_add_func ("/agreement/chapter/kept", test_kept);
  g_test_add_func ("/agreement/chapter/scan", test_scan);
  return g_test_run ();
}
