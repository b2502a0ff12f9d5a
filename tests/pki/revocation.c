/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "authority.h"
#include "pki/revocation-set.h"

typedef struct
{
  MftTestAuthority *ca;
  MftTestAuthority *twin; /* the same name, another key */
  MftKey *signer;
  MftKey *other;
} Fixture;

#define POINT "URI:http://crl.example/a.crl"

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const MftTestIdentity identity = { .name = "Bagas Manikmaya",
                                     .days = 100,
                                     .extensions = { "crlDistributionPoints", POINT } };

  fixture->ca = mft_test_authority_new ("CA Uji");
  fixture->twin = mft_test_authority_new ("CA Uji");
  fixture->signer = mft_test_authority_issue (fixture->ca, &identity);
  fixture->other = mft_test_authority_issue (fixture->ca, &identity);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  mft_test_authority_free (fixture->ca);
  mft_test_authority_free (fixture->twin);
  g_object_unref (fixture->signer);
  g_object_unref (fixture->other);
}

static MftRevocation
ask (Fixture *fixture, MftRevocationSet *set, int day)
{
  const MftRevocationQuestion question
      = { mft_key_get_certificate (fixture->signer), mft_test_authority_certificate (fixture->ca),
          MFT_TEST_AT (day), MFT_TEST_AT (90) };

  return mft_revocation_set_ask (set, &question, NULL);
}

static MftRevocationSet *
with_crl (GBytes *list)
{
  MftRevocationSet *set = mft_revocation_set_new ();
  g_autoptr (GError) error = NULL;

  mft_revocation_set_add_crl (set, g_bytes_get_data (list, NULL), g_bytes_get_size (list), &error);
  g_assert_no_error (error);
  return set;
}

static MftRevocationSet *
with_ocsp (GBytes *answer)
{
  MftRevocationSet *set = mft_revocation_set_new ();
  g_autoptr (GError) error = NULL;

  mft_revocation_set_add_ocsp (set, g_bytes_get_data (answer, NULL), g_bytes_get_size (answer),
                               &error);
  g_assert_no_error (error);
  return set;
}

static void
test_list_over_time (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  MftCertificate *signer = mft_key_get_certificate (fixture->signer);
  g_autoptr (GBytes) empty = mft_test_authority_crl (fixture->ca, 10, 20, NULL, 0, NULL);
  g_autoptr (GBytes) full = mft_test_authority_crl (fixture->ca, 10, 20, signer, 12, NULL);
  g_autoptr (GBytes) tomorrow = mft_test_authority_crl (fixture->ca, 95, 99, NULL, 0, NULL);
  g_autoptr (GBytes) after_end = mft_test_authority_crl (fixture->ca, 101, 120, NULL, 0, NULL);
  g_autoptr (MftRevocationSet) good = with_crl (empty);
  g_autoptr (MftRevocationSet) bad = with_crl (full);
  g_autoptr (MftRevocationSet) unborn = with_crl (tomorrow);
  g_autoptr (MftRevocationSet) late = with_crl (after_end);

  g_assert_cmpint (ask (fixture, good, 15), ==, MFT_REVOCATION_GOOD);
  g_assert_cmpint (ask (fixture, good, 5), ==, MFT_REVOCATION_GOOD); /* not listed later on */
  g_assert_cmpint (ask (fixture, good, 21), ==, MFT_REVOCATION_UNKNOWN);
  g_assert_cmpint (ask (fixture, bad, 11), ==, MFT_REVOCATION_GOOD);
  g_assert_cmpint (ask (fixture, bad, 12), ==, MFT_REVOCATION_REVOKED);
  g_assert_cmpint (ask (fixture, bad, 90), ==, MFT_REVOCATION_REVOKED);
  g_assert_cmpint (ask (fixture, unborn, 80), ==, MFT_REVOCATION_UNKNOWN);
  g_assert_cmpint (ask (fixture, late, 80), ==, MFT_REVOCATION_UNKNOWN);
}

static void
test_list_by_whom (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  MftCertificate *signer = mft_key_get_certificate (fixture->signer);
  MftCertificate *ca = mft_test_authority_certificate (fixture->ca);
  g_autoptr (GBytes) forged = mft_test_authority_crl (fixture->twin, 10, 20, signer, 12, NULL);
  g_autoptr (MftRevocationSet) set = with_crl (forged);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (fixture, set, 15), ==, MFT_REVOCATION_UNKNOWN);
  g_assert_true (mft_revocation_set_covers (set, signer, ca));
  g_assert_false (mft_revocation_set_add_crl (set, "bukan", 5, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
}

static void
assert_limited (Fixture *fixture, const char *limits, MftRevocation expected)
{
  const char *const extensions[] = { "issuingDistributionPoint", limits, NULL };
  g_autoptr (GBytes) list = mft_test_authority_crl (fixture->ca, 10, 20, NULL, 0, extensions);
  g_autoptr (MftRevocationSet) set = with_crl (list);

  g_assert_cmpint (ask (fixture, set, 15), ==, expected);
}

static void
test_list_for_whom (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *const unknown[] = { "1.3.6.1.4.1.55555.1", "critical,DER:0500", NULL };
  const char *const delta[] = { "deltaCRL", "critical,DER:020101", NULL };
  g_autoptr (GBytes) list = mft_test_authority_crl (fixture->ca, 10, 20, NULL, 0, delta);
  g_autoptr (MftRevocationSet) set = with_crl (list);
  g_autoptr (GBytes) odd = mft_test_authority_crl (fixture->ca, 10, 20, NULL, 0, unknown);
  g_autoptr (MftRevocationSet) odd_set = with_crl (odd);

  g_assert_cmpint (ask (fixture, odd_set, 15), ==, MFT_REVOCATION_UNKNOWN);
  assert_limited (fixture, "critical,onlyuser:TRUE", MFT_REVOCATION_GOOD);
  assert_limited (fixture, "critical,onlyCA:TRUE", MFT_REVOCATION_UNKNOWN);
  assert_limited (fixture, "critical,onlyAA:TRUE", MFT_REVOCATION_UNKNOWN);
  assert_limited (fixture, "critical,indirectCRL:TRUE", MFT_REVOCATION_UNKNOWN);
  assert_limited (fixture, "critical,onlysomereasons:keyCompromise", MFT_REVOCATION_UNKNOWN);
  assert_limited (fixture, "critical,fullname:" POINT, MFT_REVOCATION_GOOD);
  assert_limited (fixture, "critical,fullname:URI:http://crl.example/b.crl",
                  MFT_REVOCATION_UNKNOWN);
  g_assert_cmpint (ask (fixture, set, 15), ==, MFT_REVOCATION_UNKNOWN);
}

static void
assert_answer (Fixture *fixture, GBytes *answer, int day, MftRevocation expected)
{
  g_autoptr (MftRevocationSet) set = with_ocsp (answer);

  g_assert_cmpint (ask (fixture, set, day), ==, expected);
}

static void
test_answers_over_time (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  MftCertificate *signer = mft_key_get_certificate (fixture->signer);
  g_autoptr (GBytes) good
      = mft_test_authority_ocsp (fixture->ca, NULL, signer, MFT_TEST_ANSWER_GOOD, 10, 20, 0);
  g_autoptr (GBytes) bad
      = mft_test_authority_ocsp (fixture->ca, NULL, signer, MFT_TEST_ANSWER_REVOKED, 10, 20, 8);
  g_autoptr (GBytes) unknown
      = mft_test_authority_ocsp (fixture->ca, NULL, signer, MFT_TEST_ANSWER_UNKNOWN, 10, 20, 0);
  g_autoptr (GBytes) other = mft_test_authority_ocsp (
      fixture->ca, NULL, mft_key_get_certificate (fixture->other), MFT_TEST_ANSWER_GOOD, 10, 20, 0);

  assert_answer (fixture, good, 15, MFT_REVOCATION_GOOD);
  assert_answer (fixture, good, 25, MFT_REVOCATION_UNKNOWN);
  assert_answer (fixture, bad, 15, MFT_REVOCATION_REVOKED);
  assert_answer (fixture, bad, 7, MFT_REVOCATION_GOOD);
  assert_answer (fixture, unknown, 15, MFT_REVOCATION_UNKNOWN);
  assert_answer (fixture, other, 15, MFT_REVOCATION_UNKNOWN);
}

/* Checklist 15: who answers is the issuer or whom it charged, not whoever is in the file. */
static void
test_answers_by_whom (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* the answer says that it was made now */
  const MftTestIdentity charged = { .name = "Penjawab", .days = 3600, .extended = "OCSPSigning" };
  const MftTestIdentity expired = { .name = "Penjawab", .days = 9, .extended = "OCSPSigning" };
  const MftTestIdentity plain = { .name = "Bukan", .days = 3600 };
  MftCertificate *signer = mft_key_get_certificate (fixture->signer);
  const struct
  {
    MftTestAuthority *by;
    const MftTestIdentity *identity;
    MftRevocation expected;
  } cases[] = {
    { fixture->ca, &charged, MFT_REVOCATION_GOOD },
    { fixture->ca, &expired, MFT_REVOCATION_UNKNOWN },
    { fixture->ca, &plain, MFT_REVOCATION_UNKNOWN },
    { fixture->twin, &charged, MFT_REVOCATION_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MftKey) responder = mft_test_authority_issue (cases[i].by, cases[i].identity);
      g_autoptr (GBytes) answer = mft_test_authority_ocsp (fixture->ca, responder, signer,
                                                           MFT_TEST_ANSWER_GOOD, 10, 20, 0);
      assert_answer (fixture, answer, 15, cases[i].expected);
    }
  g_autoptr (GBytes) answer
      = mft_test_authority_ocsp (fixture->ca, NULL, signer, MFT_TEST_ANSWER_GOOD, 10, 20, 0);
  g_autoptr (MftRevocationSet) set = mft_revocation_set_new ();
  gsize size = g_bytes_get_size (answer);
  g_autofree guint8 *turned = g_memdup2 (g_bytes_get_data (answer, NULL), size);
  for (gsize at = 0; at < size; at += 7)
    {
      turned[at] ^= 1;
      mft_revocation_set_add_ocsp (set, turned, size, NULL);
      turned[at] ^= 1;
    }
  g_assert_cmpint (ask (fixture, set, 25), ==, MFT_REVOCATION_UNKNOWN);
}

#define ADD(name, func) g_test_add ("/pki/revocation/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  ADD ("list-over-time", test_list_over_time);
  ADD ("list-by-whom", test_list_by_whom);
  ADD ("list-for-whom", test_list_for_whom);
  ADD ("answers-over-time", test_answers_over_time);
  ADD ("answers-by-whom", test_answers_by_whom);
  return g_test_run ();
}
