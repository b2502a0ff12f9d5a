/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ends first: the signer's certificate, the timestamp's, the algorithm. */
#include "authority.h"
#include "support.h"

#include "act/preservation.h"

/* Days: the signer's certificate, and those of two timestamp authorities. */
#define SIGNER_ENDS 700
#define EARLY_ENDS 1100
#define LATE_ENDS 1800

typedef struct
{
  MftTestAuthority *authority;
  MftKey *signer, *early, *late;
  MftVerifyReport *report;
} Fixture;

static MftKey *
issue (Fixture *fixture, const char *name, int days, const char *key)
{
  const MftTestIdentity identity = { .name = name, .days = days, .key = key };

  return mft_test_authority_issue (fixture->authority, &identity);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->authority = mft_test_authority_new ("Induk");
  fixture->signer = issue (fixture, "Wulan Hapsari Tirtanegara", SIGNER_ENDS, NULL);
  fixture->early = issue (fixture, "Stempel Waktu Lama", EARLY_ENDS, NULL);
  fixture->late = issue (fixture, "Stempel Waktu Baru", LATE_ENDS, NULL);
  fixture->report = mft_verify_report_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_object_unref (fixture->signer);
  g_object_unref (fixture->early);
  g_object_unref (fixture->late);
  mft_test_authority_free (fixture->authority);
  mft_verify_report_free (fixture->report);
}

static MftSignatureReport *
add (Fixture *fixture, MftSignatureKind kind, MftKey *key)
{
  MftSignatureReport *signature = mft_signature_report_new ("PIHAK_KESATU");

  signature->state = MFT_SIGNATURE_SIGNED;
  signature->kind = kind;
  signature->integrity = MFT_INTEGRITY_INTACT;
  signature->changes_after = MFT_CHANGES_NONE;
  signature->certificate = mft_certificate_ref (mft_key_get_certificate (key));
  signature->digest = g_strdup ("SHA256");
  signature->revision = fixture->report->signatures->len + 1;
  signature->level = MFT_LEVEL_B_B;
  g_ptr_array_add (fixture->report->signatures, signature);
  return signature;
}

static void
prove (MftSignatureReport *signature, MftLevel level, MftKey *tsa)
{
  signature->level = level;
  signature->signing_time_source = MFT_TIME_SOURCE_TIMESTAMP;
  if (tsa != NULL)
    signature->timestamp_signer = mft_certificate_ref (mft_key_get_certificate (tsa));
}

static MftPreserveReason
reason_on (Fixture *fixture, int day)
{
  return mft_preservation_of (fixture->report, MFT_TEST_AT (day)).reason;
}

static void
assert_ends (Fixture *fixture, int day, MftPreserveReason reason, int end)
{
  MftPreservation found = mft_preservation_of (fixture->report, MFT_TEST_AT (day));

  g_assert_cmpint (found.reason, ==, reason);
  g_assert_cmpint (ABS (found.until - MFT_TEST_AT (end)), <=, MFT_TEST_DAY);
}

/* From the first day, for it cannot be made up for later. */
static void
test_no_time (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_assert_cmpint (reason_on (fixture, 1), ==, MFT_PRESERVE_NOTHING);
  MftSignatureReport *signature = add (fixture, MFT_SIGNATURE_KIND_SIGNATURE, fixture->signer);
  assert_ends (fixture, 1, MFT_PRESERVE_NO_TIME, SIGNER_ENDS);
  /* A signature that does not hold is not worth keeping. */
  signature->integrity = MFT_INTEGRITY_BROKEN;
  g_assert_cmpint (reason_on (fixture, 1), ==, MFT_PRESERVE_NOTHING);
}

/* Once its time is proven, the signer's own end does not matter any more. */
static void
test_timestamp (Fixture *fixture, gconstpointer data)
{
  (void) data;
  prove (add (fixture, MFT_SIGNATURE_KIND_SIGNATURE, fixture->signer), MFT_LEVEL_B_LT,
         fixture->early);
  g_assert_cmpint (reason_on (fixture, SIGNER_ENDS), ==, MFT_PRESERVE_NOTHING);
  g_assert_cmpint (reason_on (fixture, EARLY_ENDS - 92), ==, MFT_PRESERVE_NOTHING);
  assert_ends (fixture, EARLY_ENDS - 88, MFT_PRESERVE_TIMESTAMP, EARLY_ENDS);
  assert_ends (fixture, EARLY_ENDS + 88, MFT_PRESERVE_TIMESTAMP, EARLY_ENDS);
  /* A newer document timestamp takes over; one below the signature does not. */
  MftSignatureReport *over = add (fixture, MFT_SIGNATURE_KIND_TIMESTAMP, fixture->late);
  g_assert_cmpint (reason_on (fixture, EARLY_ENDS), ==, MFT_PRESERVE_NOTHING);
  assert_ends (fixture, LATE_ENDS, MFT_PRESERVE_TIMESTAMP, LATE_ENDS);
  over->revision = 0;
  assert_ends (fixture, EARLY_ENDS, MFT_PRESERVE_TIMESTAMP, EARLY_ENDS);
}

/* Time without evidence: the signer's authority answers only as long as the certificate lives. */
static void
test_no_evidence (Fixture *fixture, gconstpointer data)
{
  MftSignatureReport *signature = add (fixture, MFT_SIGNATURE_KIND_SIGNATURE, fixture->signer);

  (void) data;
  prove (signature, MFT_LEVEL_B_T, fixture->late);
  g_assert_cmpint (reason_on (fixture, SIGNER_ENDS - 92), ==, MFT_PRESERVE_NOTHING);
  assert_ends (fixture, SIGNER_ENDS - 88, MFT_PRESERVE_NO_EVIDENCE, SIGNER_ENDS);
  signature->level = MFT_LEVEL_B_LT;
  g_assert_cmpint (reason_on (fixture, SIGNER_ENDS - 88), ==, MFT_PRESERVE_NOTHING);
}

static void
set_digest (MftSignatureReport *signature, const char *digest)
{
  g_free (signature->digest);
  signature->digest = g_strdup (digest);
}

/* The carrier's digest and key count, whatever the certificates say: RSA 2048 until the end of 2030. */
static void
test_algorithm (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MftKey) weak = issue (fixture, "Stempel Waktu RSA", 3600, "RSA");
  MftSignatureReport *over;
  const int end_of_2030 = 2190;

  (void) data;
  prove (add (fixture, MFT_SIGNATURE_KIND_SIGNATURE, fixture->signer), MFT_LEVEL_B_LT,
         fixture->late);
  over = add (fixture, MFT_SIGNATURE_KIND_TIMESTAMP, fixture->late);
  set_digest (over, "SHA1");
  g_assert_cmpint (reason_on (fixture, 1), ==, MFT_PRESERVE_ALGORITHM);
  set_digest (over, "SHA224");
  g_assert_cmpint (reason_on (fixture, 1), ==, MFT_PRESERVE_NOTHING);
  add (fixture, MFT_SIGNATURE_KIND_TIMESTAMP, weak);
  g_assert_cmpint (reason_on (fixture, end_of_2030 - 92), ==, MFT_PRESERVE_NOTHING);
  assert_ends (fixture, end_of_2030 - 88, MFT_PRESERVE_ALGORITHM, end_of_2030);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/act/preservation/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  ADD ("no-time", test_no_time);
  ADD ("timestamp", test_timestamp);
  ADD ("no-evidence", test_no_evidence);
  ADD ("algorithm", test_algorithm);
  return g_test_run ();
}
