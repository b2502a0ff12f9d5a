/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify-support.h"

#include "encrypted-pdf.h"

static MftVerifyReport *
judge (GBytes *pdf, const char *password)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftSecret) secret
      = password != NULL ? mft_secret_new (password, strlen (password)) : NULL;
  const MftVerifyOptions options = { .anchors = anchors, .password = secret };
  g_autoptr (GError) error = NULL;
  MftVerifyReport *report;

  mft_anchors_add (anchors, mft_test_ca ());
  report = mft_verify (source, &options, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
test_signed (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();

  for (guint i = 0; i < MFT_TEST_N_CIPHERS; i++)
    {
      g_autoptr (GBytes) hidden
          = mft_test_encrypt (plain, (MftTestCipher) i, "baca", "ubah", FALSE);
      g_autoptr (GBytes) bytes = mft_test_sign_encrypted (hidden, mft_test_key ());
      g_autoptr (MftVerifyReport) report = judge (bytes, "baca");
      g_autoptr (MftVerifyReport) locked = judge (bytes, "bukan");
      g_assert_cmpstr (mft_verdict_name (report->verdict), ==, "valid");
      g_assert_nonnull (signature_of (report, "PIHAK_KESATU"));
      g_assert_cmpstr (mft_verdict_name (locked->verdict), ==, "indeterminate");
      g_assert_true (mft_verify_has_message (locked->messages, "ENCRYPTED"));
    }
}

/* Checklist 28: what is added in the open, and encryption taken away. */
static void
test_wrapped (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) hidden = mft_test_encrypt (plain, MFT_TEST_AES_256, "", "ubah", FALSE);
  g_autoptr (GBytes) bytes = mft_test_sign_encrypted (hidden, mft_test_key ());
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  const MftPdfRevision *revision = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file));
  guint root = mft_pdf_object_get_reference (mft_pdf_dict_get (revision->trailer, "Root"), NULL);
  guint encrypt
      = mft_pdf_object_get_reference (mft_pdf_dict_get (revision->trailer, "Encrypt"), NULL);
  g_autofree char *trailer
      = g_strdup_printf ("/Root %u 0 R /Prev %" G_GOFFSET_FORMAT, root, revision->xref_start);
  g_autofree char *keeping = g_strdup_printf ("%s /Encrypt %u 0 R", trailer, encrypt);
  const char *const trailers[] = { trailer, keeping };

  assert_verdict (bytes, MFT_VERDICT_VALID);
  for (guint i = 0; i < G_N_ELEMENTS (trailers); i++)
    {
      g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (bytes);
      mft_pdf_fixture_stream (fixture, 40, "", "(tambahan)");
      mft_pdf_fixture_table (fixture, 41, trailers[i]);
      g_autoptr (GBytes) attacked = mft_pdf_fixture_bytes (fixture);
      g_autoptr (MftVerifyReport) report = judge (attacked, NULL);
      g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INVALID);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/encrypted/signed", test_signed);
  g_test_add_func ("/verify/encrypted/wrapped", test_wrapped);
  return g_test_run ();
}
