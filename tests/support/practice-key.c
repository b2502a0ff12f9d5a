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

gboolean
mft_test_signs (MftKey *key, MftSignatureScheme scheme, GError **error)
{
  static const guint8 data[] = "perjanjian";
  g_autoptr (GBytes) value = mft_key_sign (key, scheme, data, sizeof data, error);
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  X509 *x509 = mft_certificate_x509 (mft_key_get_certificate (key));
  EVP_PKEY_CTX *options = NULL;

  if (value == NULL)
    return FALSE;
  g_assert_cmpint (EVP_DigestVerifyInit (context, &options, mft_signature_scheme_digest (scheme),
                                         NULL, X509_get0_pubkey (x509)),
                   ==, 1);
  if (mft_signature_scheme_is_pss (scheme))
    EVP_PKEY_CTX_set_rsa_padding (options, 6 /* RSA_PKCS1_PSS_PADDING */);
  g_assert_cmpint (EVP_DigestVerify (context, g_bytes_get_data (value, NULL),
                                     g_bytes_get_size (value), data, sizeof data),
                   ==, 1);
  return TRUE;
}

void
mft_test_assert_signs (MftKey *key, MftSignatureScheme scheme)
{
  g_autoptr (GError) error = NULL;

  mft_test_signs (key, scheme, &error);
  g_assert_no_error (error);
}
