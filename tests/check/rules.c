/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "check-cases.h"
#include "check/check.h"

static void
test_number_words (void)
{
  static const MftCheckCase cases[] = {
    { "berlaku 4 (lima) tahun.", "number-words: 4 (lima): the digits say 4, the words say 5",
      "berlaku 4 (empat) tahun." },
    { "paling lambat 30 ( Tiga Belas ) hari, atau 7 (SEMBILAN) hari kerja",
      "number-words: 30 ( Tiga Belas ): the digits say 30, the words say 13\n"
      "number-words: 7 (SEMBILAN): the digits say 7, the words say 9",
      "paling lambat 30 ( Tiga Puluh ) hari, atau 7 (TUJUH) hari kerja" },
    { "sebesar Rp1.500.000,00 (satu juta lima ribu rupiah) per tahun",
      "number-words: Rp1.500.000,00 (satu juta lima ribu rupiah): the digits say 1.500.000,00, the "
      "words say 1.005.000,00",
      "sebesar Rp1.500.000,00 (satu juta lima ratus ribu rupiah) per tahun" },
    { "Rp. 2.000,- (tiga ribu) saja",
      "number-words: Rp. 2.000,- (tiga ribu): the digits say 2.000,00, the words say 3.000",
      "Rp. 2.000,- (dua ribu rupiah) saja" },
    { "denda 2,5% (dua koma enam persen)",
      "number-words: 2,5% (dua koma enam persen): the digits say 2,5, the words say 2,6",
      "denda 2,5% (dua koma lima persen)" },
    { "selama 4 (lima tahun) penuh",
      "number-words: 4 (lima tahun): the digits say 4, the words say 5",
      "selama 4 (empat tahun) penuh" },
    { "selama 4 (empta) tahun", "number-words: 4 (empta): “empta” is not how 4 is written in words",
      "selama 4 (empat) tahun" },
    { "48 (empat puluh delpaan) jam",
      "number-words: 48 (empat puluh delpaan): “empat puluh delpaan” is not how 48 is written in "
      "words",
      "48 (empat puluh delapan) jam" },
    { "tahun 2023 (dua ribu dua puluh empat)",
      "number-words: 2023 (dua ribu dua puluh empat): the digits say 2.023, the words say 2.024",
      "tahun 2023 (dua ribu dua puluh tiga)" },
    /* right, or none of the rule's business */
    { "1 (satu) kali dalam 1 (Satu) tahun, 48 (empat  puluh\xc2\xa0"
      "delapan) jam",
      "", NULL },
    { "Rp10.000,00 (sepuluh ribu rupiah), 2,50 (dua koma lima), 0,75% (nol koma tujuh puluh lima "
      "persen), 5% (lima perseratus)",
      "", NULL },
    { "4 (empat tahun), 12 (duabelas) bulan, 1.000 (satu ribu) lembar", "", NULL },
    { "Undang-Undang Nomor 11 Tahun 2008 (dua kali), Tahun 2008 Nomor 58 (delapan lampiran)", "",
      NULL },
    { "Jalan Samudra Nomor 8-9 (satu gedung), Telp (021) 382-3253, HK.07.02/05 (dua) dan "
      "08-05-2023 "
      "(tiga)",
      "", NULL },
    { "3 x 24 (tiga kali dua puluh empat) jam, 3 x 24 (tujuh puluh dua) jam, 2 (satu per tiga) "
      "bagian",
      "", NULL },
    { "Pasal 2 (dua ayat) dan formulir 3 (baru), 2 (jika ada), 5 (lama), 3 (tiga", "", NULL },
    { "()( 4 () 4 ( 4 (( 4 (((((", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "number-words");
}

static void
test_date_words (void)
{
  static const MftCheckCase cases[] = {
    { "hari ini Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (09-05-2023), kami",
      "date-words: Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (09-05-2023): the "
      "words say 8 Mei 2023, the digits say 09-05-2023",
      "hari ini Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (08-05-2023), kami" },
    { "hari ini Selasa tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (09-05-2023), kami",
      "date-words: Selasa tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (09-05-2023): "
      "the "
      "words say 8 Mei 2023, the digits say 09-05-2023",
      "hari ini Selasa tanggal Sembilan bulan Mei tahun Dua Ribu Dua Puluh Tiga (09-05-2023), "
      "kami" },
    { "Senin tanggal delapn bulan Mei tahun dua ribu dua puluh tiga (08-05-2023)",
      "date-words: Senin tanggal delapn bulan Mei tahun dua ribu dua puluh tiga (08-05-2023): the "
      "words of this date cannot be read",
      "Senin tanggal delapan bulan Mei tahun dua ribu dua puluh tiga (08-05-2023)" },
    { "sampai dengan 31 Februari 2024 saja",
      "date-words: 31 Februari 2024: there is no such day in the calendar: 31-02-2024", NULL },
    { "sejak 8 Mei 2023 (08-06-2023)",
      "date-words: 8 Mei 2023 (08-06-2023): the words say 8 Mei 2023, the digits say 08-06-2023",
      NULL },
    { "Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (08-05-2023)", "", NULL },
    { "Kamis tanggal dua puluh dua bulan Oktober tahun Dua Ribu Dua Puluh (22-10-2020)", "", NULL },
    { "tanggal 17 April 2023; nomor 45-13-2023; setiap tanggal lima bulan berikutnya", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "date-words");
}

static void
test_date_weekday (void)
{
  static const MftCheckCase cases[] = {
    { "Selasa tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (08-05-2023)",
      "date-weekday: Selasa: 8 Mei 2023 is a Senin, not a Selasa",
      "Senin tanggal Delapan bulan Mei tahun Dua Ribu Dua Puluh Tiga (08-05-2023)" },
    { "pada hari Jum'at, 16 Agustus 1945",
      "date-weekday: Jum'at: 16 Agustus 1945 is a Kamis, not a Jumat",
      "pada hari Kamis, 16 Agustus 1945" },
    { "Rabu, tanggal Empat belas, bulan Agustus, tahun dua ribu dua puluh dua (11-09-2022)",
      "date-weekday: Rabu: 14 Agustus 2022 is a Minggu, not a Rabu", NULL },
    { "setiap Senin; Senin, 8 Mei 2023; Minggu kedua", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "date-weekday");
}

#define GONE(text) "ref-dangling: " text ": “" text "” is not in this agreement"

static void
test_ref_dangling (void)
{
  static const MftCheckCase cases[] = {
    { "sebagaimana dimaksud pada ayat (7) PIHAK KEDUA wajib", GONE ("ayat (7)"), NULL },
    { "dalam Pasal 4 dan Pasal 2 ayat (3) huruf a, serta Pasal 2 ayat (1) huruf c",
      GONE ("Pasal 4") "\n" GONE ("Pasal 2 ayat (3) huruf a") "\n" GONE (
          "Pasal 2 ayat (1) huruf c"),
      NULL },
    { "sebagaimana dimaksud pada ayat (1) huruf a sampai dengan huruf d", GONE ("huruf d"), NULL },
    { "sebagaimana ayat (3) Pasal ini, ayat (3) pasal 2",
      GONE ("ayat (3)") "\n" GONE ("ayat (3) pasal 2"), NULL },
    { "Lampiran II perjanjian", GONE ("Lampiran II"), NULL },
    { "Pasal 1 angka 3", GONE ("Pasal 1 angka 3"), NULL },
    { "Pasal 9 Perjanjian Kerja Sama ini", GONE ("Pasal 9"), NULL },
    { "Pasal 2 ayat (1) huruf b angka 3", GONE ("Pasal 2 ayat (1) huruf b angka 3"), NULL },
    /* right */
    { "ayat (1), ayat (2), Pasal 1 angka 2, Pasal 2 ayat (1) huruf b angka 2, Lampiran I", "",
      NULL },
    { "pada ayat (1) huruf a dan huruf b, ayat (2) Pasal 2, Pasal 2 ayat (1) dan ayat (2)", "",
      NULL },
    { "sebagaimana dimaksud dalam PASAL 2 ayat\xc2\xa0(1)", "", NULL },
    /* other laws and agreements */
    { "mengesampingkan Pasal 1266 Kitab Undang-undang Hukum Perdata", "", NULL },
    { "Pasal 1266 dan Pasal 1267 KUHPerdata, Pasal 15 ayat (9) UU ITE", "", NULL },
    { "Pasal 27 ayat (3) dari Undang-Undang tentang Data; Pasal 44 (Peraturan Daerah)", "", NULL },
    { "Undang-Undang Nomor 11 Tahun 2008 Pasal 55 ayat (8)", "", NULL },
    { "Pasal 77 Perjanjian Induk, Pasal 78 Nota Kesepahaman, KUHPerdata Pasal 1320", "", NULL },
    { "ketentuan Pasal 1266 dimaksud", "", NULL },
    /* no references */
    { "dinyatakan dalam angka 9, huruf besar, huruf k dan PASAL tersebut", "", NULL },
    { "ayat () Pasal 0 ayat ( Pasal", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "ref-dangling");
}

/* The first finding of a rule. */
static const MftFinding *
find (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (strcmp (((const MftFinding *) findings->pdata[i])->rule, rule) == 0)
      return findings->pdata[i];
  g_assert_not_reached ();
}

static void
test_reference_atoms (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("");
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *target = mft_block_get_child (mft_block_get_child (body, 1), 1);
  g_autoptr (MftText) reference = mft_text_new_atom (MFT_RUN_REFERENCE, mft_block_get_id (target),
                                                     MFT_REFERENCE_PATH, MFT_STYLE_PLAIN);
  g_autoptr (MftText) external = mft_text_new_atom (MFT_RUN_REFERENCE, "Pasal 1320 BW",
                                                    MFT_REFERENCE_EXTERNAL, MFT_STYLE_PLAIN);
  g_autoptr (MftText) both = mft_text_join (reference, external);
  MftBlock *block = mft_test_check_block (agreement);

  g_assert_true (mft_edit_text (agreement, block, 0, 0, both, NULL));
  g_autofree char *before = mft_test_findings (agreement, "ref-dangling");
  g_assert_cmpstr (before, ==, "");

  g_assert_true (mft_edit_remove (agreement, target, NULL));
  g_autoptr (GPtrArray) after = mft_check_agreement (agreement);
  const MftFinding *finding = find (after, "ref-dangling");
  g_assert_cmpstr (finding->rule, ==, "ref-dangling");
  g_assert_cmpstr (finding->block_id, ==, mft_block_get_id (block));
  g_assert_cmpstr (finding->path, ==, "Pasal 3 ayat (2)");
  g_assert_cmpstr (mft_severity_name (finding->severity), ==, "error");
  g_assert_cmpuint (finding->start, ==, 0);
  g_assert_cmpuint (finding->end, ==, 1);
  g_assert_null (finding->fix);
}

static void
test_party_role (void)
{
  static const MftCheckCase cases[] = {
    { "PIHAK KETIGA wajib, dan PIHAK  KEDUA BELAS juga",
      "party-role: PIHAK KETIGA: “PIHAK KETIGA” is named, but the agreement has 2 parties\n"
      "party-role: PIHAK  KEDUA BELAS: “PIHAK  KEDUA BELAS” is named, but the agreement has 2 "
      "parties",
      NULL },
    { "maka PIHAK KESATU dan pihak pertama",
      "party-role: pihak pertama: this agreement writes the role “PIHAK KESATU”",
      "maka PIHAK KESATU dan PIHAK KESATU" },
    { "maka PIHAK KESATU dan Pihak Pertama.",
      "party-role: Pihak Pertama: this agreement writes the role “PIHAK KESATU”",
      "maka PIHAK KESATU dan PIHAK KESATU." },
    { "maka PIHAK PERTAMA dan PIHAK KEDUA",
      "party-role: PIHAK PERTAMA: this agreement says “PIHAK KESATU”, here “PIHAK PERTAMA”",
      "maka PIHAK KESATU dan PIHAK KEDUA" },
    { "wajib bagi Para Pihak dan Pihak Kesatu",
      "party-role: Para Pihak: this agreement writes the role “PARA PIHAK”\n"
      "party-role: Pihak Kesatu: this agreement writes the role “PIHAK KESATU”",
      "wajib bagi PARA PIHAK dan PIHAK KESATU" },
    { "PIHAK KESATU, PIHAK KEDUA, PARA PIHAK, pihak ketiga, PIHAK Ketiga, PIHAK, para pihakan", "",
      NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "party-role");
}

static void
test_field_empty (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("");
  MftBlock *block = mft_test_check_block (agreement);
  g_autoptr (MftText) atom
      = mft_text_new_atom (MFT_RUN_FIELD, "jangka_waktu", MFT_FORM_DURATION, MFT_STYLE_PLAIN);
  g_autoptr (MftText) twice = mft_text_join (atom, atom);

  mft_agreement_add_field (
      agreement, mft_field_new ("jangka_waktu", MFT_FIELD_DURATION, TRUE, "Jangka waktu", NULL));
  mft_agreement_add_field (
      agreement, mft_field_new ("tak_dipakai", MFT_FIELD_TEXT, TRUE, "Tak dipakai", NULL));
  g_assert_true (mft_edit_text (agreement, block, 0, 0, twice, NULL));
  g_autofree char *list = mft_test_findings (agreement, "field-empty");
  g_assert_cmpstr (list, ==, "field-empty: [Jangka waktu]: Jangka waktu is not filled in");

  g_assert_true (mft_edit_field (agreement, "jangka_waktu", "4 tahun", NULL));
  g_autofree char *none = mft_test_findings (agreement, "field-empty");
  g_assert_cmpstr (none, ==, "");
}

/* What is computed is not for a rule to rewrite, and a fix is not applied to a text that changed. */
static void
test_fixes_are_careful (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("berlaku 4 (lima) tahun");
  MftBlock *block = mft_test_check_block (agreement);
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  g_autoptr (MftText) more = mft_text_new ("akan ", MFT_STYLE_PLAIN);
  const MftFinding *finding = find (findings, "number-words");

  g_assert_cmpuint (finding->start, ==, 8);
  g_assert_cmpuint (finding->end, ==, 16);
  g_assert_true (mft_edit_text (agreement, block, 0, 0, more, NULL));
  g_assert_false (mft_check_fix (agreement, finding, NULL));
  g_assert_true (mft_edit_remove (agreement, block, NULL));
  g_assert_false (mft_check_fix (agreement, finding, NULL));
}

static void
test_bold_stays_bold (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("");
  g_autoptr (MftText) bold = mft_text_new ("4 (lima) tahun", MFT_STYLE_BOLD);
  MftBlock *block = mft_test_check_block (agreement);

  g_assert_true (mft_edit_text (agreement, block, 0, 0, bold, NULL));
  g_assert_cmpuint (mft_check_fix_all (agreement, "number-words"), ==, 1);
  g_assert_cmpuint (mft_text_n_runs (mft_block_get_text (block)), ==, 1);
}

static void
test_rules_are_known (void)
{
  g_assert_true (mft_check_knows ("number-words"));
  g_assert_true (mft_check_knows ("field-empty"));
  g_assert_false (mft_check_knows ("number"));
  g_assert_false (mft_check_knows (""));
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/number-words", test_number_words);
  g_test_add_func ("/check/date-words", test_date_words);
  g_test_add_func ("/check/date-weekday", test_date_weekday);
  g_test_add_func ("/check/ref-dangling", test_ref_dangling);
  g_test_add_func ("/check/ref-dangling/atoms", test_reference_atoms);
  g_test_add_func ("/check/party-role", test_party_role);
  g_test_add_func ("/check/field-empty", test_field_empty);
  g_test_add_func ("/check/fix/careful", test_fixes_are_careful);
  g_test_add_func ("/check/fix/bold", test_bold_stays_bold);
  g_test_add_func ("/check/rules", test_rules_are_known);
  return g_test_run ();
}
