/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "agreement/edit.h"
#include "check-cases.h"
#include "check/check.h"

static void
test_space (void)
{
  static const MftCheckCase cases[] = {
    { "arahan lebih lanjut .", "space: lanjut .: a space before a punctuation mark",
      "arahan lebih lanjut." },
    { "Sistem  dan   data , serta ( surat )",
      "space:   : more than one space\n"
      "space:    : more than one space\n"
      "space: data ,: a space before a punctuation mark\n"
      "space: ( : a space behind an opening bracket\n"
      "space: surat ): a space before a punctuation mark",
      "Sistem dan data, serta (surat)" },
    { "sebagai berikut :", "space: berikut :: a space before a punctuation mark",
      "sebagai berikut:" },
    { "data,informasi;surat",
      "space: ,i: no space behind a punctuation mark\nspace: ;s: no space behind a punctuation "
      "mark",
      "data, informasi; surat" },
    { "1.000,50 dan 08.00-16.00, dan/atau a.n. (satu), dst. ...", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "space");
}

static void
test_pair (void)
{
  static const MftCheckCase cases[] = {
    { "disebut ”Keadaan Genting”.", "pair: ”: a closing quote where one opens",
      "disebut “Keadaan Genting”." },
    { "disebut “Keadaan Genting“.", "pair: “: an opening quote where one closes",
      "disebut “Keadaan Genting”." },
    { "tentang Arsip Lembaran Negara Tahun 2017 Nomor 277);",
      "pair: ): this closing bracket has no opening one",
      "tentang Arsip (Lembaran Negara Tahun 2017 Nomor 277);" },
    { "satu (dua (tiga) empat", "pair: (: this opening bracket is not closed", NULL },
    { "disebut “satu, dua", "pair: “: this opening quote is not closed", NULL },
    { "disebut satu” dua", "pair: ”: this closing quote has no opening one", NULL },
    { "disebut \"Keadaan Genting", "pair: \": this quote has no other one", NULL },
    { "[satu", "pair: [: this opening bracket is not closed", NULL },
    { "huruf a) dan angka 12), (b) \"satu\" “dua” layar 15\" Jum’at", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "pair");
}

#define BLANK(words) "placeholder: " words ": “" words "” is still to be filled in"

static void
test_placeholder (void)
{
  static const MftCheckCase cases[] = {
    { "Nomor xxx/2026 tanggal … bulan ....... tahun ____",
      BLANK ("xxx") "\n" BLANK ("…") "\n" BLANK (".......") "\n" BLANK ("____"), NULL },
    { "oleh [nama pejabat] dari <instansi> pada {tanggal}",
      BLANK ("[nama pejabat]") "\n" BLANK ("<instansi>") "\n" BLANK ("{tanggal}"), NULL },
    { "[…] tanggal dd-mm-yyyy, TBD", BLANK ("[…]") "\n" BLANK ("dd-mm-yyyy") "\n" BLANK ("TBD"),
      NULL },
    { "Lampiran XXX, 3 < 5, maxxx, a.n., 1..2, kurang_lebih, xx", "", NULL },
  };

  mft_test_check_cases (cases, G_N_ELEMENTS (cases), "placeholder");
}

/* A field that may stay empty shows its meaning; a required one is field-empty's. */
/* A number that was left out where it belongs. */
static void
test_placeholder_number (void)
{
  static const char text[] = "PERJANJIAN KERJA SAMA\nANTARA\nDINAS ARUS\nDENGAN\nDINAS KARANG\n"
                             "TENTANG\nDATA PASANG\nNomor : 12/DA/2026\nNomor :\n\nPasal 1\n"
                             "RUANG LINGKUP\n\nNomor urut dicatat.\n";
  g_autoptr (MftAgreement) agreement = mft_test_check_import (text);
  g_autofree char *list = mft_test_findings (agreement, "placeholder");

  g_assert_cmpstr (list, ==, "placeholder: Nomor :: the number is still to be filled in");
}

static void
test_placeholder_field (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_agreement ("");
  g_autoptr (MftText) place
      = mft_text_new_atom (MFT_RUN_FIELD, "tempat", MFT_FORM_TEXT, MFT_STYLE_PLAIN);

  mft_agreement_add_field (agreement,
                           mft_field_new ("tempat", MFT_FIELD_TEXT, FALSE, "Tempat", NULL));
  g_assert_true (mft_edit_text (agreement, mft_test_check_block (agreement), 0, 0, place, NULL));
  g_autofree char *empty = mft_test_findings (agreement, "placeholder");
  g_assert_cmpstr (empty, ==, "placeholder: [Tempat]: Tempat is empty and would be printed so");
  g_assert_true (mft_edit_field (agreement, "tempat", "Tanjung Bahari", NULL));
  g_autofree char *filled = mft_test_findings (agreement, "placeholder");
  g_assert_cmpstr (filled, ==, "");
}

/* Imports one Pasal with these lines. */
static MftAgreement *
import_pasal (const char *lines)
{
  g_autofree char *text
      = g_strdup_printf ("PERJANJIAN KERJA SAMA\n\nPasal 1\nRUANG LINGKUP\n\n%s\n", lines);

  return mft_test_check_import (text);
}

static void
test_list_mark (void)
{
  static const struct
  {
    const char *lines;
    const char *findings;
    const char *left; /* what only a person can decide */
  } cases[] = {
    { "Lingkup meliputi:\na. data.\nb. surat;\nc. peta;\nd. arsip",
      "list-mark: data.: this item ends with “;”\n"
      "list-mark: ;: “dan”, “atau” or “dan/atau” stands before the last item\n"
      "list-mark: arsip: the last item ends with “.”",
      "list-mark: ;: “dan”, “atau” or “dan/atau” stands before the last item" },
    { "Lingkup meliputi\na. data; dan\nb. surat; dan\nc. arsip.",
      "list-mark: meliputi: what announces a list ends with “:”\n"
      "list-mark: data; dan: “dan” or “atau” stands only before the last item; here “;” is "
      "enough",
      NULL },
    { "Lingkup meliputi:\na. data, \nb. surat, dan\nc. arsip.",
      "list-mark: data,: this item ends with “;”\nlist-mark: surat, dan: this item ends with “; "
      "dan”",
      NULL },
    { "Pengertian:\n1. Data adalah keterangan.\n2. Surat adalah lembar.\n3. Arsip adalah rekaman",
      "list-mark: rekaman: the other items end with “.”", NULL },
    /* right */
    { "Lingkup meliputi:\na. data;\nb. surat; dan/atau\nc. arsip.", "", NULL },
    { "Lingkup meliputi:\na. data:\n1. umum; dan\n2. khusus;\nb. surat; dan\nc. arsip.", "", NULL },
    { "Pengertian:\n1. Data adalah keterangan.\n2. Surat adalah lembar.", "", NULL },
    { "Lingkup meliputi:\na. data\nb. surat\nc. arsip", "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftAgreement) agreement = import_pasal (cases[i].lines);
      g_autofree char *before = mft_test_findings (agreement, "list-mark");
      mft_test_assert_text (before, cases[i].findings);
      mft_check_fix_all (agreement, "list-mark");
      g_autofree char *after = mft_test_findings (agreement, "list-mark");
      g_assert_cmpstr (after, ==, cases[i].left != NULL ? cases[i].left : "");
    }
}

/* Who signs is told in sentences; contacts are addresses. */
static void
test_list_mark_front (void)
{
  g_autoptr (MftAgreement) agreement = mft_test_check_import (
      "PERJANJIAN KERJA SAMA\nANTARA\nKEMENTERIAN TATA SAMUDRA\nDENGAN\nKOTA TANJUNG BAHARI\n\n"
      "Pada hari ini Kamis tanggal dua puluh dua bulan Oktober tahun dua ribu dua puluh "
      "(22-10-2020), yang bertanda tangan di bawah ini:\n\n"
      "1. Wulan Hapsari Tirtanegara : Kepala Biro, selanjutnya disebut PIHAK KESATU\n\n"
      "2. Bagas Manikmaya : Kepala Dinas, selanjutnya disebut PIHAK KEDUA.\n\n"
      "Pasal 1\nKORESPONDENSI\n\nPARA PIHAK menunjuk wakil sebagai berikut:\n\n"
      "a. PIHAK KESATU\nTelp : (021) 555\n\nb. PIHAK KEDUA\nTelp : (022) 555\n");
  g_autofree char *before = mft_test_findings (agreement, "list-mark");

  g_assert_cmpstr (before, ==, "list-mark: KESATU: this item ends with “.”");
  g_assert_cmpuint (mft_check_fix_all (agreement, "list-mark"), ==, 1);
  g_autofree char *after = mft_test_findings (agreement, "list-mark");
  g_assert_cmpstr (after, ==, "");
}

static void
test_labels (void)
{
  g_autoptr (MftAgreement) agreement
      = import_pasal ("(1) PIHAK KESATU melapor.\n(2) PIHAK KEDUA melapor.");
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *pasal = mft_block_get_child (body, 0);
  g_autofree char *none = mft_test_findings (agreement, "label-duplicate");

  g_assert_cmpstr (none, ==, "");
  mft_edit_locked_label (agreement, mft_block_get_child (pasal, 1), "(1)");
  g_autofree char *twice = mft_test_findings (agreement, "label-duplicate");
  g_assert_cmpstr (twice, ==, "label-duplicate: : (1) is there twice");
  g_autofree char *two = mft_test_findings (agreement, "ayat-single");
  g_assert_cmpstr (two, ==, "");

  g_assert_cmpuint (mft_check_fix_all (agreement, "label-duplicate"), ==, 1);
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (pasal, 1)), ==, "(2)");
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (pasal, 1)), ==, "(1)");

  g_assert_true (mft_edit_remove (agreement, mft_block_get_child (pasal, 0), NULL));
  g_autofree char *single = mft_test_findings (agreement, "ayat-single");
  g_assert_cmpstr (single, ==, "ayat-single: : the only ayat of this Pasal has the number (1)");
  g_assert_cmpuint (mft_check_fix_all (agreement, "ayat-single"), ==, 1);
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (pasal, 0)), ==, "");
  g_autofree char *fixed = mft_test_findings (agreement, "ayat-single");
  g_assert_cmpstr (fixed, ==, "");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/check/space", test_space);
  g_test_add_func ("/check/pair", test_pair);
  g_test_add_func ("/check/placeholder", test_placeholder);
  g_test_add_func ("/check/placeholder/number", test_placeholder_number);
  g_test_add_func ("/check/placeholder/field", test_placeholder_field);
  g_test_add_func ("/check/list-mark", test_list_mark);
  g_test_add_func ("/check/list-mark/front", test_list_mark_front);
  g_test_add_func ("/check/labels", test_labels);
  return g_test_run ();
}
