/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <openssl/provider.h>

#include "base/safe-file.h"
#include "pki/key-p12.h"
#include "practice-key.h"

static GBytes *
issue (MftPracticeKey kind, const char *passphrase)
{
  return mft_test_p12 (NULL, &(MftPracticeIdentity){ .key = kind }, passphrase);
}

static MftKey *
open_bytes (gconstpointer data, gsize size, const char *passphrase, GError **error)
{
  g_autoptr (MftSecret) secret = mft_secret_new (passphrase, strlen (passphrase));

  return mft_key_p12_new_from_bytes (data, size, secret, error);
}

static void
test_opens_and_signs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) p12 = issue (MFT_PRACTICE_KEY_EC, "sandi ujian");
  g_autoptr (MftKey) key
      = open_bytes (g_bytes_get_data (p12, NULL), g_bytes_get_size (p12), "sandi ujian", &error);
  MftSignatureScheme scheme;

  g_assert_no_error (error);
  g_assert_cmpstr (mft_certificate_common_name (mft_key_get_certificate (key)), ==,
                   "Wulan Hapsari Tirtanegara");
  g_assert_cmpuint (mft_key_get_chain (key)->len, ==, 1);
  g_assert_true (mft_signature_scheme_for (mft_key_get_certificate (key), (MftSignatureWish){ 0 },
                                           &scheme, NULL));
  g_assert_cmpint (scheme, ==, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);
  mft_test_assert_signs (key, scheme);
  g_assert_null (mft_key_sign (key, MFT_SIGNATURE_SCHEME_RSA_SHA256, "x", 1, &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_UNSUPPORTED);
}

static void
test_rsa (void)
{
  g_autoptr (GBytes) p12 = issue (MFT_PRACTICE_KEY_RSA, "sandi");
  g_autoptr (MftKey) key
      = open_bytes (g_bytes_get_data (p12, NULL), g_bytes_get_size (p12), "sandi", NULL);
  MftSignatureScheme scheme;

  g_assert_true (mft_signature_scheme_for (mft_key_get_certificate (key), (MftSignatureWish){ 0 },
                                           &scheme, NULL));
  g_assert_cmpint (scheme, ==, MFT_SIGNATURE_SCHEME_RSA_SHA256);
  mft_test_assert_signs (key, MFT_SIGNATURE_SCHEME_RSA_SHA256);
  mft_test_assert_signs (key, MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256);
}

/* Files of the nineties' encryption are still handed out. */
static void
test_old_encryption (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) p12 = issue (MFT_PRACTICE_KEY_EC, "sandi");
  OSSL_LIB_CTX *library = OSSL_LIB_CTX_new ();
  OSSL_PROVIDER *legacy = OSSL_PROVIDER_load (library, "legacy");
  OSSL_PROVIDER *standard = OSSL_PROVIDER_load (library, "default");
  g_autoptr (PKCS12) made = NULL;
  g_autoptr (GBytes) old = NULL;
  const unsigned char *at = g_bytes_get_data (p12, NULL);
  g_autoptr (PKCS12) parsed = d2i_PKCS12 (NULL, &at, (long) g_bytes_get_size (p12));
  g_autoptr (EVP_PKEY) private_key = NULL;
  g_autoptr (X509) x509 = NULL;
  unsigned char *der = NULL;
  int size;

  g_assert_true (PKCS12_parse (parsed, "sandi", &private_key, &x509, NULL));
  made = PKCS12_create_ex ("sandi", "lama", private_key, x509, NULL,
                           NID_pbe_WithSHA1And3_Key_TripleDES_CBC, NID_pbe_WithSHA1And40BitRC2_CBC,
                           1, 1, 0, library, NULL);
  g_assert_nonnull (made);
  size = i2d_PKCS12 (made, &der);
  old = mft_ossl_take (der, size);
  g_autoptr (MftKey) key
      = open_bytes (g_bytes_get_data (old, NULL), g_bytes_get_size (old), "sandi", &error);
  g_assert_no_error (error);
  mft_test_assert_signs (key, MFT_SIGNATURE_SCHEME_ECDSA_SHA256);
  g_assert_null (
      open_bytes (g_bytes_get_data (old, NULL), g_bytes_get_size (old), "salah", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_clear_pointer (&made, PKCS12_free);
  OSSL_PROVIDER_unload (standard);
  OSSL_PROVIDER_unload (legacy);
  OSSL_LIB_CTX_free (library);
}

static void
test_wrong_and_damaged (void)
{
  g_autoptr (GBytes) p12 = issue (MFT_PRACTICE_KEY_EC, "sandi");
  gsize size = g_bytes_get_size (p12);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (p12, NULL), size);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_bytes (bytes, size, "Sandi", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (open_bytes (bytes, size - 1, "sandi", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (open_bytes ("bukan", 5, "sandi", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
  g_clear_error (&error);
  bytes[size - 8] ^= 1; /* the seal's salt or its iterations: the parts still open */
  bytes[size - 20] ^= 1;
  g_assert_null (open_bytes (bytes, size, "sandi", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED);
}

/* Each part asks for less than what is borne, both together for more: refused before the first
 * round, with whatever passphrase. */
static void
test_too_many_rounds (void)
{
  const guint8 asked[] = { 0x02, 0x03, 0x01, 0x00, 0x00 }; /* INTEGER 65536 */
  const MftPracticeIdentity identity = { .common_name = "Wulan Hapsari Tirtanegara",
                                         .organization = "Kementerian Tata Samudra",
                                         .key = MFT_PRACTICE_KEY_EC,
                                         .rounds = 65536 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) secret = mft_secret_new ("sandi", 5);
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, &error);
  g_autoptr (GBytes) p12 = mft_practice_ca_issue (ca, &identity, secret, &error);
  g_assert_no_error (error);
  gsize size = g_bytes_get_size (p12);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (p12, NULL), size);
  guint parts = 0;

  for (gsize at = 0; at + sizeof asked + 2 < size; at++)
    if (memcmp (bytes + at, asked, sizeof asked) == 0 && bytes[at + sizeof asked] == 0x30)
      {
        memcpy (bytes + at + 2, "\x7f\xff\xff", 3);
        parts++;
      }
  g_assert_cmpuint (parts, ==, 2);
  g_assert_null (open_bytes (bytes, size, "sandi", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_UNSUPPORTED);
  g_clear_error (&error);
  g_assert_null (open_bytes (bytes, size, "salah", &error));
  g_assert_error (error, MFT_PKI_ERROR, MFT_PKI_ERROR_UNSUPPORTED);
}

static void
test_every_byte (void)
{
  g_autoptr (GBytes) p12 = issue (MFT_PRACTICE_KEY_EC, "sandi");
  gsize size = g_bytes_get_size (p12);
  const guint8 *original = g_bytes_get_data (p12, NULL);

  for (gsize at = 0; at < 60; at++)
    {
      g_autofree guint8 *bytes = g_memdup2 (original, size);
      g_autoptr (GError) error = NULL;
      bytes[at] ^= 0x40;
      g_autoptr (MftKey) key = open_bytes (bytes, size, "sandi", &error);
      if (key == NULL)
        g_assert_true (error->domain == MFT_PKI_ERROR);
      else /* a version number that nobody reads */
        g_assert_cmpstr (mft_certificate_organization (mft_key_get_certificate (key)), ==,
                         "Kementerian Tata Samudra");
    }
}

static void
test_from_file (void)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "kunci.p12", NULL);
  g_autoptr (GBytes) p12 = issue (MFT_PRACTICE_KEY_EC, "sandi");
  g_autoptr (MftSecret) secret = mft_secret_new ("sandi", 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (mft_key_p12_new_from_file (path, secret, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  mft_safe_file_save (path, g_bytes_get_data (p12, NULL), g_bytes_get_size (p12), FALSE, NULL);
  g_autoptr (MftKey) key = mft_key_p12_new_from_file (path, secret, NULL);
  g_assert_nonnull (key);
}

int
main (int argc, char **argv)
{
  mft_test_init (&argc, &argv);
  mft_secret_init ();
  g_test_add_func ("/pki/key/ec", test_opens_and_signs);
  g_test_add_func ("/pki/key/rsa", test_rsa);
  g_test_add_func ("/pki/key/old-encryption", test_old_encryption);
  g_test_add_func ("/pki/key/wrong-and-damaged", test_wrong_and_damaged);
  g_test_add_func ("/pki/key/too-many-rounds", test_too_many_rounds);
  g_test_add_func ("/pki/key/every-byte", test_every_byte);
  g_test_add_func ("/pki/key/file", test_from_file);
  return g_test_run ();
}
