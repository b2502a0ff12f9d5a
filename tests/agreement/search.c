/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "agreement/edit.h"
#include "agreement/search.h"
#include "agreement/shown.h"

static MftBlock *
pasal (MftAgreement *agreement, guint number)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), number - 1);
}

static guint
count (MftAgreement *agreement, MftSearch search)
{
  g_autoptr (GArray) matches = mft_search (agreement, &search);

  return matches->len;
}

static MftBlock *
add (MftAgreement *agreement, MftBlock *parent, MftBlockKind kind, const char *words)
{
  g_autoptr (MftText) text = mft_text_new (words, MFT_STYLE_PLAIN);
  MftBlock *block = mft_block_new (kind, text);

  g_assert_true (mft_edit_insert (agreement, parent, mft_block_n_children (parent), block, NULL));
  return block;
}

static void
test_case_and_words (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *line = add (agreement, pasal (agreement, 2), MFT_BLOCK_AYAT, "Wajib, kewajiban, WAJIB");

  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "wajib" }), ==, 3);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "wajib", .whole_word = TRUE }), ==, 2);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "WAJIB", .match_case = TRUE }), ==, 1);
  g_assert_cmpuint (
      count (agreement, (MftSearch){ .words = "wajib", .within = mft_block_get_id (line) }), ==, 3);
  g_assert_cmpuint (
      count (agreement,
             (MftSearch){ .words = "wajib", .within = mft_block_get_id (pasal (agreement, 1)) }),
      ==, 0);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "" }), ==, 0);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "wajib", .within = "tidakada" }), ==,
                    0);
}

/* Letters that are written in two ways are the same letters. */
static void
test_unicode (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  add (agreement, pasal (agreement, 2), MFT_BLOCK_AYAT, "Kafé ÉPÉE 😀😀");
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "kafe\u0301" }), ==, 1);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "épée" }), ==, 1);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "😀" }), ==, 2);
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "\xff\xfe" }), ==, 0);
}

/* Values are found as they are read, and stay whole. */
static void
test_values_are_fixed (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  const MftSearch search = { .words = "(empat) tahun" };
  g_autofree char *before = mft_test_dump (agreement);
  g_autoptr (GArray) matches = mft_search (agreement, &search);

  g_assert_cmpuint (matches->len, >, 0);
  g_assert_true (g_array_index (matches, MftMatch, 0).fixed);
  g_assert_cmpuint (mft_search_replace_all (agreement, &search, "x"), ==, 0);
  g_autofree char *after = mft_test_dump (agreement);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (mft_agreement_can_undo (agreement));
}

static void
test_duties_of_a_party (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *duties = add (agreement, body, MFT_BLOCK_PASAL, "HAK DAN KEWAJIBAN");
  MftBlock *first = add (agreement, duties, MFT_BLOCK_AYAT, "PIHAK KESATU berkewajiban:");
  MftBlock *second = add (agreement, duties, MFT_BLOCK_AYAT, "PIHAK KEDUA berkewajiban:");
  MftBlock *rights
      = add (agreement, duties, MFT_BLOCK_AYAT, "PIHAK KEDUA berhak atas kewajiban PIHAK KESATU:");
  MftBlock *own = add (agreement, body, MFT_BLOCK_PASAL, "KEWAJIBAN PIHAK KEDUA");

  add (agreement, first, MFT_BLOCK_ITEM, "menyusun laporan;");
  MftBlock *wanted = add (agreement, second, MFT_BLOCK_ITEM, "menyusun laporan;");
  add (agreement, rights, MFT_BLOCK_ITEM, "menyusun laporan;");
  add (agreement, own, MFT_BLOCK_PARAGRAPH, "Laporan disampaikan tertulis.");
  MftSearch search = { .words = "laporan", .duties_of = 2 };
  g_assert_cmpuint (count (agreement, (MftSearch){ .words = "laporan" }), ==, 4);
  g_assert_cmpuint (count (agreement, search), ==, 2);
  g_assert_cmpuint (mft_search_replace_all (agreement, &search, "naskah laporan"), ==, 2);
  g_autofree char *shown = mft_shown_text (agreement, wanted);
  g_assert_cmpstr (shown, ==, "menyusun naskah laporan;");
}

/* One step for all; each keeps its style; several in one line. */
static void
test_replace_is_one_step (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *line = add (agreement, pasal (agreement, 2), MFT_BLOCK_AYAT, "mitra dan mitra");
  const MftSearch search = { .words = "mitra", .whole_word = TRUE };

  mft_edit_style (agreement, line, 0, 5, MFT_STYLE_ITALIC, MFT_STYLE_PLAIN, NULL);
  g_autofree char *before = mft_test_dump (agreement);
  g_assert_cmpuint (mft_search_replace_all (agreement, &search, "rekan kerja"), ==, 2);
  g_autofree char *shown = mft_shown_text (agreement, line);
  g_assert_cmpstr (shown, ==, "rekan kerja dan rekan kerja");
  g_assert_cmpint (mft_text_get_run (mft_block_get_text (line), 0)->style, ==, MFT_STYLE_ITALIC);
  g_assert_cmpuint (mft_run_length (mft_text_get_run (mft_block_get_text (line), 0)), ==, 11);
  g_assert_true (mft_agreement_undo (agreement));
  g_autofree char *after = mft_test_dump (agreement);
  g_assert_cmpstr (after, ==, before);
  /* With nothing, and with itself. */
  g_assert_cmpuint (mft_search_replace_all (agreement, &search, "mitra"), ==, 2);
  g_assert_cmpuint (mft_search_replace_all (agreement, &search, ""), ==, 2);
  g_autofree char *empty = mft_shown_text (agreement, line);
  g_assert_cmpstr (empty, ==, " dan ");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/search/case-and-words", test_case_and_words);
  g_test_add_func ("/agreement/search/unicode", test_unicode);
  g_test_add_func ("/agreement/search/values-are-fixed", test_values_are_fixed);
  g_test_add_func ("/agreement/search/duties-of-a-party", test_duties_of_a_party);
  g_test_add_func ("/agreement/search/replace-is-one-step", test_replace_is_one_step);
  return g_test_run ();
}
