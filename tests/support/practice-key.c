/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice-key.h"

#include <string.h>

#include "pki/key-p12.h"

GBytes *
mft_test_p12 (MftPracticeCa *ca, const MftPracticeIdentity *identity, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) secret = mft_secret_new (passphrase, strlen (passphrase));
  g_autoptr (MftPracticeCa) own = NULL;
  MftPracticeIdentity quick = *identity;
  GBytes *p12;

  if (quick.common_name == NULL)
    quick.common_name = "Wulan Hapsari Tirtanegara";
  if (quick.organization == NULL)
    quick.organization = "Kementerian Tata Samudra";
  quick.rounds = 1;
  if (ca == NULL)
    ca = own = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, identity->not_before, &error);
  g_assert_no_error (error);
  p12 = mft_practice_ca_issue (ca, &quick, secret, &error);
  g_assert_no_error (error);
  return p12;
}

MftKey *
mft_test_key_new (MftPracticeCa *ca, const MftPracticeIdentity *identity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) secret = mft_secret_new (MFT_TEST_PASSPHRASE, strlen (MFT_TEST_PASSPHRASE));
  g_autoptr (GBytes) p12 = mft_test_p12 (ca, identity, MFT_TEST_PASSPHRASE);
  MftKey *key = mft_key_p12_new_from_bytes (g_bytes_get_data (p12, NULL), g_bytes_get_size (p12),
                                            secret, &error);

  g_assert_no_error (error);
  return key;
}

MftKey *
mft_test_key_named (const char *name)
{
  const MftPracticeIdentity identity = { .common_name = name, .key = MFT_PRACTICE_KEY_EC };

  return mft_test_key_new (NULL, &identity);
}
