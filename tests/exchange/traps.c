/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes wrong in real texts, one case each. */
#include "support.h"
#include "imported.h"

#include "agreement/shown.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"

/* Asserts besides that no word was lost. */
static MftAgreement *
import (const char *text, MftImportReport **report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MftImportReport) made = NULL;
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_exchange_read (bytes, "a.txt", &made, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (made->lost), ==, 0);
  if (report != NULL)
    *report = g_steal_pointer (&made);
  return agreement;
}

/* Imported and exported as text, it is `expected`. */
static void
assert_import (const char *text, const char *expected)
{
  g_autoptr (MftAgreement) agreement = import (text, NULL);
  mft_test_assert_written (agreement, expected);
}

static gboolean
has_guess (const MftImportReport *report, const char *as)
{
  for (guint i = 0; i < report->guesses->len; i++)
    if (g_str_equal (g_array_index (report->guesses, MftImportGuess, i).as, as))
      return TRUE;
  return FALSE;
}

static void
test_headings (void)
{
  static const char expected[] = "Pasal 1\nBIAYA\n\nSatu.\n\nPasal 2\nJANGKA WAKTU\n\nDua.";

  assert_import ("Pasal 1\nBIAYA\nSatu.\nPasal 2\nJANGKA WAKTU\nDua.", expected);
  assert_import ("Pasal 1 **BIAYA**\n\nSatu.\n\nPasal 2 JANGKA WAKTU\n\nDua.", expected);
  assert_import ("## Pasal 1\n\n**BIAYA**\n\nSatu.\n\n## Pasal 2\n\n**JANGKA\nWAKTU**\n\nDua.",
                 expected);
}

/* A BAB begins with the Pasal behind it; words that only look like one stay where they are. */
static void
test_chapters (void)
{
  static const char expected[] = "BAB I\nKETENTUAN UMUM\n\nPasal 1\nBIAYA\n\nSatu.\n\n"
                                 "BAB II\nPELAKSANAAN DAN PENUTUP\n\nPasal 2\n\nDua.";

  assert_import (expected, expected);
  assert_import ("BAB I KETENTUAN UMUM\nPasal 1\nBIAYA\nSatu.\nBAB II\nPELAKSANAAN\nDAN PENUTUP\n"
                 "Pasal 2\nDua.",
                 expected);
  g_autoptr (MftAgreement) none
      = import ("Pasal 1\nBIAYA\n\nSatu.\n\nBAB II\n\nDua.\n\nBAB III", NULL);
  g_autofree char *written = mft_text_export (none);
  g_assert_nonnull (strstr (written, "BAB II"));
  g_assert_nonnull (strstr (written, "BAB III"));
}

static void
test_heading_in_capitals_is_kept (void)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import ("PASAL 1\nBIAYA\n\nSatu.", &report);
  mft_test_assert_written (agreement, "PASAL 1\nBIAYA\n\nSatu.");
  g_assert_true (has_guess (report, "label-kept"));
}

static void
test_number_twice_is_kept (void)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement
      = import ("Pasal 1\nBIAYA\n(1) Satu.\n(2) Dua.\n(2) Dua lagi.\n(3) Tiga.", &report);
  mft_test_assert_written (agreement,
                           "Pasal 1\nBIAYA\n\n(1) Satu.\n\n(2) Dua.\n\n(2) Dua lagi.\n\n(3) Tiga.");
  g_assert_true (has_guess (report, "unexpected-number"));
  g_assert_cmpuint (report->counts.ayat, ==, 4);
}

static void
test_only_ayat_keeps_its_number (void)
{
  assert_import ("Pasal 1\nBIAYA\n(1) Satu.", "Pasal 1\nBIAYA\n\n(1) Satu.");
}

static void
test_inserted_units (void)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement
      = import ("Pasal 1\nSATU\nSatu.\nPasal 1A\nSISIPAN\nDi antara.\nPasal 2\nDUA\nDua.", &report);

  g_assert_cmpuint (report->counts.pasal, ==, 3);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (body, 1)), ==, "Pasal 1A");
  g_assert_cmpstr (mft_block_get_label (mft_block_get_child (body, 2)), ==, "Pasal 2");
}

static void
test_numbers_that_are_text (void)
{
  assert_import (
      "Pasal 1\nBIAYA\n(1) Menurut Undang-Undang Nomor\n11. Tahun\n2008 dan ayat\n(2) serta "
      "huruf\nb. tetap.\n(2) Dua.",
      "Pasal 1\nBIAYA\n\n(1) Menurut Undang-Undang Nomor 11. Tahun 2008 dan ayat (2) serta "
      "huruf b. tetap.\n\n(2) Dua.");
}

static void
test_indentation_does_not_count (void)
{
  assert_import (
      "Pasal 1\nBIAYA\n- (1) Meliputi:\n- a. satu;\n - b. dua; dan\n      - c. tiga.\n(2) Dua.",
      "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu;\n    b. dua; dan\n    c. tiga.\n\n(2) "
      "Dua.");
}

static void
test_paragraph_after_a_list (void)
{
  assert_import ("Pasal 1\nBIAYA\n(1) Meliputi:\na. satu; dan\nb. dua.\n\nSemua dibayar.\n(2) Dua.",
                 "Pasal 1\nBIAYA\n\n(1) Meliputi:\n    a. satu; dan\n    b. dua.\n\n    Semua "
                 "dibayar.\n\n(2) Dua.");
}

/* In a text that is broken by hand, a list's last line that was not filled ends it. */
static void
test_paragraph_after_a_list_without_a_gap (void)
{
  assert_import (
      "Pasal 1\nBIAYA\n(1) Biaya yang timbul dari pelaksanaan perjanjian meliputi:\na. satu; "
      "dan\nb. dua.\nSemua dibayar.",
      "Pasal 1\nBIAYA\n\n(1) Biaya yang timbul dari pelaksanaan perjanjian meliputi:\n    a. "
      "satu; dan\n    b. dua.\n\n    Semua dibayar.");
}

static void
test_unicode_of_windows (void)
{
  static const char text[] = "\xff\xfeP\0a\0s\0a\0l\0 \0"
                             "1\0\n\0\0\0A\0.\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_exchange_read (bytes, "a.txt", NULL, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = mft_text_export (agreement);
  mft_test_assert_text (g_strstrip (written), "Pasal 1\nA.");
}

static void
test_three_parties (void)
{
  g_autoptr (MftAgreement) agreement = import (
      "PERJANJIAN KERJA SAMA\nANTARA\nDINAS SATU\nDENGAN\nDINAS DUA\nDAN\nDINAS TIGA\n"
      "TENTANG\nPETA\nNomor : 1\nNomor : 2\nNomor : 3\n"
      "Pada hari ini, yang bertanda tangan:\n1. Wulan : Kepala, disebut PIHAK PERTAMA;\n"
      "2. Bagas : Kepala, disebut PIHAK KEDUA;\n3. Ratna : Kepala, disebut PIHAK KETIGA.\n"
      "Pasal 1\nHAK PARA PIHAK\nPIHAK PERTAMA dan PIHAK KETIGA sepakat.\n"
      "Demikian dibuat.\nPIHAK PERTAMA,   PIHAK KEDUA,   PIHAK KETIGA,\n"
      "WULAN      BAGAS      RATNA\n",
      NULL);
  MftBlock *signatures = mft_agreement_get_part (agreement, MFT_BLOCK_SIGNATURES);
  g_autofree char *name = NULL;

  g_assert_cmpuint (mft_agreement_n_parties (agreement), ==, 3);
  g_assert_cmpstr (mft_agreement_get_setting (agreement, "sebutan"), ==, "PERTAMA");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p3.nama"), ==, "Dinas Tiga");
  g_assert_cmpstr (mft_agreement_get_value (agreement, "p3.nomor"), ==, "3");
  g_assert_cmpuint (mft_block_n_children (signatures), ==, 3);
  MftBlock *second = mft_block_get_child (signatures, 1);
  g_assert_cmpuint (mft_block_get_party (second), ==, 2);
  name = mft_shown_text (agreement, mft_block_get_child (second, 1));
  g_assert_cmpstr (name, ==, "BAGAS");
}

/* Which targets the references of the last block of Pasal 2 have, as text. */
static char *
describe_references (MftAgreement *agreement)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *block = mft_block_get_child (mft_block_get_child (body, 1), 1);
  MftText *text = mft_block_get_text (block);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      MftBlock *target
          = run->kind == MFT_RUN_REFERENCE ? mft_agreement_get_block (agreement, run->value) : NULL;
      g_autofree char *path = target != NULL ? mft_block_dup_path (target) : NULL;

      if (run->kind == MFT_RUN_REFERENCE)
        g_string_append_printf (found, "%s; ", path != NULL ? path : run->value);
    }
  return g_string_free (found, FALSE);
}

static void
test_references (void)
{
  static const struct
  {
    const char *words;
    const char *targets;
  } cases[] = {
    { "menurut ayat (1)", "Pasal 2 ayat (1); " },
    { "menurut ayat (1) huruf b angka 1", "Pasal 2 ayat (1); Pasal 2 ayat (1) huruf b; "
                                          "Pasal 2 ayat (1) huruf b angka 1; " },
    { "menurut Pasal 1 ayat (2)", "Pasal 1 ayat (2); " },
    { "menurut ayat (2) Pasal 1", "Pasal 1 ayat (2); Pasal 1; " },
    { "menurut Pasal 1 dan ayat (1)", "Pasal 1; Pasal 2 ayat (1); " },
    /* to other laws */
    { "menurut Pasal 1 KUHPerdata", "Pasal 1 KUHPerdata; " },
    { "menurut Pasal 1 ayat (1) Undang-Undang Nomor 5 Tahun 1999 jo.",
      "Pasal 1 ayat (1) Undang-Undang Nomor 5 Tahun 1999; " },
    { "menurut ayat (1) Pasal 9 Peraturan Pemerintah Nomor 7 Tahun 2001,",
      "ayat (1) Pasal 9 Peraturan Pemerintah Nomor 7 Tahun 2001; " },
    /* to nothing: words, and no other unit in their place */
    { "menurut Pasal 9 ayat (1)", "" },
    { "menurut ayat (1) Pasal 9", "" },
    { "menurut ayat (9)", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Pasal 1\nSATU\n(1) Satu.\n(2) Dua.\nPasal 2\nDUA\n(1) Meliputi:\na. satu; dan\nb. dua:\n"
          "1. tiga.\n(2) Berlaku %s.",
          cases[i].words);
      g_autoptr (MftAgreement) agreement = import (text, NULL);
      g_autofree char *targets = describe_references (agreement);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (targets, ==, cases[i].targets);
    }
}

static void
test_unresolved_is_told (void)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import ("Pasal 1\nSATU\nMenurut Pasal 9 ayat (1).", &report);

  g_assert_nonnull (agreement);
  g_assert_true (has_guess (report, "reference-unresolved"));
}

static void
test_attachment (void)
{
  g_autoptr (MftAgreement) agreement = import (
      "Pasal 1\nSATU\nMenurut Lampiran I.\nDemikian dibuat.\nPIHAK KESATU,\nPIHAK KEDUA,\n"
      "LAMPIRAN I\nDAFTAR ALAT\nAlat meliputi:\na. jaring; dan\nb. perahu.\n"
      "LAMPIRAN II\nPETA\nPeta terlampir.",
      NULL);
  MftBlock *root = mft_agreement_get_root (agreement);
  MftBlock *last = mft_block_get_child (root, mft_block_n_children (root) - 1);
  g_autofree char *heading = mft_shown_text (agreement, last);

  g_assert_cmpint (mft_block_get_kind (last), ==, MFT_BLOCK_ATTACHMENT);
  g_assert_cmpstr (heading, ==, "PETA");
  g_assert_cmpstr (mft_block_get_label (last), ==, "LAMPIRAN II");
}

static void
test_styles (void)
{
  g_autoptr (MftAgreement) agreement = import (
      "Pasal 1\nDEFINISI\n“*Tide Table*” adalah **daftar** 2 * 3 \\*asli\\* snake_case.", NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *block = mft_block_get_child (mft_block_get_child (body, 0), 0);
  MftText *text = mft_block_get_text (block);
  g_autofree char *words = mft_text_dup_words (text);

  g_assert_cmpstr (words, ==, "“Tide Table” adalah daftar 2 * 3 *asli* snake_case.");
  g_assert_cmpuint (mft_text_get_run (text, 1)->style, ==, MFT_STYLE_ITALIC | MFT_STYLE_DEFINITION);
  g_assert_cmpuint (mft_text_get_run (text, 3)->style, ==, MFT_STYLE_BOLD);
}

/* The heading's last word asks for no number, in a sentence it does. */
static void
test_heading_ends_in_pasal (void)
{
  g_autoptr (MftAgreement) agreement
      = import ("Pasal 1\nPENJELASAN PASAL\n(1) Satu.\n(2) Dua.\nPasal 2\nURAIAN AYAT\n1. Satu.\n"
                "2. Sesuai Pasal\n2 dan Pasal 1.\nPasal 3\nDAFTAR LAMPIRAN\nPasal 4\nUMUM\nTiga.",
                NULL);
  mft_test_assert_written (agreement,
                           "Pasal 1\nPENJELASAN PASAL\n\n(1) Satu.\n\n(2) Dua.\n\n"
                           "Pasal 2\nURAIAN AYAT\n\n1. Satu.\n\n2. Sesuai Pasal 2 dan Pasal 1.\n\n"
                           "Pasal 3\nDAFTAR LAMPIRAN\n\nPasal 4\nUMUM\n\nTiga.");
}

static void
test_page_numbers (void)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import ("Pasal 1\nSATU\nSatu dua\n- 3 -\ntiga.", &report);
  mft_test_assert_written (agreement, "Pasal 1\nSATU\n\nSatu dua tiga.");
  g_assert_cmpuint (report->dropped->len, ==, 1);
  g_assert_cmpuint (report->words_before, ==, report->words_after + 1);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/traps/headings", test_headings);
  g_test_add_func ("/exchange/traps/heading-in-capitals", test_heading_in_capitals_is_kept);
  g_test_add_func ("/exchange/traps/number-twice", test_number_twice_is_kept);
  g_test_add_func ("/exchange/traps/only-ayat", test_only_ayat_keeps_its_number);
  g_test_add_func ("/exchange/traps/heading-ends-in-pasal", test_heading_ends_in_pasal);
  g_test_add_func ("/exchange/traps/chapters", test_chapters);
  g_test_add_func ("/exchange/traps/inserted", test_inserted_units);
  g_test_add_func ("/exchange/traps/numbers-that-are-text", test_numbers_that_are_text);
  g_test_add_func ("/exchange/traps/indentation", test_indentation_does_not_count);
  g_test_add_func ("/exchange/traps/after-a-list", test_paragraph_after_a_list);
  g_test_add_func ("/exchange/traps/after-a-list-without-a-gap",
                   test_paragraph_after_a_list_without_a_gap);
  g_test_add_func ("/exchange/traps/unicode-of-windows", test_unicode_of_windows);
  g_test_add_func ("/exchange/traps/three-parties", test_three_parties);
  g_test_add_func ("/exchange/traps/references", test_references);
  g_test_add_func ("/exchange/traps/unresolved", test_unresolved_is_told);
  g_test_add_func ("/exchange/traps/attachment", test_attachment);
  g_test_add_func ("/exchange/traps/styles", test_styles);
  g_test_add_func ("/exchange/traps/page-numbers", test_page_numbers);
  return g_test_run ();
}
