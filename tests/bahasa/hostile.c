/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "bahasa/date-phrase.h"
#include "bahasa/duration.h"
#include "bahasa/label.h"
#include "bahasa/money.h"
#include "bahasa/roman.h"
#include "bahasa/terbilang.h"
#include "bahasa/text.h"
#include "bahasa/words.h"

/* Pieces that the readers look for, and bytes that are no UTF-8. */
static const char *const pieces[] = { "dua",
                                      "puluh",
                                      "seribu",
                                      "triliun",
                                      "koma",
                                      "nol",
                                      "ke",
                                      "Senin",
                                      "tanggal",
                                      "bulan",
                                      "Mei",
                                      "tahun",
                                      "(",
                                      ")",
                                      "-",
                                      "/",
                                      "08-05-2023",
                                      "8",
                                      "1.000",
                                      ",",
                                      ".",
                                      "%",
                                      "Rp",
                                      " ",
                                      "\n",
                                      "\xff",
                                      "\xe2\x82",
                                      "\xc2\xad",
                                      "\xc2\xa0",
                                      "é",
                                      "Pasal",
                                      "ayat",
                                      "(1",
                                      "huruf",
                                      "a",
                                      "zz.",
                                      "XIV",
                                      "hari",
                                      "kerja",
                                      "'",
                                      "\xe2\x80\x99",
                                      "\xcc\x81",
                                      "9999999999999999",
                                      "{",
                                      "UNDANG-" };

static char *
random_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_readers_stay_inside (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = random_text ();
      gsize length = strlen (text);
      MftDecimal number;
      MftDuration duration;
      MftDatePhrase phrase;
      MftLabel label;
      MftDate date;
      guint value;
      gsize start;

      g_assert_cmpuint (mft_decimal_scan (text, &number), <=, length);
      g_assert_cmpuint (mft_terbilang_scan (text, &number), <=, length);
      g_assert_cmpuint (mft_terbilang_ordinal_scan (text, &value), <=, length);
      g_assert_cmpuint (mft_money_scan (text, &number), <=, length);
      g_assert_cmpuint (mft_money_words_scan (text, &number), <=, length);
      g_assert_cmpuint (mft_duration_scan (text, &duration), <=, length);
      g_assert_cmpuint (mft_date_scan (text, &date), <=, length);
      g_assert_cmpuint (mft_label_scan (text, &label), <=, length);
      g_assert_cmpuint (mft_label_reference_scan (text, &label), <=, length);
      g_assert_cmpuint (mft_roman_scan (text, &value), <=, length);
      for (gsize from = 0; mft_date_phrase_find (text, from, &start, &phrase);
           from = start + phrase.size)
        {
          g_assert_cmpuint (phrase.size, >, 0);
          g_assert_cmpuint (start + phrase.size, <=, length);
          g_assert_cmpuint (phrase.digits_at + phrase.digits_size, <=, phrase.size);
        }
    }
}

static void
test_writers_give_utf8 (void)
{
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *normal = mft_text_normalize (text);
      g_autofree char *again = mft_text_normalize (normal);
      g_autofree char *styled = mft_capitals (text, (MftCapitals) g_test_rand_int_range (0, 4));
      g_autoptr (MftWords) words = mft_words_new (text);
      g_auto (GStrv) missing = mft_words_missing (words, words);

      g_assert_true (g_utf8_validate (normal, -1, NULL));
      g_assert_cmpstr (again, ==, normal);
      g_assert_true (g_utf8_validate (styled, -1, NULL));
      g_assert_null (missing[0]);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/bahasa/hostile/readers", test_readers_stay_inside);
  g_test_add_func ("/bahasa/hostile/writers", test_writers_give_utf8);
  return g_test_run ();
}
