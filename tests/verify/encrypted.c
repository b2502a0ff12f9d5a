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
      g_autoptr (GBytes) bytes = mft_test_sign_by_hand (hidden, mft_test_key (), "");
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
  g_autoptr (GBytes) bytes = mft_test_sign_by_hand (hidden, mft_test_key (), "");
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

/* The dictionary that encrypts a file, as it stands there. */
static char *
dup_encryption (GBytes *pdf)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (MftPdfObject) encrypt
      = mft_pdf_file_get (file, 0, mft_pdf_file_revision (file, 0)->trailer, "Encrypt", NULL);
  goffset start = mft_pdf_object_start (encrypt), end = mft_pdf_object_end (encrypt);

  return g_strndup ((const char *) g_bytes_get_data (pdf, NULL) + start, (gsize) (end - start));
}

/* An update that writes it anew: under its own number, or under another that the trailer names. */
static GBytes *
with_encryption (GBytes *pdf, const char *encryption, gboolean in_place)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  const MftPdfRevision *last = mft_pdf_file_revision (file, mft_pdf_file_last_revision (file));
  const MftPdfObject *id = mft_pdf_dict_get (last->trailer, "ID");
  guint root = mft_pdf_object_get_reference (mft_pdf_dict_get (last->trailer, "Root"), NULL);
  guint number = mft_pdf_object_get_reference (mft_pdf_dict_get (last->trailer, "Encrypt"), NULL);
  g_autoptr (MftPdfFixture) fixture = mft_pdf_fixture_new_after (pdf);
  g_autofree char *name
      = g_strndup ((const char *) g_bytes_get_data (pdf, NULL) + mft_pdf_object_start (id),
                   (gsize) (mft_pdf_object_end (id) - mft_pdf_object_start (id)));
  guint used = in_place ? number : 60;
  g_autofree char *trailer
      = g_strdup_printf ("/Root %u 0 R /Prev %" G_GOFFSET_FORMAT " /Encrypt %u 0 R /ID %s", root,
                         last->xref_start, used, name);

  mft_pdf_fixture_object (fixture, used, encryption);
  mft_pdf_fixture_table (fixture, 61, trailer);
  return mft_pdf_fixture_bytes (fixture);
}

/* Checklist 28: the same encryption, spelled by somebody else; and one whose key is another. */
static void
test_exchanged (void)
{
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) hidden = mft_test_encrypt (plain, MFT_TEST_AES_256, "", "ubah", FALSE);
  g_autoptr (GBytes) other = mft_test_encrypt (plain, MFT_TEST_AES_256, "", "lain", FALSE);
  g_autoptr (GBytes) bytes = mft_test_sign_by_hand (hidden, mft_test_key (), "");

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *own = dup_encryption (i % 2 == 0 ? bytes : other);
      g_autofree char *changed
          = i == 2 ? g_strdup_printf ("%.*s /P 0 >>", (int) strlen (own) - 2, own) : g_strdup (own);
      g_autoptr (GBytes) attacked = with_encryption (bytes, changed, i < 3);
      g_autoptr (MftVerifyReport) report = judge (attacked, NULL);
      g_test_message ("%u: %s", i, mft_verdict_name (report->verdict));
      if (i == 0)
        g_assert_cmpint (report->verdict, ==, MFT_VERDICT_VALID); /* the same again */
      else
        g_assert_cmpint (report->verdict, !=, MFT_VERDICT_VALID);
    }
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/encrypted/signed", test_signed);
  g_test_add_func ("/verify/encrypted/wrapped", test_wrapped);
  g_test_add_func ("/verify/encrypted/exchanged", test_exchanged);
  return g_test_run ();
}
