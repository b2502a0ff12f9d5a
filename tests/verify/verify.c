/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify-support.h"

#include "base/clock.h"
#include "base/digest.h"
#include "practice-key.h"

#define DAY ((gint64) 86400 * G_USEC_PER_SEC)

static void
test_one_and_two (void)
{
  static GBytes *(*const makers[]) (void)
      = { mft_pdf_fixture_simple_table, mft_pdf_fixture_simple_stream,
          mft_pdf_fixture_simple_hybrid };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (GBytes) bytes = makers[i]();
      g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");
      g_autoptr (GBytes) twice = mft_test_sign_field (once, "PIHAK_KEDUA");
      g_autoptr (MftVerifyReport) one = verify (once);
      g_autoptr (MftVerifyReport) two = verify (twice);
      MftSignatureReport *first = signature_of (two, "PIHAK_KESATU");
      MftSignatureReport *second = signature_of (two, "PIHAK_KEDUA");

      g_assert_cmpint (one->verdict, ==, MFT_VERDICT_VALID);
      g_assert_cmpuint (one->signatures->len, ==, 2);
      g_assert_cmpint (signature_of (one, "PIHAK_KESATU")->coverage, ==, MFT_COVERAGE_WHOLE_FILE);
      g_assert_cmpint (signature_of (one, "PIHAK_KESATU")->changes_after, ==, MFT_CHANGES_NONE);
      g_assert_cmpint (signature_of (one, "PIHAK_KEDUA")->state, ==, MFT_SIGNATURE_EMPTY);

      g_assert_cmpint (two->verdict, ==, MFT_VERDICT_VALID);
      g_assert_cmpint (first->coverage, ==, MFT_COVERAGE_WHOLE_REVISION);
      g_assert_cmpint (first->changes_after, ==, MFT_CHANGES_PERMITTED);
      g_assert_cmpuint (first->changes->len, ==, 1);
      g_assert_cmpstr (((MftVerifyChange *) first->changes->pdata[0])->kind, ==, "signature");
      g_assert_cmpuint (first->revision, ==, 2);
      g_assert_cmpuint (first->revisions, ==, 3);
      g_assert_cmpint (second->coverage, ==, MFT_COVERAGE_WHOLE_FILE);
      g_assert_cmpint (second->changes_after, ==, MFT_CHANGES_NONE);
    }
}

static void
test_facts (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autoptr (MftVerifyReport) report = verify (once);
  g_autofree char *sha256 = mft_sha256_hex (g_bytes_get_data (once, NULL), g_bytes_get_size (once));
  MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");

  g_assert_cmpstr (report->sha256, ==, sha256);
  g_assert_cmpstr (one->signer, ==, "Wulan Hapsari Tirtanegara");
  g_assert_cmpstr (one->issuer, ==, "CA LATIHAN Mufakat – tidak tersertifikasi");
  g_assert_cmpstr (one->subfilter, ==, "ETSI.CAdES.detached");
  g_assert_cmpstr (one->digest, ==, "SHA256");
  g_assert_cmpstr (one->algorithm, ==, "ECDSA");
  g_assert_cmpint (one->level, ==, MFT_LEVEL_B_B);
  g_assert_cmpint (one->integrity, ==, MFT_INTEGRITY_INTACT);
  g_assert_cmpint (one->trust, ==, MFT_TRUST_TRUSTED);
  g_assert_cmpint (one->revocation, ==, MFT_REVOCATION_UNKNOWN);
  g_assert_true (mft_verify_has_message (one->messages, "REVOCATION_NOT_CHECKED"));
  g_assert_cmpint (one->signing_time_source, ==, MFT_TIME_SOURCE_M);
  g_assert_cmpint (ABS (one->signing_time - mft_clock_now ()), <, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (one->byte_range[0], ==, 0);
  g_assert_cmpint (one->byte_range[2] + one->byte_range[3], ==, g_bytes_get_size (once));
  g_assert_cmpint (one->indication, ==, MFT_INDICATION_INDETERMINATE);
  g_assert_cmpstr (one->subindication, ==, "TRY_LATER");
}

static void
test_trust (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) known = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autoptr (MftKey) stranger = mft_test_key_named ("Bagas Manikmaya");
  const MftSignRequest request = { .field = "PIHAK_KEDUA" };
  g_autoptr (GBytes) both = mft_test_sign (known, stranger, &request);
  g_autoptr (MftVerifyReport) report = verify (both);
  g_autoptr (MftVerifyReport) late = verify_at (known, mft_clock_now () + 800 * DAY);
  g_autoptr (MftVerifyReport) early = verify_at (known, mft_clock_now () - 800 * DAY);

  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INDETERMINATE);
  g_assert_cmpint (signature_of (report, "PIHAK_KESATU")->trust, ==, MFT_TRUST_TRUSTED);
  g_assert_cmpint (signature_of (report, "PIHAK_KEDUA")->trust, ==, MFT_TRUST_UNKNOWN);
  g_assert_cmpstr (signature_of (report, "PIHAK_KEDUA")->subindication, ==,
                   "NO_CERTIFICATE_CHAIN_FOUND");

  g_assert_cmpint (late->verdict, ==, MFT_VERDICT_INDETERMINATE);
  g_assert_cmpstr (signature_of (late, "PIHAK_KESATU")->subindication, ==, "OUT_OF_BOUNDS_NO_POE");
  g_assert_true (mft_verify_has_message (signature_of (late, "PIHAK_KESATU")->messages,
                                         "CERTIFICATE_EXPIRED"));
  g_assert_cmpint (early->verdict, ==, MFT_VERDICT_INDETERMINATE);
}

static void
test_unsigned_and_unreadable (void)
{
  g_autoptr (GBytes) empty = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) text = g_bytes_new_static ("bukan PDF", 9);
  g_autoptr (MftVerifyReport) report = verify (text);
  g_autoptr (GError) error = NULL;

  assert_verdict (empty, MFT_VERDICT_UNSIGNED);
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_UNREADABLE);
  g_assert_true (mft_verify_has_message (report->messages, "NOT_A_SOUND_PDF"));
  g_assert_cmpuint (strlen (report->sha256), ==, 64);
  g_assert_null (mft_verify_file ("/nonexistent/a.pdf", NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (GError) error = NULL;

  mft_job_cancel (job);
  g_assert_null (mft_verify (source, NULL, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_certification (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  const MftSignRequest fill = { .field = "PIHAK_KESATU", .certify = MFT_CERTIFY_FILL };
  g_autoptr (GBytes) once = mft_test_sign (bytes, mft_test_key (), &fill);
  g_autoptr (GBytes) twice = mft_test_sign_field (once, "PIHAK_KEDUA");
  g_autoptr (MftVerifyReport) report = verify (twice);

  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_VALID);
  g_assert_cmpuint (signature_of (report, "PIHAK_KESATU")->certification, ==, 2);
  g_assert_cmpuint (signature_of (report, "PIHAK_KEDUA")->certification, ==, 0);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/verify/one-and-two", test_one_and_two);
  g_test_add_func ("/verify/facts", test_facts);
  g_test_add_func ("/verify/trust", test_trust);
  g_test_add_func ("/verify/unsigned-and-unreadable", test_unsigned_and_unreadable);
  g_test_add_func ("/verify/cancelled", test_cancelled);
  g_test_add_func ("/verify/certification", test_certification);
  return g_test_run ();
}
