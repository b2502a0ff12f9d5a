/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-edits.h"
#include "support.h"

#include "base/clock.h"

#include "agreement/edit.h"
#include "agreement/shown.h"

static MftBlock *
pasal (MftAgreement *agreement, guint number)
{
  return mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), number - 1);
}

static void
type (MftAgreement *agreement, MftBlock *block, guint at, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autoptr (MftText) text = mft_text_new (letter, MFT_STYLE_PLAIN);
      g_assert_true (mft_edit_text (agreement, block, at, at, text, NULL));
      at++;
    }
}

static void
assert_shown (MftAgreement *agreement, MftBlock *block, const char *expected)
{
  g_autofree char *shown = mft_shown_text (agreement, block);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_typing_joins_by_word (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *heading = pasal (agreement, 1);

  mft_clock_freeze (1000000000);
  type (agreement, heading, 0, "abc def ");
  assert_shown (agreement, heading, "abc def RUANG LINGKUP");
  mft_agreement_undo (agreement);
  assert_shown (agreement, heading, "abc RUANG LINGKUP");
  mft_agreement_undo (agreement);
  assert_shown (agreement, heading, "RUANG LINGKUP");
  g_assert_false (mft_agreement_can_undo (agreement));
  mft_clock_freeze (-1);
}

static void
test_typing_parts_by_pause (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *heading = pasal (agreement, 1);

  mft_clock_freeze (1000000000);
  type (agreement, heading, 0, "ab");
  mft_clock_freeze (1000000000 + 2 * G_USEC_PER_SEC);
  type (agreement, heading, 2, "cd");
  mft_agreement_undo (agreement);
  assert_shown (agreement, heading, "abRUANG LINGKUP");
  mft_clock_freeze (-1);
}

static void
test_backspace_joins (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *heading = pasal (agreement, 1);

  mft_clock_freeze (1000000000);
  for (guint end = 5; end > 2; end--)
    mft_edit_text (agreement, heading, end - 1, end, NULL, NULL);
  assert_shown (agreement, heading, "RU LINGKUP");
  mft_agreement_undo (agreement);
  assert_shown (agreement, heading, "RUANG LINGKUP");
  mft_clock_freeze (-1);
}

static void
test_split_ayat (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *ayat = mft_block_get_child (pasal (agreement, 2), 0);
  MftBlock *second = mft_block_get_child (pasal (agreement, 2), 1);

  assert_shown (agreement, second,
                "Jangka waktu sebagaimana dimaksud pada ayat (1) dapat diperpanjang oleh "
                "PARA PIHAK.");
  MftBlock *added = mft_edit_split (agreement, ayat, 11, NULL);
  assert_shown (agreement, ayat, "Perjanjian ");
  assert_shown (agreement, added, "ini berlaku selama 4 (empat) tahun dan 30 (tiga puluh) hari.");
  g_assert_cmpstr (mft_block_get_label (added), ==, "(2)");
  g_assert_cmpstr (mft_block_get_label (second), ==, "(3)");
  mft_agreement_undo (agreement);
  g_assert_cmpstr (mft_block_get_label (second), ==, "(2)");
}

/* A Pasal of one paragraph has ayat as soon as there are two; Shift+Enter leaves them without numbers. */
static void
test_split_only_paragraph (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  g_autoptr (MftText) words
      = mft_text_new ("Biaya ditanggung bersama. Pajak tidak.", MFT_STYLE_PLAIN);
  MftBlock *cost = mft_block_new (MFT_BLOCK_PASAL, NULL);
  MftBlock *only = mft_block_append (cost, mft_block_new (MFT_BLOCK_PARAGRAPH, words));

  g_assert_true (mft_edit_insert (agreement, body, 0, cost, NULL));
  g_autofree char *before = mft_test_dump (agreement);
  MftBlock *added = mft_edit_split (agreement, only, 26, NULL);
  g_assert_cmpstr (mft_block_get_label (only), ==, "(1)");
  g_assert_cmpstr (mft_block_get_label (added), ==, "(2)");
  assert_shown (agreement, added, "Pajak tidak.");
  g_assert_cmpstr (mft_block_get_label (mft_edit_split (agreement, added, 0, NULL)), ==, "(3)");
  mft_agreement_undo (agreement);
  mft_agreement_undo (agreement);
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);

  added = mft_edit_add_paragraph (agreement, only, 26, NULL);
  g_assert_cmpint (mft_block_get_kind (added), ==, MFT_BLOCK_PARAGRAPH);
  g_assert_cmpint (mft_block_get_kind (only), ==, MFT_BLOCK_PARAGRAPH);
}

static void
test_references_follow (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *change = mft_block_get_child (pasal (agreement, 3), 1);

  assert_shown (agreement, change,
                "Perubahan sebagaimana dimaksud dalam Pasal 1 huruf a angka 1 sejak 26 November "
                "2026.");
  g_assert_true (mft_edit_move (agreement, pasal (agreement, 1), body, 2, NULL));
  assert_shown (agreement, change,
                "Perubahan sebagaimana dimaksud dalam Pasal 3 huruf a angka 1 sejak 26 November "
                "2026.");
  g_assert_true (mft_edit_remove (agreement, pasal (agreement, 3), NULL));
  assert_shown (agreement, change,
                "Perubahan sebagaimana dimaksud dalam [acuan hilang] sejak 26 November 2026.");
  mft_agreement_undo (agreement);
  mft_agreement_undo (agreement);
  g_assert_cmpstr (mft_block_get_label (mft_block_get_ancestor (change, MFT_BLOCK_PASAL)), ==,
                   "Pasal 3");
}

static void
test_split_opens_a_list (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *scope = mft_block_get_child (pasal (agreement, 1), 0);
  guint length = mft_text_length (mft_block_get_text (scope));
  MftBlock *added = mft_edit_split (agreement, scope, length, NULL);

  g_assert_cmpint (mft_block_get_kind (added), ==, MFT_BLOCK_ITEM);
  g_assert_cmpstr (mft_block_get_label (added), ==, "a.");
  g_assert_cmpuint (mft_block_n_children (scope), ==, 3);
}

static void
test_merge (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *scope = mft_block_get_child (pasal (agreement, 1), 0);
  MftBlock *first = mft_block_get_child (scope, 0);
  guint offset;

  /* The first item joins the line that introduces it; its own list moves up a level. */
  g_assert_true (mft_edit_merge (agreement, first, &offset, NULL) == scope);
  g_assert_cmpuint (offset, ==, 23);
  assert_shown (agreement, scope, "Ruang lingkup meliputi:penyediaan layanan:");
  g_assert_cmpuint (mft_block_n_children (scope), ==, 3);
  assert_shown (agreement, mft_block_get_child (scope, 0), "daring:");
  assert_shown (agreement, mft_block_get_child (scope, 1), "luring; dan");
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (scope, 1)), ==, "b.");
}

static void
test_merge_keeps_headings (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autoptr (GError) error = NULL;

  g_assert_null (
      mft_edit_merge (agreement, mft_block_get_child (pasal (agreement, 2), 0), NULL, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_EDGE);
  g_assert_false (mft_agreement_can_undo (agreement));
}

/* Shift+Enter stays in the ayat; Enter in such a paragraph goes on to the next ayat. */
static void
test_paragraphs_of_an_ayat (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  g_autofree char *before = mft_test_dump (agreement);
  MftBlock *ayat = mft_block_get_child (pasal (agreement, 2), 0);
  MftBlock *further = mft_edit_add_paragraph (agreement, ayat, 11, NULL);

  g_assert_cmpint (mft_block_get_kind (further), ==, MFT_BLOCK_PARAGRAPH);
  g_assert_true (mft_block_get_parent (further) == ayat);
  assert_shown (agreement, ayat, "Perjanjian ");
  g_assert_true (mft_edit_add_paragraph (agreement, further, 3, NULL)
                 == mft_block_get_child (ayat, 1));
  MftBlock *next = mft_edit_split (agreement, further, 3, NULL);
  g_assert_cmpint (mft_block_get_kind (next), ==, MFT_BLOCK_AYAT);
  g_assert_cmpstr (mft_block_get_label (next), ==, "(2)");
  g_assert_cmpuint (mft_block_n_children (ayat), ==, 1);
  g_assert_cmpuint (mft_block_n_children (next), ==, 1);
  assert_shown (agreement, mft_block_get_child (next, 0),
                " berlaku selama 4 (empat) tahun dan 30 (tiga puluh) hari.");
  while (mft_agreement_undo (agreement))
    ;
  g_autofree char *after = mft_test_dump (agreement);
  g_assert_cmpstr (after, ==, before);
}

static void
test_levels (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *second = mft_block_get_child (pasal (agreement, 2), 1);

  g_assert_true (mft_edit_lower (agreement, second, NULL));
  g_assert_cmpint (mft_block_get_kind (second), ==, MFT_BLOCK_ITEM);
  g_assert_cmpstr (mft_block_get_label (second), ==, "a.");
  g_assert_cmpstr (mft_block_get_label (mft_block_get_parent (second)), ==, "");
  g_assert_true (mft_edit_raise (agreement, second, NULL));
  g_assert_cmpint (mft_block_get_kind (second), ==, MFT_BLOCK_AYAT);
  g_assert_cmpstr (mft_block_get_label (second), ==, "(2)");
}

static void
test_list_depth_is_held (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *scope = mft_block_get_child (pasal (agreement, 1), 0);
  MftBlock *deep = scope;
  g_autoptr (GError) error = NULL;

  while (mft_block_n_children (deep) > 0)
    deep = mft_block_get_child (deep, mft_block_n_children (mft_block_get_child (deep, 0)) > 0
                                          ? 0
                                          : mft_block_n_children (deep) - 1);
  g_assert_cmpuint (mft_block_get_level (deep), ==, 4);
  g_assert_false (mft_edit_lower (agreement, deep, &error));
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_DEPTH);
}

static void
test_refusals (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *ayat = mft_block_get_child (pasal (agreement, 2), 0);
  g_autofree char *before = mft_test_dump (agreement);

  g_assert_false (mft_edit_remove (agreement, root, NULL));
  g_assert_false (mft_edit_remove (agreement, body, NULL));
  g_assert_false (mft_edit_move (agreement, pasal (agreement, 1), ayat, 0, NULL));
  g_assert_false (mft_edit_move (agreement, pasal (agreement, 1), root, 0, NULL));
  g_assert_false (mft_edit_insert (agreement, root, 0, mft_block_new (MFT_BLOCK_BODY, NULL), NULL));
  g_assert_false (mft_edit_insert (
      agreement, body, 0, mft_block_new_with_id (MFT_BLOCK_PASAL, mft_block_get_id (ayat), NULL),
      NULL));
  g_assert_false (mft_edit_text (agreement, body, 0, 0, NULL, NULL));
  g_assert_false (mft_edit_field (agreement, "tidak_ada", "1", NULL));
  g_assert_false (mft_edit_field (agreement, "jangka_waktu", "empat", NULL));
  g_autofree char *after = mft_test_dump (agreement);
  mft_test_assert_text (after, before);
  g_assert_false (mft_agreement_can_undo (agreement));
}

static void
test_field_feeds_every_place (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *title = mft_agreement_get_part (agreement, MFT_BLOCK_TITLE);

  g_assert_true (mft_edit_field (agreement, "p1.nama", "Badan Arsip Nusantara", NULL));
  g_assert_true (mft_edit_field (agreement, "jangka_waktu", "5 Tahun", NULL));
  assert_shown (agreement, mft_block_get_child (title, 1), "BADAN ARSIP NUSANTARA");
  assert_shown (agreement, mft_block_get_child (pasal (agreement, 2), 0),
                "Perjanjian ini berlaku selama 5 (lima) tahun dan 30 (tiga puluh) hari.");
  mft_agreement_undo (agreement);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "jangka_waktu"), ==, "4 tahun");
}

static void
only_cb (MftAgreement *agreement, MftBlock *only, MftBlock **seen)
{
  (void) agreement;
  *seen = only;
}

static void
test_changed_names_the_block (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  MftBlock *heading = pasal (agreement, 1);
  MftBlock *seen = NULL;

  g_signal_connect (agreement, "changed", G_CALLBACK (only_cb), &seen);
  type (agreement, heading, 0, "A");
  g_assert_true (seen == heading);
  mft_edit_field (agreement, "p1.nama", "Lain", NULL);
  g_assert_null (seen);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/edit/typing-word", test_typing_joins_by_word);
  g_test_add_func ("/agreement/edit/typing-pause", test_typing_parts_by_pause);
  g_test_add_func ("/agreement/edit/backspace", test_backspace_joins);
  g_test_add_func ("/agreement/edit/split", test_split_ayat);
  g_test_add_func ("/agreement/edit/references", test_references_follow);
  g_test_add_func ("/agreement/edit/split-only-paragraph", test_split_only_paragraph);
  g_test_add_func ("/agreement/edit/split-list", test_split_opens_a_list);
  g_test_add_func ("/agreement/edit/merge", test_merge);
  g_test_add_func ("/agreement/edit/merge-heading", test_merge_keeps_headings);
  g_test_add_func ("/agreement/edit/paragraphs", test_paragraphs_of_an_ayat);
  g_test_add_func ("/agreement/edit/levels", test_levels);
  g_test_add_func ("/agreement/edit/depth", test_list_depth_is_held);
  g_test_add_func ("/agreement/edit/refusals", test_refusals);
  g_test_add_func ("/agreement/edit/field", test_field_feeds_every_place);
  g_test_add_func ("/agreement/edit/changed", test_changed_names_the_block);
  return g_test_run ();
}
