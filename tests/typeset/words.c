/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/hyphenation.h"
#include "typeset/no-break.h"

#include "support.h"

/* The text with "_" where a space must not break. */
static void
assert_no_break (const char *text, const char *expected)
{
  glong count;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &count);

  mft_no_break (characters, (guint) count);
  for (glong i = 0; i < count; i++)
    if (characters[i] == 0xa0)
      characters[i] = '_';
  g_autofree char *shown = g_ucs4_to_utf8 (characters, count, NULL, NULL, NULL);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_no_break (void)
{
  assert_no_break ("selama 4 (empat) tahun", "selama 4_(empat) tahun");
  assert_no_break ("dalam Pasal 9 ayat (1) huruf b.", "dalam Pasal_9_ayat_(1) huruf_b.");
  assert_no_break ("30 (tiga puluh) hari", "30_(tiga_puluh) hari");
  assert_no_break ("Rp10.000,00 (sepuluh ribu rupiah) per",
                   "Rp10.000,00_(sepuluh ribu rupiah) per");
  assert_no_break ("Nomor 11 Tahun 2008 tentang", "Nomor_11 Tahun_2008 tentang");
  assert_no_break ("tanggal 8 Mei 2023", "tanggal 8_Mei 2023");
  assert_no_break ("Lampiran II", "Lampiran_II");
  assert_no_break ("huruf dan angka yang 4 (lihat pasal 2)",
                   "huruf dan angka yang 4 (lihat pasal_2)");
  assert_no_break ("ayat yang ", "ayat yang ");
  assert_no_break (" 4 (", " 4 (");
  assert_no_break ("", "");
}

static void
assert_hyphens (const char *word, const char *expected)
{
  glong count;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, -1, &count);
  g_autofree guint8 *breaks = g_malloc (count + 1);
  g_autoptr (GString) shown = g_string_new (NULL);

  mft_hyphenate (letters, (guint) count, breaks);
  for (glong i = 0; i < count; i++)
    {
      g_string_append_unichar (shown, letters[i]);
      if (breaks[i])
        g_string_append_c (shown, '-');
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_hyphenation (void)
{
  assert_hyphens ("pemanfaatan", "peman-fa-atan");
  assert_hyphens ("Perjanjian", "Per-jan-jian");
  assert_hyphens ("diikuti", "diikuti");
  assert_hyphens ("diubahnya", "diubah-nya");
  assert_hyphens ("TIRTANEGARA", "TIRTANEGARA");
  assert_hyphens ("BSrE", "BSrE");
  assert_hyphens ("masing-masing", "masing-masing");
  assert_hyphens ("untuk", "untuk");
  assert_hyphens ("漢漢漢漢漢漢漢", "漢漢漢漢漢漢漢");
  g_autofree char *endless = g_strnfill (500, 'a');
  assert_hyphens (endless, endless);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/typeset/words/no-break", test_no_break);
  g_test_add_func ("/typeset/words/hyphenation", test_hyphenation);
  return g_test_run ();
}
