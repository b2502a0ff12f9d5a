/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "check-cases.h"
#include "check/check.h"

/* An agreement of 2020, or of no date, whose legal basis is this item. */
static MftAgreement *
make (const char *item, gboolean dated)
{
  MftBlock *root = mft_block_new (MFT_BLOCK_AGREEMENT, NULL);
  MftBlock *basis = mft_block_append (root, mft_block_new (MFT_BLOCK_LEGAL_BASIS, NULL));
  g_autoptr (MftText) intro = mft_text_new ("Dengan memperhatikan:", MFT_STYLE_PLAIN);
  g_autoptr (MftText) text = mft_text_new (item, MFT_STYLE_PLAIN);
  MftBlock *list = mft_block_append (basis, mft_block_new (MFT_BLOCK_PARAGRAPH, intro));
  MftAgreement *agreement;

  mft_block_append (list, mft_block_new (MFT_BLOCK_ITEM, text));
  agreement = mft_agreement_new (root);
  mft_agreement_add_field (agreement,
                           mft_field_new ("tanggal_ttd", MFT_FIELD_DATE, TRUE, "Tanggal", NULL));
  if (dated)
    g_assert_true (mft_edit_field (agreement, "tanggal_ttd", "2020-10-22", NULL));
  return agreement;
}

static void
assert_found (const char *item, gboolean dated, const char *findings, const char *fixed)
{
  g_autoptr (MftAgreement) agreement = make (item, dated);
  g_autofree char *list = mft_test_findings (agreement, "citation");
  MftBlock *basis = mft_agreement_get_part (agreement, MFT_BLOCK_LEGAL_BASIS);

  mft_test_assert_text (list, findings);
  mft_check_fix_all (agreement, "citation");
  g_autofree char *after = mft_text_dup_words (
      mft_block_get_text (mft_block_get_child (mft_block_get_child (basis, 0), 0)));
  g_assert_cmpstr (after, ==, fixed != NULL ? fixed : item);
}

#define LN "Lembaran Negara Republik Indonesia"
#define TLN "Tambahan Lembaran Negara Republik Indonesia"
#define ARSIP "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"

static void
test_gazette (void)
{
  assert_found (ARSIP " (" LN " Tahun 2009 Nomor 152);", FALSE,
                "citation: " LN " Tahun 2009 Nomor 152: the Tambahan Lembaran Negara of UU 43/2009 "
                "is missing: 5071",
                ARSIP " (" LN " Tahun 2009 Nomor 152, " TLN " Nomor 5071);");
  assert_found (ARSIP " (" LN " Tahun 2009 Nomor 125, " TLN " Nomor 5072);", FALSE,
                "citation: 125: the gazette of UU 43/2009 has the number 152, not 125\n"
                "citation: 5072: the gazette of UU 43/2009 has the number 5071, not 5072",
                ARSIP " (" LN " Tahun 2009 Nomor 152, " TLN " Nomor 5071);");
  assert_found (
      ARSIP
      " (Lembar Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembar Negara Republik "
      "Indonesia Nomor 5071);",
      FALSE,
      "citation: Lembar Negara: the gazette is called “Lembaran Negara”\n"
      "citation: Lembar Negara: the gazette is called “Lembaran Negara”",
      ARSIP " (" LN " Tahun 2009 Nomor 152, " TLN " Nomor 5071);");
  assert_found (
      "Peraturan Menteri Tata Samudra Nomor 2 Tahun 2020 tentang Organisasi (" LN
      " Tahun 2020 Nomor 212);",
      FALSE, "citation: Lembaran Negara: a regulation of this kind is in the Berita Negara",
      "Peraturan Menteri Tata Samudra Nomor 2 Tahun 2020 tentang Organisasi (Berita Negara "
      "Republik Indonesia Tahun 2020 Nomor 212);");
  /* A law has its explanation there; what is not known is not guessed. */
  assert_found ("Undang-Undang Nomor 11 Tahun 2021 tentang Perubahan atas Undang-Undang Nomor 16 "
                "Tahun 2004 tentang Kejaksaan Republik Indonesia (" LN " Tahun 2021 Nomor 298);",
                FALSE,
                "citation: " LN " Tahun 2021 Nomor 298: the Tambahan Lembaran Negara of UU 11/2021 "
                "is missing; its number is not known here",
                NULL);
  /* The President's regulations have one only with an explanation. */
  assert_found (
      "Peraturan Presiden Republik Indonesia Nomor 28 Tahun 2021 tentang Badan Siber dan Sandi "
      "Negara (" LN " Tahun 2021 Nomor 101);",
      FALSE, "", NULL);
  assert_found (ARSIP " (" LN " Tahun 2009 Nomor 152, " TLN " Nomor 5071);", FALSE, "", NULL);
  assert_found ("Peraturan Daerah Nomor 3 Tahun 2019 tentang Pelabuhan;", FALSE, "", NULL);
  assert_found ("Undang-Undang Nomor Tahun tentang (" LN " Nomor; Peraturan Menteri", FALSE, "",
                NULL);
}

static void
test_title (void)
{
  assert_found ("Undang-Undang Nomor 43 Tahun 2009 tentang Arsip (" LN " Tahun 2009 Nomor 152, " TLN
                " Nomor 5071);",
                FALSE, "citation: Arsip: UU 43/2009 is about “Kearsipan”",
                ARSIP " (" LN " Tahun 2009 Nomor 152, " TLN " Nomor 5071);");
}

#define ITE                                                                                        \
  "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik (" LN              \
  " Tahun 2008 Nomor 58, " TLN " Nomor 4843)"

/* What came after the agreement could not be cited; it is only told. */
static void
test_force (void)
{
  assert_found (
      ITE ";", FALSE,
      "citation: Undang-Undang Nomor 11 Tahun 2008: UU 11/2008 was last amended by UU 1/2024",
      NULL);
  assert_found (
      ITE ";", TRUE,
      "citation: Undang-Undang Nomor 11 Tahun 2008: UU 11/2008 has since been amended by UU "
      "1/2024",
      NULL);
  assert_found (
      ITE " sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 1 Tahun "
          "2024 tentang Perubahan Kedua atas Undang-Undang Nomor 11 Tahun 2008 tentang "
          "Informasi dan Transaksi Elektronik (" LN " Tahun 2024 Nomor 1, " TLN " Nomor 6905);",
      FALSE, "", NULL);
  assert_found ("Peraturan Presiden Nomor 53 Tahun 2017 tentang Badan Siber dan Sandi Negara (" LN
                " Tahun 2017 Nomor 100) yang diubah dengan Peraturan Presiden Nomor 133 Tahun 2017 "
                "tentang Perubahan atas Peraturan Presiden Republik Indonesia Nomor 53 Tahun 2017 "
                "tentang Badan Siber dan Sandi Negara " LN " Tahun 2017 Nomor 277);",
                TRUE,
                "citation: Peraturan Presiden Nomor 53 Tahun 2017: Perpres 53/2017 has since been "
                "repealed by Perpres 28/2021",
                NULL);
}

/* In running words only what is wrong for sure is told. */
static void
test_body (void)
{
  static const MftCheckCase cases[] = {
    { "menurut Undang-Undang Nomor 43 Tahun 2009 dan peraturan lain", "", NULL },
    { "menurut Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja berlaku",
      "citation: Undang-Undang Nomor 11 Tahun 2020: UU 11/2020 was repealed by Perppu 2/2022",
      NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "citation");
}

static void
test_definition (void)
{
  static const char text[] = "PERJANJIAN KERJA SAMA\n\nPasal 1\nDEFINISI\n\nYang dimaksud dengan:\n"
                             "1. Sistem Elektronik adalah rangkaian peranti.\n"
                             "2. Peta Dasar adalah peta.\n\nPasal 2\nPENUTUP\n\nCukup.\n";
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);
  g_autofree char *list = mft_test_findings (agreement, "citation");

  g_assert_cmpstr (
      list, ==,
      "citation: Sistem Elektronik: “Sistem Elektronik” is defined in other words than in "
      "PP 71/2019 Pasal 1 angka 1");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/citation/gazette", test_gazette);
  g_test_add_func ("/check/citation/title", test_title);
  g_test_add_func ("/check/citation/force", test_force);
  g_test_add_func ("/check/citation/body", test_body);
  g_test_add_func ("/check/citation/definition", test_definition);
  return g_test_run ();
}
