/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signed-pdf.h"

#include "base/clock.h"
#include "pki/key-p12.h"
#include "pki/practice.h"
#include "support.h"

static MftKey *
issue (MftPracticeCa *ca, const char *name)
{
  g_autoptr (MftSecret) secret = mft_secret_new ("sandi", 5);
  MftPracticeIdentity identity = { name, "Kementerian Tata Samudra", MFT_PRACTICE_KEY_EC, 0 };
  g_autoptr (GBytes) p12 = mft_practice_ca_issue (ca, &identity, secret, NULL);
  MftKey *key = mft_key_p12_new_from_bytes (g_bytes_get_data (p12, NULL), g_bytes_get_size (p12),
                                            secret, NULL);

  g_assert_nonnull (key);
  return key;
}

static MftPracticeCa *
authority (void)
{
  static MftPracticeCa *ca;

  if (ca == NULL)
    ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);
  return ca;
}

MftCertificate *
mft_test_ca (void)
{
  return mft_practice_ca_certificate (authority ());
}

MftKey *
mft_test_key (void)
{
  static MftKey *key;

  if (key == NULL)
    key = issue (authority (), "Wulan Hapsari Tirtanegara");
  return key;
}

MftKey *
mft_test_stranger (void)
{
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, NULL);

  return issue (ca, "Bagas Manikmaya");
}

GBytes *
mft_test_sign (GBytes *bytes, MftKey *key, const MftSignRequest *request)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftSafeFile) output = mft_safe_file_new (path, NULL);
  g_autoptr (GDateTime) now = mft_clock_now_utc ();
  g_autoptr (GError) error = NULL;
  MftSignRequest timed = *request;

  timed.time = now;
  g_autofree char *field = mft_pades_sign (source, key, &timed, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mft_safe_file_commit (output, FALSE, NULL));
  return mft_file_read (path, 10000000, NULL);
}

GBytes *
mft_test_sign_field (GBytes *bytes, const char *field)
{
  const MftSignRequest request = { .field = field };

  return mft_test_sign (bytes, mft_test_key (), &request);
}
