/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "encrypted-pdf.h"
#include "pdf-fixture.h"
#include "pdf/error.h"
#include "pdf/signature-field.h"

#define PAGE_TEXT "BT /F1 12 Tf (Perjanjian) Tj ET"

static GBytes *
make_plain (void)
{
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (fixture, 1,
                          "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>");
  mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (fixture, 3,
                          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> "
                          "/Contents 4 0 R /Annots [5 0 R] >>");
  mft_pdf_fixture_stream (fixture, 4, "", PAGE_TEXT);
  mft_pdf_fixture_object (fixture, 5,
                          "<< /Type /Annot /Subtype /Widget /FT /Sig /T (PIHAK_KESATU) /P 3 0 R "
                          "/Rect [0 0 0 0] /F 132 >>");
  mft_pdf_fixture_table (fixture, 6, "/Root 1 0 R /ID [<6162> <6162>]");
  return mft_pdf_fixture_bytes (fixture);
}

static MftPdfFile *
open_bytes (GBytes *bytes)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (GError) error = NULL;
  MftPdfFile *file = mft_pdf_file_new (source, &error);

  g_assert_no_error (error);
  return file;
}

/* Strings and streams, alone and in object streams. */
static void
assert_readable (MftPdfFile *file)
{
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, 0, NULL);
  g_autoptr (MftPdfPage) page = mft_pdf_page_find (file, 0, 1, NULL);
  g_autoptr (MftPdfObject) contents = mft_pdf_file_get (file, 0, page->dict, "Contents", NULL);
  g_autoptr (GBytes) data = mft_pdf_file_stream_data (file, 0, contents, 1000, NULL);

  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (((MftPdfSignatureField *) fields->pdata[0])->name, ==, "PIHAK_KESATU");
  g_assert_nonnull (data);
  g_assert_nonnull (
      memmem (g_bytes_get_data (data, NULL), g_bytes_get_size (data), "Perjanjian", 10));
}

static void
test_ciphers (void)
{
  g_autoptr (GBytes) plain = make_plain ();

  for (guint i = 0; i < MFT_TEST_N_CIPHERS; i++)
    for (guint streams = 0; streams < 2; streams++)
      {
        g_autoptr (GBytes) hidden
            = mft_test_encrypt (plain, (MftTestCipher) i, "baca", "ubah", streams == 1);
        static const char *const passwords[] = { "baca", "ubah" };
        for (guint k = 0; k < 2; k++)
          {
            g_autoptr (MftPdfFile) file = open_bytes (hidden);
            g_autoptr (GError) error = NULL;
            g_assert_true (mft_pdf_file_is_locked (file));
            g_assert_false (mft_pdf_file_unlock (file, "", &error));
            g_assert_error (error, MFT_PDF_ERROR, MFT_PDF_ERROR_ENCRYPTED);
            g_assert_true (mft_pdf_file_unlock (file, passwords[k], NULL));
            g_assert_false (mft_pdf_file_is_locked (file));
            assert_readable (file);
          }
      }
}

static void
test_open_for_everybody (void)
{
  g_autoptr (GBytes) plain = make_plain ();
  g_autoptr (GBytes) hidden = mft_test_encrypt (plain, MFT_TEST_AES_256, "", "ubah", FALSE);
  g_autoptr (MftPdfFile) file = open_bytes (hidden);
  g_autoptr (MftPdfFile) open = open_bytes (plain);

  g_assert_true (mft_pdf_file_unlock (file, "", NULL));
  assert_readable (file);
  g_assert_true (mft_pdf_file_unlock (open, "apa saja", NULL));
}

/* Whatever the encryption dictionary says, nothing is read past its end. */
static void
test_hostile (void)
{
  static const char *const dicts[] = {
    "null",
    "[]",
    "<< >>",
    "<< /Filter /Standard /V 4 /R 4 /StmF /A /StrF /A >>",
    "<< /Filter /Standard /V 2 /R 3 /Length -8 /O (x) /U (y) /P 0 >>",
    "<< /Filter /Standard /V 2 /R 3 /Length 999999 /O (0123456789abcdef0123456789abcdef) "
    "/U (0123456789abcdef0123456789abcdef) /P 99999999999 >>",
    "<< /Filter /Standard /V 5 /R 6 /O (x) /U (y) /OE () /UE () >>",
    "<< /Filter /Adobe.PubSec /V 4 >>",
    "9 0 R",
  };

  for (guint i = 0; i < G_N_ELEMENTS (dicts); i++)
    {
      g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new ();
      g_autofree char *trailer
          = g_strdup_printf ("/Root 1 0 R /ID [<61> <61>] /Encrypt %s", dicts[i]);
      mft_pdf_fixture_object (fixture, 1, "<< /Type /Catalog /Pages 2 0 R >>");
      mft_pdf_fixture_object (fixture, 2, "<< /Type /Pages /Kids [] /Count 0 >>");
      mft_pdf_fixture_table (fixture, 3, trailer);
      g_autoptr (GBytes) bytes = mft_pdf_fixture_bytes (fixture);
      g_autoptr (MftPdfFile) file = open_bytes (bytes);
      g_autoptr (GError) error = NULL;
      g_assert_false (mft_pdf_file_unlock (file, "sandi", &error));
      g_assert_nonnull (error);
      g_assert_true (mft_pdf_file_is_locked (file));
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/pdf/unlock/ciphers", test_ciphers);
  g_test_add_func ("/pdf/unlock/open-for-everybody", test_open_for_everybody);
  g_test_add_func ("/pdf/unlock/hostile", test_hostile);
  return g_test_run ();
}
