/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "compare/piece.h"
#include "compare/lexeme.h"

/* "=kept" "-removed" "+added", with bars between. */
static char *
diff (const char *left, const char *right)
{
  g_autoptr (GArray) a = mft_lexemes_new (left);
  g_autoptr (GArray) b = mft_lexemes_new (right);
  g_autoptr (GArray) pieces = mft_pieces_diff (left, a, right, b);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      g_string_append_printf (text, "%s%c%s", i > 0 ? "|" : "", (char) piece->kind, piece->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_diff (const char *left, const char *right, const char *expected)
{
  g_autofree char *found = diff (left, right);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_whole_words (void)
{
  assert_diff ("", "", "");
  assert_diff ("satu", "", "-satu");
  assert_diff ("", "baru", "+baru");
  assert_diff ("kerja sama ini", "kerja sama ini", "=kerja sama ini");
  assert_diff ("dicantumkan Logo", "dicantumkannya Logo", "-dicantumkan|+dicantumkannya|= Logo");
  assert_diff ("a b", "a baru b", "=a|+ baru|= b");
  assert_diff ("PARA PIHAK sepakat", "PARA PIHAK telah sepakat", "=PARA PIHAK|+ telah|= sepakat");
  assert_diff ("lanjut .", "lanjut.", "=lanjut|- |=.");
}

/* What says one thing changes as one thing. */
static void
test_atoms (void)
{
  assert_diff ("selama 4 (empat) tahun", "selama 5 (lima) tahun",
               "=selama |-4 (empat)|+5 (lima)|= tahun");
  assert_diff ("sebesar Rp10.000,00 (sepuluh ribu rupiah).",
               "sebesar Rp10.500,00 (sepuluh ribu lima "
               "ratus rupiah).",
               "=sebesar |-Rp10.000,00 (sepuluh ribu rupiah)|+Rp10.500,00 (sepuluh ribu lima ratus "
               "rupiah)|=.");
  assert_diff ("pada 8 Mei 2023 di", "pada 9 Mei 2023 di", "=pada |-8 Mei 2023|+9 Mei 2023|= di");
  assert_diff ("dalam Pasal 4 ayat (1) huruf b.", "dalam Pasal 4 ayat (2) huruf b.",
               "=dalam |-Pasal 4 ayat (1) huruf b|+Pasal 4 ayat (2) huruf b|=.");
  assert_diff ("oleh PIHAK KESATU", "oleh PIHAK KEDUA", "=oleh |-PIHAK KESATU|+PIHAK KEDUA");
}

/* A lone word between two replacements is replaced with them. */
static void
test_reads_like_a_redline (void)
{
  assert_diff ("lambat 30 (tiga puluh) hari kalender sebelumnya",
               "lambat 14 (empat belas) hari kerja sebelumnya",
               "=lambat |-30 (tiga puluh) hari kalender|+14 (empat belas) hari kerja|= sebelumnya");
  assert_diff ("a satu tetap b", "a dua tetap b c", "=a |-satu|+dua|= tetap b|+ c");
}

static void
test_far_apart (void)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);

  for (int i = 0; i < 3000; i++)
    {
      g_string_append_printf (left, "kiri%d ", i);
      g_string_append_printf (right, "kanan%d ", i);
    }
  g_autofree char *found = diff (left->str, right->str);
  g_assert_true (g_str_has_prefix (found, "-kiri0 kiri1 "));
  g_assert_nonnull (strstr (found, "|+kanan0 kanan1 "));
}

static void
assert_kind (const char *text, MftLexemeKind kind)
{
  g_autoptr (GArray) lexemes = mft_lexemes_new (text);

  g_assert_cmpuint (lexemes->len, ==, 1);
  g_assert_cmpint (g_array_index (lexemes, MftLexeme, 0).kind, ==, kind);
}

static void
test_kinds (void)
{
  assert_kind ("perundang-undangan", MFT_LEXEME_WORD);
  assert_kind ("biro@tanjungbahari.example", MFT_LEXEME_WORD);
  assert_kind (";", MFT_LEXEME_MARK);
  assert_kind ("Tidak", MFT_LEXEME_DUTY);
  assert_kind ("dua belas", MFT_LEXEME_NUMBER);
  assert_kind ("5% (lima persen)", MFT_LEXEME_NUMBER);
  assert_kind ("265/PKS/2023", MFT_LEXEME_NUMBER);
  assert_kind ("Senin tanggal delapan bulan Mei tahun dua ribu dua puluh tiga (08-05-2023)",
               MFT_LEXEME_DATE);
  assert_kind ("Pasal 7 ayat (2)", MFT_LEXEME_REFERENCE);
  assert_kind ("PARA PIHAK", MFT_LEXEME_PARTY);
  assert_kind ("pihak", MFT_LEXEME_WORD);
}

/* Whatever word it begins with, a phrase is found. */
static void
test_beginnings (void)
{
  static const char *const numbers[]
      = { "nol",     "satu",   "dua",     "tiga",      "empat",     "lima",
          "enam",    "tujuh",  "delapan", "sembilan",  "sepuluh",   "sebelas",
          "seratus", "seribu", "sejuta",  "Dua belas", "TIGA PULUH" };
  static const char *const days[]
      = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_kind (numbers[i], MFT_LEXEME_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *date = g_strdup_printf ("%s, 8 Mei 2023", days[i]);
      assert_kind (date, MFT_LEXEME_DATE);
    }
  assert_kind ("tanggal 8 Mei 2023", MFT_LEXEME_DATE);
  assert_kind ("ayat (2)", MFT_LEXEME_REFERENCE);
  assert_kind ("huruf b", MFT_LEXEME_REFERENCE);
  assert_kind ("angka 3", MFT_LEXEME_REFERENCE);
  assert_kind ("Lampiran II", MFT_LEXEME_REFERENCE);
  assert_kind ("PIHAK KEDUA", MFT_LEXEME_PARTY);
}

/* Bytes that are no UTF-8 come through as they are. */
static void
test_broken_bytes (void)
{
  assert_diff ("a \xff b", "a \xfe b", "=a |-\xff|+\xfe|= b");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/compare/words/whole", test_whole_words);
  g_test_add_func ("/compare/words/atoms", test_atoms);
  g_test_add_func ("/compare/words/redline", test_reads_like_a_redline);
  g_test_add_func ("/compare/words/far-apart", test_far_apart);
  g_test_add_func ("/compare/words/kinds", test_kinds);
  g_test_add_func ("/compare/words/beginnings", test_beginnings);
  g_test_add_func ("/compare/words/broken-bytes", test_broken_bytes);
  return g_test_run ();
}
