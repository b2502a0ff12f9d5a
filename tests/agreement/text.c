/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/text.h"

static MftText *
sample (void)
{
  const MftRun runs[] = {
    { MFT_RUN_TEXT, MFT_STYLE_PLAIN, 0, "selama " },
    { MFT_RUN_FIELD, MFT_STYLE_PLAIN, MFT_FORM_DURATION, "jangka_waktu" },
    { MFT_RUN_TEXT, MFT_STYLE_PLAIN, 0, " oleh " },
    { MFT_RUN_TEXT, MFT_STYLE_BOLD, 0, "PARA" },
  };

  return mft_text_new_runs (runs, G_N_ELEMENTS (runs));
}

static void
assert_words (MftText *text, const char *expected)
{
  g_autofree char *words = mft_text_dup_words (text);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_canonical (void)
{
  const MftRun runs[] = {
    { MFT_RUN_TEXT, MFT_STYLE_PLAIN, 0, "sa" },
    { MFT_RUN_TEXT, MFT_STYLE_BOLD, 0, "" },
    { MFT_RUN_TEXT, MFT_STYLE_PLAIN, 5, "tu\n\t\x01\x7f" },
    { MFT_RUN_TEXT, MFT_STYLE_PLAIN, 0, "e\xcc\x81" },
  };
  g_autoptr (MftText) text = mft_text_new_runs (runs, G_N_ELEMENTS (runs));

  g_assert_cmpuint (mft_text_n_runs (text), ==, 1);
  assert_words (text, "satu  \xc3\xa9");
  g_assert_cmpuint (mft_text_length (text), ==, 7);
}

static void
test_broken_utf8 (void)
{
  g_autoptr (MftText) text = mft_text_new ("a\xff\xfe b", MFT_STYLE_PLAIN);
  g_autofree char *words = mft_text_dup_words (text);

  g_assert_true (g_utf8_validate (words, -1, NULL));
}

static void
test_replace (void)
{
  g_autoptr (MftText) text = sample ();
  g_autoptr (MftText) with = mft_text_new ("X", MFT_STYLE_PLAIN);

  g_assert_cmpuint (mft_text_length (text), ==, 7 + 1 + 6 + 4);
  g_autoptr (MftText) atom_gone = mft_text_replace (text, 7, 8, with);
  assert_words (atom_gone, "selama X oleh PARA");
  g_assert_cmpuint (mft_text_n_runs (atom_gone), ==, 2);
  g_autoptr (MftText) inside = mft_text_replace (text, 2, 4, NULL);
  assert_words (inside, "sema  oleh PARA");
  g_assert_cmpuint (mft_text_n_runs (inside), ==, 4);
  g_autoptr (MftText) beyond = mft_text_replace (text, 1000, 2000, with);
  assert_words (beyond, "selama  oleh PARAX");
  g_autoptr (MftText) all = mft_text_replace (text, 0, G_MAXUINT, NULL);
  g_assert_cmpuint (mft_text_length (all), ==, 0);
}

/* Any slice and its surroundings give the whole again. */
static void
test_slices_join (void)
{
  g_autoptr (MftText) text = sample ();

  for (guint start = 0; start <= mft_text_length (text); start++)
    {
      g_autoptr (MftText) first = mft_text_slice (text, 0, start);
      g_autoptr (MftText) second = mft_text_slice (text, start, G_MAXUINT);
      g_autoptr (MftText) joined = mft_text_join (first, second);
      g_assert_true (mft_text_equal (joined, text));
      g_assert_cmpuint (mft_text_length (first), ==, start);
    }
}

static void
test_restyle (void)
{
  g_autoptr (MftText) text = sample ();
  g_autoptr (MftText) bold = mft_text_restyle (text, 0, G_MAXUINT, MFT_STYLE_BOLD, MFT_STYLE_PLAIN);
  g_autoptr (MftText) plain
      = mft_text_restyle (bold, 0, G_MAXUINT, MFT_STYLE_PLAIN, MFT_STYLE_BOLD);
  g_autoptr (MftText) part = mft_text_restyle (text, 2, 4, MFT_STYLE_ITALIC, MFT_STYLE_PLAIN);

  g_assert_cmpuint (mft_text_n_runs (bold), ==, 3);
  g_assert_cmpuint (mft_text_n_runs (plain), ==, 3);
  g_assert_cmpuint (mft_text_n_runs (part), ==, 6);
  g_assert_cmpint (mft_text_get_run (part, 1)->style, ==, MFT_STYLE_ITALIC);
  g_assert_cmpstr (mft_text_get_run (part, 1)->value, ==, "la");
}

static void
test_run_at (void)
{
  g_autoptr (MftText) text = sample ();
  guint start;

  g_assert_cmpint (mft_text_get_run_at (text, 7, &start)->kind, ==, MFT_RUN_FIELD);
  g_assert_cmpuint (start, ==, 7);
  g_assert_cmpstr (mft_text_get_run_at (text, 14, &start)->value, ==, "PARA");
  g_assert_null (mft_text_get_run_at (text, 18, NULL));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/agreement/text/canonical", test_canonical);
  g_test_add_func ("/agreement/text/broken", test_broken_utf8);
  g_test_add_func ("/agreement/text/replace", test_replace);
  g_test_add_func ("/agreement/text/slices", test_slices_join);
  g_test_add_func ("/agreement/text/restyle", test_restyle);
  g_test_add_func ("/agreement/text/run-at", test_run_at);
  return g_test_run ();
}
