/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/field-mask.h"
#include "agreement/edit.h"
#include "agreement/party.h"
#include "check-cases.h"
#include "check/check.h"

static MftAgreement *
make_named (const char *words)
{
  MftAgreement *agreement = mft_test_check_agreement (words);

  mft_party_add_fields (agreement, 1);
  mft_party_add_fields (agreement, 2);
  g_assert_true (mft_edit_field (agreement, "p1.nama", "Kementerian Tata Samudra dan Niaga", NULL));
  g_assert_true (mft_edit_field (agreement, "p2.nama", "Pemerintah Kota Tanjung Bahari", NULL));
  return agreement;
}

static void
assert_names (const char *words, const char *findings, const char *fixed)
{
  g_autoptr (MftAgreement) agreement = make_named (words);
  g_autofree char *list = mft_test_findings (agreement, "party-name");

  mft_test_assert_text (list, findings);
  mft_check_fix_all (agreement, "party-name");
  g_autofree char *after
      = mft_text_dup_words (mft_block_get_text (mft_test_check_block (agreement)));
  g_assert_cmpstr (after, ==, fixed != NULL ? fixed : words);
}

static void
test_name (void)
{
  assert_names (
      "laporan Kementrian Tata Samudra dan Niaga tahunan",
      "party-name: Kementrian Tata Samudra dan Niaga: “Kementrian Tata Samudra dan Niaga” "
      "is nearly, but not quite “Kementerian Tata Samudra dan Niaga”",
      "laporan Kementerian Tata Samudra dan Niaga tahunan");
  assert_names ("di PEMERINTAH KOTA BAHARI",
                "party-name: PEMERINTAH KOTA BAHARI: “PEMERINTAH KOTA BAHARI” is nearly, but not "
                "quite “PEMERINTAH KOTA TANJUNG BAHARI”",
                "di PEMERINTAH KOTA TANJUNG BAHARI");
  assert_names (
      "Pemerintah Kota Tanjung Bahari, pemerintah kota, Pemerintah Kota Tanjung Karang, "
      "Kementerian Tata Samudra, Sekretaris Kota Tanjung Bahari, KEMENTERIAN TATA SAMUDRA "
      "DAN NIAGA",
      "", NULL);
}

static void
test_same_name (void)
{
  g_autoptr (MftAgreement) agreement = make_named ("");

  g_assert_true (mft_edit_field (agreement, "p2.nama", "Kementerian Tata Samudra dan Niaga", NULL));
  g_autofree char *list = mft_test_findings (agreement, "party-name");
  g_assert_cmpstr (list, ==,
                   "party-name: : two parties have the same name: Kementerian Tata Samudra dan "
                   "Niaga");
}

static void
test_introduced (void)
{
  static const char text[]
      = "PERJANJIAN KERJA SAMA\nANTARA\nKEMENTERIAN TATA SAMUDRA\nDENGAN\nKOTA TANJUNG BAHARI\n\n"
        "Pada hari ini Kamis tanggal dua puluh dua bulan Oktober tahun dua ribu dua puluh "
        "(22-10-2020), yang bertanda tangan di bawah ini:\n\n"
        "1. Wulan Hapsari Tirtanegara : Kepala Biro, selanjutnya disebut PIHAK KESATU.\n\n"
        "2. Bagas Manikmaya : Kepala Dinas%s.\n\n"
        "Pasal 1\nPENUTUP\n\nPARA PIHAK setuju.\n";
  g_autofree char *bad = g_strdup_printf (text, "");
  g_autofree char *good = g_strdup_printf (text, ", selanjutnya disebut PIHAK KEDUA");
  g_autoptr (MftAgreement) without = mft_test_check_import (bad);
  g_autoptr (MftAgreement) with = mft_test_check_import (good);
  g_autofree char *missing = mft_test_findings (without, "party-role");
  g_autofree char *none = mft_test_findings (with, "party-role");

  g_assert_cmpstr (missing, ==, "party-role: : nobody is introduced as PIHAK KEDUA");
  g_assert_cmpstr (none, ==, "");
}

static void
assert_mask (const char *number, const char *message, const char *fixed)
{
  g_autoptr (MftAgreement) agreement = make_named ("");
  g_autofree char *findings
      = message != NULL ? g_strdup_printf ("number-mask: : the %s in %s is not that of the "
                                           "agreement's date, 22 Oktober 2020",
                                           message, number)
                        : g_strdup ("");

  mft_agreement_add_field (agreement,
                           mft_field_new ("tanggal_ttd", MFT_FIELD_DATE, TRUE, "Tanggal", NULL));
  g_assert_true (mft_edit_field (agreement, "tanggal_ttd", "2020-10-22", NULL));
  g_assert_true (mft_edit_field (agreement, "p1.nomor", number, NULL));
  g_autofree char *list = mft_test_findings (agreement, "number-mask");
  mft_test_assert_text (list, findings);
  g_assert_cmpuint (mft_check_fix_all (agreement, "number-mask"), ==, fixed != NULL ? 1 : 0);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.nomor"), ==,
                   fixed != NULL ? fixed : number);
}

static void
test_number_mask (void)
{
  assert_mask ("7/PKS/SAMUDRA/IX/2020", "month", "7/PKS/SAMUDRA/X/2020");
  assert_mask ("PERJ.259/TS/HK.02.01/11/2020", "month", "PERJ.259/TS/HK.02.01/10/2020");
  assert_mask ("7/PKS/SAMUDRA/X/2021", "year", "7/PKS/SAMUDRA/X/2020");
  assert_mask ("2019/PKS/7", "year", "2020/PKS/7");
  assert_mask ("7/PKS/SAMUDRA/X/2020", NULL, NULL);
  assert_mask ("432/HM.03.00", NULL, NULL);
  assert_mask ("9/V/PKS", NULL, NULL);
  assert_mask ("05/PKS/TS/2020", NULL, NULL);
  assert_mask ("//2020/", NULL, NULL);
}

/* A number is held to the pattern that its field has. */
static void
test_own_mask (void)
{
  g_autoptr (MftAgreement) agreement = make_named ("");

  g_assert_true (mft_field_mask_set (agreement, "p1.nomor", "{nomor}/PKS/{bulan}/{tahun}", NULL));
  g_assert_true (mft_edit_field (agreement, "p1.nomor", "7/MOU/X/2020", NULL));
  g_autofree char *other = mft_test_findings (agreement, "number-mask");
  g_assert_cmpstr (other, ==,
                   "number-mask: : 7/MOU/X/2020 does not follow the pattern "
                   "{nomor}/PKS/{bulan}/{tahun}");
  g_assert_true (mft_edit_field (agreement, "p1.nomor", "7/PKS/X/2021", NULL));
  g_autofree char *undated = mft_test_findings (agreement, "number-mask");
  g_assert_cmpstr (undated, ==, "");
  mft_agreement_add_field (agreement,
                           mft_field_new ("tanggal_ttd", MFT_FIELD_DATE, TRUE, "Tanggal", NULL));
  g_assert_true (mft_edit_field (agreement, "tanggal_ttd", "2020-10-22", NULL));
  g_autofree char *dated = mft_test_findings (agreement, "number-mask");
  g_assert_cmpstr (dated, ==,
                   "number-mask: : month or year in 7/PKS/X/2021 is not that of the agreement's "
                   "date, 22 Oktober 2020");
  g_assert_cmpuint (mft_check_fix_all (agreement, "number-mask"), ==, 1);
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p1.nomor"), ==, "7/PKS/X/2020");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/party-name", test_name);
  g_test_add_func ("/check/party-name/same", test_same_name);
  g_test_add_func ("/check/party-role/introduced", test_introduced);
  g_test_add_func ("/check/number-mask", test_number_mask);
  g_test_add_func ("/check/number-mask/own", test_own_mask);
  return g_test_run ();
}
