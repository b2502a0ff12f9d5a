/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked at before the passphrase: the certificate, and how often it was wrong. */
#include "authority.h"
#include "long-term.h"
#include "pdf-fixture.h"
#include "practice-key.h"
#include "support.h"
#include "validation-world.h"

#include "base/clock.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "net/http.h"
#include "pki/error.h"
#include "store/certificate-store.h"

#include "act/attempts.h"
#include "act/journal.h"
#include "act/signer-status.h"
#include "act/signing.h"

static MftKey *
issue (MftTestAuthority *authority, int from, int days, const char *usage)
{
  const MftTestIdentity identity
      = { .name = "Wulan Hapsari Tirtanegara", .from_day = from, .days = days, .usage = usage };

  return mft_test_authority_issue (authority, &identity);
}

static MftSignerState
ask (MftKey *key, const MftAnchors *anchors, MftRevocationSet *revocation, int day, int last)
{
  const MftEvidenceInputs evidence = { .anchors = anchors, .revocations = revocation };
  const MftSignerQuestion question = { .certificate = mft_key_get_certificate (key),
                                       .chain = mft_key_get_chain (key),
                                       .anchors = anchors,
                                       .evidence = &evidence,
                                       .now = MFT_TEST_AT (day),
                                       .last_known = last > 0 ? MFT_TEST_AT (last) : 0 };
  MftSignerState state = mft_signer_check (&question);
  g_autofree char *sentence = mft_signer_sentence (state, question.certificate);

  g_assert_true ((sentence == NULL) == (state == MFT_SIGNER_READY));
  g_assert_true (sentence == NULL || strchr (sentence, '{') == NULL);
  return state;
}

static void
test_states (void)
{
  g_autoptr (MftTestAuthority) authority = mft_test_authority_new ("Induk Uji");
  g_autoptr (MftKey) key = issue (authority, 0, 730, NULL);
  g_autoptr (MftKey) other = issue (authority, 0, 730, "critical,keyEncipherment");
  g_autoptr (MftAnchors) nobody = mft_anchors_new ();
  g_autoptr (MftAnchors) trusted = mft_anchors_new ();
  g_autoptr (MftRevocationSet) revocation = mft_revocation_set_new ();

  mft_anchors_add (trusted, mft_test_authority_certificate (authority));
  g_assert_cmpint (ask (key, trusted, NULL, 100, 0), ==, MFT_SIGNER_READY);
  g_assert_cmpint (ask (key, nobody, NULL, 100, 0), ==, MFT_SIGNER_UNKNOWN_ISSUER);
  g_assert_cmpint (ask (key, trusted, NULL, -3, 0), ==, MFT_SIGNER_NOT_YET_VALID);
  g_assert_cmpint (ask (key, trusted, NULL, 731, 0), ==, MFT_SIGNER_EXPIRED);
  g_assert_cmpint (ask (other, trusted, NULL, 100, 0), ==, MFT_SIGNER_WRONG_USAGE);
  g_assert_cmpint (ask (key, trusted, NULL, 100, 101), ==, MFT_SIGNER_CLOCK_WRONG);
  g_autoptr (GBytes) crl
      = mft_test_authority_crl (authority, 90, 120, mft_key_get_certificate (key), 95, NULL);
  g_assert_true (mft_revocation_set_add_crl (revocation, g_bytes_get_data (crl, NULL),
                                             g_bytes_get_size (crl), NULL));
  g_assert_cmpint (ask (key, trusted, revocation, 100, 0), ==, MFT_SIGNER_REVOKED);
  g_assert_true (mft_signer_may_sign (MFT_SIGNER_UNKNOWN_ISSUER));
  g_assert_false (mft_signer_may_sign (MFT_SIGNER_REVOKED));
}

/* What the issuer said once is known without the network; so is what a document carries. */
static void
test_told_before (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftValidationWorld) world = mft_validation_world_new ();
  MftIdentity identity = { .certificate = mft_key_get_certificate (world->signer),
                           .chain = mft_key_get_chain (world->signer) };
  g_autoptr (MftSigner) signer = mft_signer_new_stored (&identity);

  mft_data_folder_set (folder);
  g_assert_cmpint (mft_signer_status (signer, NULL, FALSE, NULL), ==, MFT_SIGNER_UNKNOWN_ISSUER);
  g_assert_true (mft_certificate_store_trust (mft_test_authority_certificate (world->root), NULL));
  world->is_revoked = TRUE;
  g_assert_true (mft_signer_may_sign (mft_signer_status (signer, NULL, FALSE, NULL)));
  g_assert_cmpint (mft_signer_status (signer, NULL, TRUE, NULL), ==, MFT_SIGNER_REVOKED);
  world->is_silent = TRUE;
  g_assert_cmpint (mft_signer_status (signer, NULL, FALSE, NULL), ==, MFT_SIGNER_REVOKED);
  mft_net_allow (FALSE);
  mft_data_folder_set (NULL);
}

static void
test_by_document (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftTestAuthority) authority = mft_test_authority_new ("Induk Uji");
  g_autoptr (MftKey) key = issue (authority, 0, 3000, NULL);
  MftIdentity identity
      = { .certificate = mft_key_get_certificate (key), .chain = mft_key_get_chain (key) };
  g_autoptr (MftSigner) signer = mft_signer_new_stored (&identity);
  g_autoptr (GBytes) plain = mft_pdf_fixture_simple_table ();
  MftTestDss dss = { .crls = { mft_test_authority_crl (
                         authority, 300, 3000, mft_key_get_certificate (key), 200, NULL) } };
  g_autoptr (GBytes) with = mft_test_add_dss (plain, &dss);
  g_autofree char *path = g_build_filename (folder, "naskah.pdf", NULL);

  mft_data_folder_set (folder);
  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (with, NULL), g_bytes_get_size (with),
                                     TRUE, NULL));
  g_assert_true (mft_signer_may_sign (mft_signer_status (signer, NULL, FALSE, NULL)));
  g_assert_cmpint (mft_signer_status (signer, path, FALSE, NULL), ==, MFT_SIGNER_REVOKED);
  g_bytes_unref (dss.crls[0]);
  mft_data_folder_set (NULL);
}

static void
test_practice (void)
{
  g_autoptr (MftKey) key = mft_test_key_named ("Bagas Manikmaya");
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  const MftSignerQuestion question = { .certificate = mft_key_get_certificate (key),
                                       .anchors = anchors,
                                       .now = mft_clock_now () };

  g_assert_cmpint (mft_signer_check (&question), ==, MFT_SIGNER_PRACTICE);
}

static void
note (MftKey *key, int code)
{
  g_autoptr (GError) error = g_error_new_literal (MFT_PKI_ERROR, code, "x");

  mft_act_note_failure ("/none.pdf", NULL, MFT_BASIS_SCREEN,
                        mft_certificate_common_name (mft_key_get_certificate (key)), error);
}

static void
test_attempts (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftKey) key = mft_test_key_named ("Bagas Manikmaya");
  g_autoptr (MftKey) other = mft_test_key_named ("Wulan Hapsari Tirtanegara");
  const char *signer = mft_certificate_common_name (mft_key_get_certificate (key));
  gint64 now = MFT_TEST_AT (500);

  mft_data_folder_set (folder);
  mft_clock_freeze (now);
  g_assert_cmpuint (mft_attempts_look (signer, now).left, ==, 3);
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  note (other, MFT_PKI_ERROR_FAILED); /* somebody else's do not count */
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpuint (mft_attempts_look (signer, now).left, ==, 1);
  g_assert_cmpint (mft_attempts_look (signer, now).until, ==, 0);
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpint (mft_attempts_look (signer, now).until, ==, now + MFT_ATTEMPTS_PAUSE);
  g_assert_cmpint (mft_attempts_look (signer, now + MFT_ATTEMPTS_PAUSE).until, ==, 0);
  g_assert_cmpuint (mft_attempts_look (signer, now + MFT_ATTEMPTS_PAUSE).left, ==, 3);
  note (key, MFT_PKI_ERROR_FAILED); /* the passphrase was right */
  g_assert_cmpuint (mft_attempts_look (signer, now).left, ==, 3);
  mft_clock_freeze (-1);
  mft_data_folder_set (NULL);
}

static void
test_forgotten (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftKey) key = mft_test_key_named ("Bagas Manikmaya");
  gint64 now = MFT_TEST_AT (500);

  mft_data_folder_set (folder);
  mft_clock_freeze (now);
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpuint (mft_attempts_look ("Bagas Manikmaya", now).left, ==, 2);
  g_assert_cmpuint (mft_attempts_look ("Bagas Manikmaya", now + MFT_TEST_DAY).left, ==, 3);
  mft_clock_freeze (-1);
  mft_data_folder_set (NULL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/signer/states", test_states);
  g_test_add_func ("/act/signer/told-before", test_told_before);
  g_test_add_func ("/act/signer/by-document", test_by_document);
  g_test_add_func ("/act/signer/practice", test_practice);
  g_test_add_func ("/act/signer/attempts", test_attempts);
  g_test_add_func ("/act/signer/forgotten", test_forgotten);
  return g_test_run ();
}
