/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signed-pdf.h"

#include "base/clock.h"
#include "practice-key.h"
#include "support.h"

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
  const MftPracticeIdentity identity = { .key = MFT_PRACTICE_KEY_EC };
  static MftKey *key;

  if (key == NULL)
    key = mft_test_key_new (authority (), &identity);
  return key;
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
  g_autofree char *field = mft_pades_sign (source, key, &timed, output, NULL, NULL, &error);
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
