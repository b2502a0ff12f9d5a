/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "check-cases.h"
#include "check/check.h"
#include "check/speller-private.h"

/* Common mistakes, which need no dictionary. */
static void
test_corrections (void)
{
  static const MftCheckCase cases[] = {
    { "yang bertanda tangan dibawah ini", "spelling: dibawah: better “di bawah”",
      "yang bertanda tangan di bawah ini" },
    { "Kerjasama daerah, cara apapun. Detil dan RESIKO serta detil Kerjasama",
      "spelling: Kerjasama: better “Kerja sama”\nspelling: apapun: better “apa pun”\n"
      "spelling: Detil: better “Detail”\nspelling: RESIKO: better “RISIKO”\n"
      "spelling: detil: better “detail”\nspelling: Kerjasama: better “Kerja Sama”",
      "Kerja sama daerah, cara apa pun. Detail dan RISIKO serta detail Kerja Sama" },
    { "menurut Undang-undang tentang arsip", "spelling: Undang-undang: better “Undang-Undang”",
      "menurut Undang-Undang tentang arsip" },
    { "peraturan perundang-undangan, undang-undang, di bawah, mana pun, antarinstansi", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "spelling");
}

static void
test_wording (void)
{
  static const MftCheckCase cases[] = {
    { "sebagaimana ayat (1), minimal 3 (tiga) kali, selambat-lambatnya besok",
      "wording: sebagaimana ayat: better “sebagaimana dimaksud pada ayat”\n"
      "wording: minimal: better “paling sedikit”\n"
      "wording: selambat-lambatnya: better “paling lambat”",
      "sebagaimana dimaksud pada ayat (1), paling sedikit 3 (tiga) kali, paling lambat besok" },
    { "di Jakarta, Untuk selanjutnya disebut", "wording: Untuk: no capital behind a comma: “untuk”",
      "di Jakarta, untuk selanjutnya disebut" },
    { "terkait keaslian, keutuhan dan kerahasiaan data",
      "wording: keaslian, keutuhan dan kerahasiaan: in a series of three a comma stands before "
      "“dan”",
      "terkait keaslian, keutuhan, dan kerahasiaan data" },
    { "sepakat untuk menyelesaikannya melaporkan kepada pimpinan",
      "wording: menyelesaikannya melaporkan: two verbs follow each other; is “dengan” missing "
      "between "
      "them?",
      NULL },
    { "Dalam pelaksanaannya, hak dan kewajiban tetap; secara maksimal; keaslian, keutuhan, dan "
      "kerahasiaan; Samudra, Untung, Yang Mulia; membahasnya mengenai hal itu; di Jakarta, UNTUK",
      "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "wording");
}

static void
test_komparisi (void)
{
  static const char text[]
      = "PERJANJIAN KERJA SAMA\nANTARA\nKEMENTERIAN TATA SAMUDRA\nDENGAN\nKOTA TANJUNG BAHARI\n\n"
        "Pada hari ini Kamis tanggal dua puluh dua bulan Oktober tahun dua ribu dua puluh "
        "(22-10-2020), yang bertanda tangan di bawah ini:\n\n"
        "1. Wulan Hapsari Tirtanegara : Kepala Biro, berkedudukan di Jalan Dermaga. Berdasarkan "
        "Surat "
        "Kuasa Menteri tanggal 17 April 2020, selanjutnya disebut PIHAK KESATU.\n\n"
        "2. Bagas Manikmaya : Kepala Dinas, berdasarkan Surat Kuasa Nomor 9 tanggal 17 April 2020, "
        "selanjutnya disebut PIHAK KEDUA.\n\nPasal 1\nPENUTUP\n\nPARA PIHAK setuju.\n";
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);
  g_autofree char *list = mft_test_findings (agreement, "wording");

  mft_test_assert_text (
      list, "wording: Berdasarkan: the sentence goes on: “, berdasarkan”\n"
            "wording: Surat Kuasa Menteri tanggal 17 April 2020: the authority to sign has "
            "no number: Surat Kuasa");
  g_assert_cmpuint (mft_check_fix_all (agreement, "wording"), ==, 1);
  g_autofree char *after = mft_test_findings (agreement, "wording");
  g_assert_nonnull (strstr (after, "Surat Kuasa"));
  g_assert_null (strstr (after, "Berdasarkan"));
}

static void
test_waiver (void)
{
  static const char text[]
      = "PERJANJIAN KERJA SAMA\n\nPasal 1\nPENGAKHIRAN\n\n"
        "(1) Pengakhiran berlaku %s.\n"
        "(2) PARA PIHAK mengesampingkan Pasal 1266 Kitab Undang-Undang Hukum Perdata.\n";
  g_autofree char *tense
      = g_strdup_printf (text, "efektif setelah adanya kesepakatan antara PARA PIHAK");
  g_autofree char *plain = g_strdup_printf (text, "sejak tanggal pemberitahuan");
  g_autoptr (MftAgreement) with = mft_test_check_import (tense);
  g_autoptr (MftAgreement) without = mft_test_check_import (plain);
  g_autofree char *note = mft_test_findings (with, "wording");
  g_autofree char *none = mft_test_findings (without, "wording");

  g_assert_cmpstr (
      note, ==,
      "wording: 1266: the court is waived, yet Pasal 1 ayat (1) makes the end depend on "
      "consent; is that meant?");
  g_assert_cmpstr (none, ==, "");
}

static void
test_dictionary (void)
{
  static const MftCheckCase cases[] = {
    { "menjaga kerahasian dan keamanan", "spelling: kerahasian: “kerahasian” is in no dictionary",
      NULL },
    { "disyaratkan, dikategorikan, terwujudnya, pengesampingan, autentikasi, anti-penyangkalan, "
      "surat-menyurat, a.n. Wulan Hapsari Tirtanegara, BMKG, info@samudra.example, "
      "www.samudra.example, "
      "PIHAK, huruf b, 3x24, se-Indonesia",
      "", NULL },
  };

  if (!mft_check_can_spell ())
    {
      g_test_skip ("no Indonesian dictionary (hunspell-id)");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftAgreement) agreement = mft_test_check_agreement (cases[i].words);
      g_autofree char *list = mft_test_findings (agreement, "spelling");
      mft_test_assert_text (list, cases[i].findings);
    }
}

/* Foreign words are italic; names, terms and what fields hold are right by themselves. */
static void
test_own_words (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("");
  g_autoptr (MftText) italic = mft_text_new ("penetration testing dibawah", MFT_STYLE_ITALIC);
  g_autoptr (MftText) term
      = mft_text_new (" selanjutnya disebut “Samudrabot”; samudrabot zyxwvu", MFT_STYLE_PLAIN);
  g_autoptr (MftText) both = mft_text_join (italic, term);

  if (!mft_check_can_spell ())
    {
      g_test_skip ("no Indonesian dictionary (hunspell-id)");
      return;
    }
  g_assert_true (mft_edit_text (agreement, mft_test_check_block (agreement), 0, 0, both, NULL));
  g_autofree char *before = mft_test_findings (agreement, "spelling");
  g_assert_cmpstr (before, ==, "spelling: zyxwvu: “zyxwvu” is in no dictionary");
  mft_agreement_add_field (agreement,
                           mft_field_new ("p1.nama", MFT_FIELD_TEXT, TRUE, "Nama", NULL));
  g_assert_true (mft_edit_field (agreement, "p1.nama", "Balai Zyxwvu", NULL));
  g_autofree char *after = mft_test_findings (agreement, "spelling");
  g_assert_cmpstr (after, ==, "");
}

/* Without a dictionary every word is right; nothing fails. */
static void
test_no_dictionary (void)
{
  g_autoptr (MftSpeller) speller = _mft_speller_new ("zz");

  g_assert_false (_mft_speller_is_available (speller));
  g_assert_true (_mft_speller_knows (speller, "kerahasian"));
  g_assert_null (_mft_speller_suggest (speller, "kerahasian"));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/spelling/corrections", test_corrections);
  g_test_add_func ("/check/spelling/dictionary", test_dictionary);
  g_test_add_func ("/check/spelling/own-words", test_own_words);
  g_test_add_func ("/check/spelling/none", test_no_dictionary);
  g_test_add_func ("/check/wording", test_wording);
  g_test_add_func ("/check/wording/komparisi", test_komparisi);
  g_test_add_func ("/check/wording/waiver", test_waiver);
  return g_test_run ();
}
