/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked at before the passphrase: the certificate, and how often it was wrong. */
#include "authority.h"
#include "practice-key.h"
#include "support.h"

#include "base/clock.h"
#include "base/data-folder.h"
#include "pki/error.h"

#include "act/attempts.h"
#include "act/journal.h"
#include "act/signer-check.h"
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
  const MftSignerQuestion question = { .certificate = mft_key_get_certificate (key),
                                       .chain = mft_key_get_chain (key),
                                       .anchors = anchors,
                                       .revocation = revocation,
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
  MftCertificate *certificate = mft_key_get_certificate (key);
  gint64 now = MFT_TEST_AT (500);

  mft_data_folder_set (folder);
  mft_clock_freeze (now);
  g_assert_cmpuint (mft_attempts_look (certificate, now).left, ==, 3);
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  note (other, MFT_PKI_ERROR_FAILED); /* somebody else's do not count */
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpuint (mft_attempts_look (certificate, now).left, ==, 1);
  g_assert_cmpint (mft_attempts_look (certificate, now).until, ==, 0);
  note (key, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_assert_cmpint (mft_attempts_look (certificate, now).until, ==, now + MFT_ATTEMPTS_PAUSE);
  g_assert_cmpint (mft_attempts_look (certificate, now + MFT_ATTEMPTS_PAUSE).until, ==, 0);
  g_assert_cmpuint (mft_attempts_look (certificate, now + MFT_ATTEMPTS_PAUSE).left, ==, 3);
  note (key, MFT_PKI_ERROR_FAILED); /* the passphrase was right */
  g_assert_cmpuint (mft_attempts_look (certificate, now).left, ==, 3);
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
  g_assert_cmpuint (mft_attempts_look (mft_key_get_certificate (key), now).left, ==, 2);
  g_assert_cmpuint (mft_attempts_look (mft_key_get_certificate (key), now + MFT_TEST_DAY).left, ==,
                    3);
  mft_clock_freeze (-1);
  mft_data_folder_set (NULL);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  g_test_add_func ("/act/signer/states", test_states);
  g_test_add_func ("/act/signer/practice", test_practice);
  g_test_add_func ("/act/signer/attempts", test_attempts);
  g_test_add_func ("/act/signer/forgotten", test_forgotten);
  return g_test_run ();
}
