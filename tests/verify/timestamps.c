/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify-support.h"

#include "long-term.h"

/* A signer of 2025 whose certificate ended, a timestamp authority, and what is known of both. */
typedef struct
{
  MftTestAuthority *ca;
  MftKey *signer;
  MftKey *tsa;
  GBytes *plain; /* signed, nothing more */
} Fixture;

#define SIGNED 50 /* the day of the timestamps */
#define LATER 150 /* the signer's certificate is over */

static MftKey *
make_tsa (MftTestAuthority *ca, int days, const char *extended)
{
  const MftTestIdentity identity = { .name = "Penanda Waktu Uji",
                                     .days = days,
                                     .usage = "critical,digitalSignature",
                                     .extended = extended };

  return mft_test_authority_issue (ca, &identity);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const MftTestIdentity identity = { .name = "Bagas Manikmaya", .days = 100 };
  const MftSignRequest request = { .field = "PIHAK_KESATU" };
  g_autoptr (GBytes) empty = mft_pdf_fixture_simple_table ();

  fixture->ca = mft_test_authority_new ("CA Uji");
  fixture->signer = mft_test_authority_issue (fixture->ca, &identity);
  fixture->tsa = make_tsa (fixture->ca, 1000, "critical,timeStamping");
  fixture->plain = mft_test_sign (empty, fixture->signer, &request);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  mft_test_authority_free (fixture->ca);
  g_object_unref (fixture->signer);
  g_object_unref (fixture->tsa);
  g_bytes_unref (fixture->plain);
}

static MftVerifyReport *
judge (Fixture *fixture, GBytes *pdf, int day, MftRevocationSet *revocations)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (pdf);
  const MftVerifyOptions options
      = { .at = MFT_TEST_AT (day), .anchors = anchors, .revocations = revocations };
  g_autoptr (GError) error = NULL;
  MftVerifyReport *report;

  mft_anchors_add (anchors, mft_test_authority_certificate (fixture->ca));
  report = mft_verify (source, &options, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_signature (Fixture *fixture, GBytes *pdf, int day, MftVerdict verdict, MftLevel level,
                  const char *message)
{
  g_autoptr (MftVerifyReport) report = judge (fixture, pdf, day, NULL);
  MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");

  g_assert_cmpstr (mft_verdict_name (report->verdict), ==, mft_verdict_name (verdict));
  g_assert_cmpstr (mft_level_name (one->level), ==, mft_level_name (level));
  g_assert_true (message == NULL || mft_verify_has_message (one->messages, message));
  g_assert_cmpint (one->signing_time_source == MFT_TIME_SOURCE_TIMESTAMP, ==,
                   verdict == MFT_VERDICT_VALID && level != MFT_LEVEL_B_B);
}

static void
test_token (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) stamped
      = mft_test_add_token (fixture->plain, fixture->tsa, MFT_TEST_AT (SIGNED), NULL);
  g_autoptr (MftVerifyReport) report = judge (fixture, stamped, LATER, NULL);
  MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");

  assert_signature (fixture, fixture->plain, LATER, MFT_VERDICT_INDETERMINATE, MFT_LEVEL_B_B,
                    "CERTIFICATE_EXPIRED");
  assert_signature (fixture, stamped, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_T,
                    "REVOCATION_NOT_CHECKED");
  g_assert_cmpint (one->signing_time, ==, MFT_TEST_AT (SIGNED));
}

static void
test_token_that_proves_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MftTestAuthority) other = mft_test_authority_new ("CA Lain");
  g_autoptr (MftKey) stranger = make_tsa (other, 1000, "critical,timeStamping");
  g_autoptr (MftKey) uncritical = make_tsa (fixture->ca, 1000, "timeStamping");
  g_autoptr (MftKey) both = make_tsa (fixture->ca, 1000, "critical,timeStamping,clientAuth");
  g_autoptr (MftKey) over = make_tsa (fixture->ca, 20, "critical,timeStamping");
  g_autoptr (GBytes) text = g_bytes_new_static ("lain", 4);
  const struct
  {
    MftKey *tsa;
    GBytes *over;
    int day;
    MftLevel level;
    const char *message;
  } cases[] = {
    { fixture->tsa, text, SIGNED, MFT_LEVEL_B_B, "TIMESTAMP_BROKEN" },
    { fixture->tsa, NULL, LATER + 9, MFT_LEVEL_B_T, "TIMESTAMP_IN_FUTURE" },
    { stranger, NULL, SIGNED, MFT_LEVEL_B_T, "TIMESTAMP_UNTRUSTED" },
    { over, NULL, SIGNED, MFT_LEVEL_B_T, "TIMESTAMP_UNTRUSTED" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) stamped = mft_test_add_token (fixture->plain, cases[i].tsa,
                                                       MFT_TEST_AT (cases[i].day), cases[i].over);
      assert_signature (fixture, stamped, LATER, MFT_VERDICT_INDETERMINATE, cases[i].level,
                        cases[i].message);
    }
  g_assert_false (mft_certificate_may_timestamp (mft_key_get_certificate (uncritical)));
  g_assert_false (mft_certificate_may_timestamp (mft_key_get_certificate (both)));
}

/* DESIGN.md §6: the time counts after the authority's certificate ended, unless it was revoked. */
static void
test_authority_over (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MftKey) tsa = make_tsa (fixture->ca, 60, "critical,timeStamping");
  g_autoptr (GBytes) stamped = mft_test_add_token (fixture->plain, tsa, MFT_TEST_AT (SIGNED), NULL);
  g_autoptr (GBytes) list
      = mft_test_authority_crl (fixture->ca, 55, 70, mft_key_get_certificate (tsa), 52, NULL);
  g_autoptr (MftRevocationSet) revocations = mft_revocation_set_new ();
  g_autoptr (MftVerifyReport) report = NULL;

  assert_signature (fixture, stamped, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_T, "TSA_EXPIRED_SINCE");
  mft_revocation_set_add_crl (revocations, g_bytes_get_data (list, NULL), g_bytes_get_size (list),
                              NULL);
  report = judge (fixture, stamped, LATER, revocations);
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INDETERMINATE);
  g_assert_true (mft_verify_has_message (signature_of (report, "PIHAK_KESATU")->messages,
                                         "TIMESTAMP_UNTRUSTED"));
}

static GBytes *
add_dss (Fixture *fixture, GBytes *pdf, int revoked_on)
{
  MftCertificate *signer = mft_key_get_certificate (fixture->signer);
  MftTestAnswer answer = revoked_on > 0 ? MFT_TEST_ANSWER_REVOKED : MFT_TEST_ANSWER_GOOD;
  g_autoptr (GBytes) ca = mft_certificate_der (mft_test_authority_certificate (fixture->ca));
  g_autoptr (GBytes) ocsp
      = mft_test_authority_ocsp (fixture->ca, NULL, signer, answer, 51, 58, revoked_on);
  g_autoptr (GBytes) crl = mft_test_authority_crl (fixture->ca, 51, 58, NULL, 0, NULL);
  const MftTestDss dss = { .certificates = { ca }, .crls = { crl }, .ocsps = { ocsp } };

  return mft_test_add_dss (pdf, &dss);
}

static void
test_long_term (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) stamped
      = mft_test_add_token (fixture->plain, fixture->tsa, MFT_TEST_AT (SIGNED), NULL);
  g_autoptr (GBytes) lasting = add_dss (fixture, stamped, 0);
  g_autoptr (GBytes) archived = mft_test_stamp_file (lasting, fixture->tsa, MFT_TEST_AT (60), 60);
  g_autoptr (GBytes) again = mft_test_stamp_file (archived, fixture->tsa, MFT_TEST_AT (99), 70);
  g_autoptr (MftVerifyReport) report = judge (fixture, again, LATER, NULL);
  MftSignatureReport *one = signature_of (report, "PIHAK_KESATU");

  assert_signature (fixture, lasting, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_LT, NULL);
  assert_signature (fixture, archived, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_LTA, NULL);
  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_VALID);
  g_assert_cmpint (one->level, ==, MFT_LEVEL_B_LTA);
  g_assert_cmpint (one->revocation, ==, MFT_REVOCATION_GOOD);
  g_assert_cmpint (one->indication, ==, MFT_INDICATION_TOTAL_PASSED);
  g_assert_cmpint (one->changes_after, ==, MFT_CHANGES_PERMITTED);
  g_assert_cmpint (signature_of (report, "WAKTU60")->kind, ==, MFT_SIGNATURE_KIND_TIMESTAMP);
  g_assert_cmpint (signature_of (report, "WAKTU60")->signing_time, ==, MFT_TEST_AT (60));
  g_assert_cmpint (signature_of (report, "WAKTU60")->trust, ==, MFT_TRUST_TRUSTED);
}

/* A document timestamp alone proves as well, and is no archive before there is something to keep. */
static void
test_document_timestamp_only (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) stamped
      = mft_test_stamp_file (fixture->plain, fixture->tsa, MFT_TEST_AT (SIGNED), 60);
  g_autoptr (GBytes) lasting = add_dss (fixture, stamped, 0);

  assert_signature (fixture, stamped, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_T, NULL);
  assert_signature (fixture, lasting, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_LT, NULL);
  g_autoptr (GBytes) own
      = mft_test_add_token (fixture->plain, fixture->tsa, MFT_TEST_AT (SIGNED), NULL);
  g_autoptr (MftVerifyReport) report = judge (fixture, own, LATER, NULL);
  g_assert_true (mft_certificate_equal (signature_of (report, "PIHAK_KESATU")->timestamp_signer,
                                        mft_key_get_certificate (fixture->tsa)));
}

static void
test_revoked (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) stamped
      = mft_test_add_token (fixture->plain, fixture->tsa, MFT_TEST_AT (SIGNED), NULL);
  g_autoptr (GBytes) before = add_dss (fixture, stamped, SIGNED - 5);
  g_autoptr (GBytes) after = add_dss (fixture, stamped, SIGNED + 1);
  g_autoptr (GBytes) unproven = add_dss (fixture, fixture->plain, SIGNED + 1);
  g_autoptr (MftVerifyReport) report = judge (fixture, before, LATER, NULL);
  g_autoptr (MftVerifyReport) plain = judge (fixture, unproven, 60, NULL);

  g_assert_cmpint (report->verdict, ==, MFT_VERDICT_INVALID);
  g_assert_true (mft_verify_has_message (signature_of (report, "PIHAK_KESATU")->messages,
                                         "CERTIFICATE_REVOKED"));
  assert_signature (fixture, after, LATER, MFT_VERDICT_VALID, MFT_LEVEL_B_LT, NULL);
  g_assert_cmpint (plain->verdict, ==, MFT_VERDICT_INVALID);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) list = mft_test_authority_crl (fixture->ca, 10, 20, NULL, 0, NULL);
  g_autoptr (MftRevocationSet) revocations = mft_revocation_set_new ();
  g_autoptr (MftJob) job = mft_job_new (NULL);
  const MftRevocationQuestion question
      = { mft_key_get_certificate (fixture->signer), mft_test_authority_certificate (fixture->ca),
          MFT_TEST_AT (15), MFT_TEST_AT (15) };

  mft_revocation_set_add_crl (revocations, g_bytes_get_data (list, NULL), g_bytes_get_size (list),
                              NULL);
  g_assert_cmpint (mft_revocation_set_ask (revocations, &question, job), ==, MFT_REVOCATION_GOOD);
  mft_job_cancel (job);
  g_assert_cmpint (mft_revocation_set_ask (revocations, &question, job), ==,
                   MFT_REVOCATION_UNKNOWN);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/verify/timestamps/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  ADD ("token", test_token);
  ADD ("token-that-proves-nothing", test_token_that_proves_nothing);
  ADD ("authority-over", test_authority_over);
  ADD ("long-term", test_long_term);
  ADD ("document-timestamp-only", test_document_timestamp_only);
  ADD ("revoked", test_revoked);
  ADD ("cancelled", test_cancelled);
  return g_test_run ();
}
