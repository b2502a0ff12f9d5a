/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "pki/path.h"
#include "practice-key.h"

#define DAY ((gint64) 86400 * G_USEC_PER_SEC)
#define START ((gint64) 1735689600 * G_USEC_PER_SEC) /* 2025-01-01 */

typedef struct
{
  MftPracticeCa *ca;
  MftKey *key;
  MftAnchors *anchors;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const MftPracticeIdentity identity = { "Bagas Manikmaya", "Pemerintah Kota Tanjung Bahari",
                                         MFT_PRACTICE_KEY_EC, START + 10 * DAY, 0 };

  fixture->ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, START, NULL);
  fixture->key = mft_test_key_new (fixture->ca, &identity);
  fixture->anchors = mft_anchors_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  mft_practice_ca_free (fixture->ca);
  g_object_unref (fixture->key);
  mft_anchors_free (fixture->anchors);
}

static void
assert_path (Fixture *fixture, MftPathUse use, gint64 at, MftTrust trust, MftPathReason reason)
{
  MftPathRequest request = { use, at, FALSE, fixture->anchors, mft_key_get_chain (fixture->key) };
  g_autoptr (MftPath) path = mft_path_build (mft_key_get_certificate (fixture->key), &request);

  g_assert_cmpint (path->reason, ==, reason);
  g_assert_cmpint (path->trust, ==, trust);
  g_assert_cmpuint (path->chain->len, >=, 1);
}

static void
test_unknown_ca (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (MftPracticeCa) other = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, START, NULL);

  assert_path (fixture, MFT_PATH_FOR_SIGNING, START + 20 * DAY, MFT_TRUST_UNKNOWN,
               MFT_PATH_NO_ANCHOR);
  /* the same name, another key: the signature does not fit, and that is no path */
  mft_anchors_add (fixture->anchors, mft_practice_ca_certificate (other));
  assert_path (fixture, MFT_PATH_FOR_SIGNING, START + 20 * DAY, MFT_TRUST_UNKNOWN,
               MFT_PATH_NO_ANCHOR);
}

static void
test_times_and_uses (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  mft_anchors_add (fixture->anchors, mft_practice_ca_certificate (fixture->ca));
  assert_path (fixture, MFT_PATH_FOR_SIGNING, START + 20 * DAY, MFT_TRUST_TRUSTED, MFT_PATH_OK);
  assert_path (fixture, MFT_PATH_FOR_SIGNING, START + 9 * DAY, MFT_TRUST_UNTRUSTED,
               MFT_PATH_NOT_YET_VALID);
  assert_path (fixture, MFT_PATH_FOR_SIGNING, START + 800 * DAY, MFT_TRUST_UNTRUSTED,
               MFT_PATH_EXPIRED);
  assert_path (fixture, MFT_PATH_FOR_TIMESTAMPS, START + 20 * DAY, MFT_TRUST_UNTRUSTED,
               MFT_PATH_WRONG_USAGE);
}

static void
test_the_certificate_itself (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  mft_anchors_add (fixture->anchors, mft_key_get_certificate (fixture->key));
  assert_path (fixture, MFT_PATH_FOR_SIGNING, START + 20 * DAY, MFT_TRUST_TRUSTED, MFT_PATH_OK);
}

static void
test_pinned (void)
{
  guint count = 0;

  for (const MftPinnedAnchor *pinned = mft_pinned_anchors (); pinned->name != NULL; pinned++)
    {
      g_assert_cmpuint (strspn (pinned->sha256, "0123456789abcdef"), ==, 64);
      g_assert_cmpuint (strlen (pinned->sha256), ==, 64);
      g_assert_cmpint (pinned->proven_times_only, ==, strcmp (pinned->name, "OSD LU Kelas 2") == 0);
      count++;
    }
  g_assert_cmpuint (count, ==, 3);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add ("/pki/path/unknown-ca", Fixture, NULL, set_up, test_unknown_ca, tear_down);
  g_test_add ("/pki/path/times", Fixture, NULL, set_up, test_times_and_uses, tear_down);
  g_test_add ("/pki/path/itself", Fixture, NULL, set_up, test_the_certificate_itself, tear_down);
  g_test_add_func ("/pki/path/pinned", test_pinned);
  return g_test_run ();
}
