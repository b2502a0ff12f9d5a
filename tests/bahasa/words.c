/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "bahasa/text.h"
#include "bahasa/words.h"

static void
test_normalize (void)
{
  static const char *const cases[][2] = {
    { "  dua \t\n spasi\xc2\xa0tetap ", "dua spasi tetap" },
    { "ke\xcc\x81", "k\xc3\xa9" },
    { "per\xc2\xad"
      "janjian\xe2\x80\x8b ini\xef\xbb\xbf",
      "perjanjian ini" },
    { "\xff", "\xef\xbf\xbd" },
    { " ", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = mft_text_normalize (cases[i][0]);
      g_assert_cmpstr (normal, ==, cases[i][1]);
    }
}

/* As long as a file from outside may hold: this must not take time that grows with its square. */
static void
test_normalize_long_run (void)
{
  g_autoptr (GString) text = g_string_new ("per");

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "\xc2\xad");
  g_string_append (text, "janjian");
  g_autofree char *normal = mft_text_normalize (text->str);
  g_assert_cmpstr (normal, ==, "perjanjian");
}

static void
test_order_and_marks_do_not_matter (void)
{
  g_autoptr (MftWords) before = mft_words_new ("“PARA PIHAK” tunduk pada perundang-\nundangan.");
  g_autoptr (MftWords) after = mft_words_new ("tunduk pada perundang-undangan");
  g_auto (GStrv) missing = mft_words_missing (before, after);

  g_assert_cmpuint (mft_words_count (before), ==, 6);
  g_assert_cmpuint (mft_words_count (after), ==, 4);
  g_assert_cmpstrv (missing, ((const char *const[]){ "PARA", "PIHAK", NULL }));
  mft_words_add (after, "(PARA PIHAK)");
  g_auto (GStrv) none = mft_words_missing (before, after);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_repeated_words_count (void)
{
  g_autoptr (MftWords) three = mft_words_new ("satu satu satu dua");
  g_autoptr (MftWords) one = mft_words_new ("satu tiga");
  g_auto (GStrv) missing = mft_words_missing (three, one);
  g_auto (GStrv) back = mft_words_missing (one, three);

  g_assert_cmpstrv (missing, ((const char *const[]){ "dua", "satu", "satu", NULL }));
  g_assert_cmpstrv (back, ((const char *const[]){ "tiga", NULL }));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/text/normalize", test_normalize);
  g_test_add_func ("/bahasa/text/normalize-long-run", test_normalize_long_run);
  g_test_add_func ("/bahasa/words/marks", test_order_and_marks_do_not_matter);
  g_test_add_func ("/bahasa/words/repeated", test_repeated_words_count);
  return g_test_run ();
}
