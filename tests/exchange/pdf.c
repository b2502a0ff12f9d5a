/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of pages by their places. */
#include "pdf-fixture.h"
#include "imported.h"
#include "support.h"

#include "exchange/error.h"
#include "exchange/exchange.h"
#include "exchange/pdf/pdf-face.h"
#include "exchange/text/text-writer.h"

/* Pages of lines: "x y words" each, "---" between pages; points from the lower left corner. "/I " before the words: in
 * italics. */
static GBytes *
make (const char *const *rows)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
  g_autoptr (GString) kids = g_string_new (NULL);
  g_autoptr (GString) content = g_string_new (NULL);
  guint number = 5;
  guint pages = 0;

  for (;; rows++)
    {
      if (*rows != NULL && !g_str_equal (*rows, "---"))
        {
          g_auto (GStrv) parts = g_strsplit (*rows, " ", 3);
          g_string_append_printf (content, "BT /%c 11 Tf %s %s Td (%s) Tj ET\n",
                                  parts[2][0] == '/' ? parts[2][1] : 'F', parts[0], parts[1],
                                  parts[2] + (parts[2][0] == '/' ? strlen ("/F ") : 0));
          continue;
        }
      g_autofree char *page = g_strdup_printf ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 "
                                               "842]/Contents %u 0 R/Resources<</Font<</F 3 0 "
                                               "R/I 4 0 R>>>>>>",
                                               number + 1);
      g_string_append_printf (kids, "%u 0 R ", number);
      mft_pdf_fixture_object (fixture, number, page);
      mft_pdf_fixture_stream (fixture, number + 1, "", content->str);
      g_string_truncate (content, 0);
      number += 2;
      pages++;
      if (*rows == NULL)
        break;
    }
  g_autofree char *tree = g_strdup_printf ("<</Type/Pages/Count %u/Kids[%s]>>", pages, kids->str);
  mft_pdf_fixture_object (fixture, 1, "<</Type/Catalog/Pages 2 0 R>>");
  mft_pdf_fixture_object (fixture, 2, tree);
  mft_pdf_fixture_object (fixture, 3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  mft_pdf_fixture_object (fixture, 4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Oblique>>");
  mft_pdf_fixture_table (fixture, number, "/Root 1 0 R");
  return mft_pdf_fixture_bytes (fixture);
}

static MftAgreement *
import (GBytes *bytes, MftImportReport **report)
{
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_exchange_read (bytes, "a.pdf", report, &error);

  g_assert_no_error (error);
  g_assert_cmpstr ((*report)->kind, ==, "pdf");
  return agreement;
}

/* Headers and page numbers go, a Pasal on top of each page stays; sentences go over lines and pages. */
static void
test_pages (void)
{
  static const char *const rows[] = {
    "70 810 DINAS PERIKANAN",
    "270 760 Pasal 1",
    "280 745 BIAYA",
    "70 720 \\(1\\) Biaya pelaksanaan Perjanjian Kerja Sama ini dibebankan pada anggaran setiap",
    "70 705 pihak menurut perundang-",
    "70 690 undangan dan dibayar setiap triwulan oleh pihak yang melaksanakan kegiatan, atau",
    "500 30 1",
    "---",
    "70 810 DINAS PERIKANAN",
    "70 760 oleh keduanya.",
    "70 735 \\(2\\) Meliputi:",
    "90 720 a.",
    "110 720 jaring; dan",
    "90 705 b.",
    "110 705 perahu.",
    "500 30 2",
    "---",
    "70 810 DINAS PERIKANAN",
    "270 760 Pasal 2",
    "280 745 JANGKA WAKTU",
    "70 720 Berlaku satu tahun.",
    "70 680 Demikian dibuat.",
    "100 640 PIHAK KESATU,",
    "350 640 PIHAK KEDUA,",
    "100 580 WULAN HAPSARI",
    "350 580 BAGAS MANIKMAYA",
    "500 30 3",
    NULL,
  };
  g_autoptr (GBytes) bytes = make (rows);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, &report);
  mft_test_assert_written (
      agreement,
      "Pasal 1\nBIAYA\n\n(1) Biaya pelaksanaan Perjanjian Kerja Sama ini dibebankan pada anggaran "
      "setiap pihak menurut perundang-undangan dan dibayar setiap triwulan oleh pihak yang "
      "melaksanakan kegiatan, atau oleh keduanya.\n\n(2) Meliputi:\n    a. jaring; dan\n    b. "
      "perahu.\n\nPasal 2\nJANGKA WAKTU\n\nBerlaku satu tahun.\n\nDemikian dibuat.\n\nPIHAK "
      "KESATU,\nWULAN HAPSARI\n\nPIHAK KEDUA,\nBAGAS MANIKMAYA");
  g_assert_cmpuint (report->dropped->len, ==, 6);
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
}

/* A word was cut by the line's end, whether it stands whole elsewhere or not; or the hyphen is its own. */
static void
test_cut_words (void)
{
  static const char *const rows[] = {
    "270 760 Pasal 1",
    "280 745 KERJA SAMA",
    "70 720 Penyelenggaraan kerja sama ini dilakukan menurut perundang-",
    "70 705 undangan yang berlaku bagi kementerian, dan pelaksanaan oleh ke-",
    "70 690 menterian dilaporkan setiap tahun sejak tanggal delapan Mei \\(08-",
    "70 675 05-2023\\), dengan pemutakhiran oleh para petugas, secara tukar-",
    "70 660 menukar dan warna-",
    "70 645 warni, untuk dokumen non-elektronik maupun yang tidak non-",
    "70 630 elektronik, di wilayah Jawa-",
    "70 615 Bali serta di-",
    "70 600 tafsirkan bersama.",
    NULL,
  };
  g_autoptr (GBytes) bytes = make (rows);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, &report);
  g_autofree char *text = mft_text_export (agreement);

  g_assert_nonnull (strstr (text, "menurut perundang-undangan yang berlaku bagi kementerian, dan "
                                  "pelaksanaan oleh kementerian dilaporkan setiap tahun sejak "
                                  "tanggal delapan Mei (08-05-2023), dengan pemutakhiran oleh para "
                                  "petugas, secara tukar-menukar dan warna-warni, untuk dokumen "
                                  "non-elektronik maupun yang tidak non-elektronik, di wilayah "
                                  "Jawa-Bali serta ditafsirkan bersama."));
  g_assert_cmpuint (g_strv_length (report->lost), ==, 0);
}

static char *
import_text (const char *const *rows)
{
  g_autoptr (GBytes) bytes = make (rows);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, &report);

  return mft_text_export (agreement);
}

/* A name too long for its column stands under itself, beside what follows the colon; a line of an address goes
 * on where it had no room. */
static void
test_names_that_go_on (void)
{
  static const char *const rows[] = {
    "70 780 Pada hari ini Kamis, yang bertanda tangan di bawah ini:",
    "70 750 1.",
    "90 750 Wulan Hapsari",
    "200 750 : Kepala Biro Hukum, bertindak untuk dan atas nama Kementerian",
    "90 735 Tirtanegara",
    "206 735 Tata Samudra, selanjutnya disebut PIHAK KESATU.",
    "70 705 2. Bagas Adiwangsa : Kepala Dinas Komunikasi, bertindak untuk dan atas nama",
    "85 690 Manikmaya",
    "178 690 Pemerintah Kota Tanjung Bahari, selanjutnya disebut PIHAK",
    "178 675 KEDUA.",
    "70 645 PIHAK KESATU dan PIHAK KEDUA bersepakat dengan ketentuan sebagai berikut:",
    "270 610 Pasal 1",
    "260 595 KORESPONDENSI",
    "70 570 \\(1\\) Surat disampaikan kepada alamat di bawah ini, kecuali ditentukan lain:",
    "90 555 a. PIHAK KESATU",
    "104 540 Jalan Bahari Raya Nomor 12 Gedung Samudra Lantai Dua Sayap Barat Laut, Kawasan Blok",
    "104 525 G Jakarta Utara",
    "104 510 Telp : \\(021\\) 555-0112",
    NULL,
  };
  g_autofree char *text = import_text (rows);

  g_assert_nonnull (strstr (text, "1. Wulan Hapsari Tirtanegara : Kepala Biro Hukum, bertindak "
                                  "untuk dan atas nama Kementerian Tata Samudra, selanjutnya "
                                  "disebut PIHAK KESATU."));
  g_assert_nonnull (strstr (text, "2. Bagas Adiwangsa Manikmaya : Kepala Dinas Komunikasi, "
                                  "bertindak untuk dan atas nama Pemerintah Kota Tanjung Bahari, "
                                  "selanjutnya disebut PIHAK KEDUA."));
  g_assert_nonnull (strstr (text, "Sayap Barat Laut, Kawasan Blok G Jakarta Utara\n"));
}

/* What a font is named tells bold and italic, also over a word that a line's end cut. */
static void
test_faces (void)
{
  static const struct
  {
    const char *name;
    MftStyle style;
  } faces[] = {
    { "ABCDEF+URWBookman-DemiItalic", MFT_STYLE_BOLD | MFT_STYLE_ITALIC },
    { "TimesNewRomanPS-BoldMT", MFT_STYLE_BOLD },
    { "Arial,Italic", MFT_STYLE_ITALIC },
    { "Helvetica-Oblique", MFT_STYLE_ITALIC },
    { "SFBX1200", MFT_STYLE_BOLD },
    { "BookmanOldStyle", MFT_STYLE_PLAIN },
    { "", MFT_STYLE_PLAIN },
  };
  static const char *const rows[] = {
    "270 760 Pasal 1",
    "280 745 DATA",
    "70 720 Pertukaran dilakukan melalui",
    "230 720 /I electronic data inter-",
    "70 705 /I change",
    "120 705 yang disepakati bersama oleh para pihak.",
    NULL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faces); i++)
    g_assert_cmpint (mft_pdf_face_style (faces[i].name), ==, faces[i].style);

  g_autoptr (GBytes) bytes = make (rows);
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (MftAgreement) agreement = import (bytes, &report);
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (agreement, MFT_BLOCK_BODY), 0);
  MftText *text = mft_block_get_text (mft_block_get_child (pasal, 0));
  g_assert_cmpuint (mft_text_n_runs (text), ==, 3);
  g_assert_cmpstr (mft_text_get_run (text, 1)->value, ==, "electronic data interchange");
  g_assert_cmpint (mft_text_get_run (text, 1)->style, ==, MFT_STYLE_ITALIC);
  g_assert_cmpint (mft_text_get_run (text, 2)->style, ==, MFT_STYLE_PLAIN);
}

static void
test_refused (void)
{
  static const char damaged[] = "%PDF-1.7\nrubbish";
  g_autoptr (GBytes) bytes = g_bytes_new_static (damaged, strlen (damaged));
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_exchange_read (bytes, "a.pdf", NULL, &error));
  g_assert_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_DAMAGED);
}

/* Pictures of pages need another program; where it is missing, its package is named. */
static void
test_scan_without_tesseract (void)
{
  static const MftReadOptions only_text = { .only_text = TRUE };
  static const char *const rows[] = { NULL };
  g_autoptr (GBytes) bytes = make (rows);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  g_setenv ("PATH", "/nonexistent", TRUE);
  g_assert_null (mft_exchange_read (bytes, "a.pdf", NULL, &error));
  g_assert_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_TOOL);
  g_assert_nonnull (strstr (error->message, "tesseract-ocr-ind"));
  g_clear_error (&error);
  /* Whoever wants no more than what is written there does not ask for the program. */
  g_assert_null (mft_exchange_read_with (bytes, "a.pdf", &only_text, NULL, &error));
  g_assert_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY);
  g_setenv ("PATH", path, TRUE);
}

/* Stands in for a program of others: a script that is found first. */
static void
test_scan (void)
{
  static const char script[]
      = "#!/bin/sh\n[ \"$1\" != --list-langs ] || { printf 'List:\nind\n'; exit; }\nprintf "
        "'level\\tpage\\tblock\\tpar\\tline\\tword\\tl\\tt\\tw\\th\\tconf\\ttext\\n'\n"
        "w () { printf '5\\t1\\t1\\t%s\\t%s\\t1\\t%s\\t%s\\t90\\t40\\t%s\\t%s\\n' \"$1\" \"$2\" "
        "\"$5\" \"$6\" \"$3\" \"$4\"; }\n"
        "w 1 1 96 Pasal 1100 300\nw 1 1 95 1 1200 300\nw 1 2 90 BIAYA 1140 360\n"
        "w 2 1 91 '- (1)' 300 480\nw 3 1 91 Biaya 420 484\nw 3 1 31 no1. 520 488\n";
  static const char *const rows[] = { NULL };
  g_autoptr (GBytes) bytes = make (rows);
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *program = g_build_filename (folder, "tesseract", NULL);
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *with = g_strdup_printf ("%s:%s", folder, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;

  g_assert_true (
      g_file_set_contents_full (program, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error));
  g_setenv ("PATH", with, TRUE);
  g_autoptr (MftAgreement) agreement = import (bytes, &report);
  g_setenv ("PATH", path, TRUE);
  mft_test_assert_written (agreement, "Pasal 1\nBIAYA\n\n(1) Biaya no1.");
  const MftImportGuess *guess = &g_array_index (report->guesses, MftImportGuess, 0);
  g_assert_cmpstr (guess->as, ==, "uncertain-word");
  g_assert_cmpstr (guess->text, ==, "no1.");
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/exchange/pdf/pages", test_pages);
  g_test_add_func ("/exchange/pdf/cut-words", test_cut_words);
  g_test_add_func ("/exchange/pdf/names-that-go-on", test_names_that_go_on);
  g_test_add_func ("/exchange/pdf/faces", test_faces);
  g_test_add_func ("/exchange/pdf/refused", test_refused);
  g_test_add_func ("/exchange/pdf/scan-without-tesseract", test_scan_without_tesseract);
  g_test_add_func ("/exchange/pdf/scan", test_scan);
  return g_test_run ();
}
