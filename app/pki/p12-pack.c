/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/p12-pack.h"

#include <openssl/err.h>

#include "pki/key-p12-private.h"

/* 16 MiB and some 50 ms for each passphrase that is tried. */
#define SCRYPT_N 16384
#define SCRYPT_R 8
#define SCRYPT_P 1

#define PORTABLE_ROUNDS 600000 /* OWASP's for PBKDF2 with SHA-256 */
#define SEAL_ROUNDS 100000

typedef STACK_OF (PKCS12_SAFEBAG) Bags;
typedef STACK_OF (PKCS7) Safes;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509_SIG, X509_SIG_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free)

/* Wraps the key; takes `way` over, NULL: as every program reads it. */
static X509_SIG *
shroud (EVP_PKEY *key, MftSecret *secret, X509_ALGOR *way)
{
  g_autoptr (PKCS8_PRIV_KEY_INFO) info = EVP_PKEY2PKCS8 (key);
  const char *passphrase = mft_secret_peek (secret);
  int length = (int) mft_secret_size (secret);
  X509_SIG *shrouded = NULL;

  if (info != NULL && way == NULL)
    return PKCS8_encrypt (NID_hmacWithSHA256, EVP_aes_256_cbc (), passphrase, length, NULL, 0,
                          PORTABLE_ROUNDS, info);
  if (info != NULL)
    shrouded = PKCS8_set0_pbe (passphrase, length, info, way);
  if (shrouded == NULL)
    X509_ALGOR_free (way);
  return shrouded;
}

static GBytes *
encode (const X509_SIG *shrouded)
{
  unsigned char *der = NULL;
  int size = i2d_X509_SIG (shrouded, &der);

  return size > 0 ? mft_ossl_take (der, size) : NULL;
}

GBytes *
mft_pkcs8_wrap (EVP_PKEY *key, MftSecret *passphrase, GError **error)
{
  X509_ALGOR *way
      = PKCS5_pbe2_set_scrypt (EVP_aes_256_cbc (), NULL, 0, NULL, SCRYPT_N, SCRYPT_R, SCRYPT_P);
  g_autoptr (X509_SIG) shrouded = way != NULL ? shroud (key, passphrase, way) : NULL;
  GBytes *wrapped = shrouded != NULL ? encode (shrouded) : NULL;

  if (wrapped == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the key cannot be wrapped");
  return wrapped;
}

EVP_PKEY *
mft_pkcs8_unwrap (gconstpointer data, gsize size, MftSecret *passphrase, GError **error)
{
  const unsigned char *at = data;
  g_autoptr (X509_SIG) shrouded = NULL;
  g_autoptr (PKCS8_PRIV_KEY_INFO) info = NULL;
  const X509_ALGOR *way;
  EVP_PKEY *key;

  ERR_clear_error ();
  shrouded = size <= G_MAXINT ? d2i_X509_SIG (NULL, &at, (long) size) : NULL;
  if (shrouded == NULL)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not an encrypted key");
      return NULL;
    }
  X509_SIG_get0 (shrouded, &way, NULL);
  if (!_mft_p12_way_is_bearable (way))
    {
      mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "too many rounds around a key");
      return NULL;
    }
  info = PKCS8_decrypt_ex (shrouded, mft_secret_peek (passphrase),
                           (int) mft_secret_size (passphrase), _mft_key_p12_library (), NULL);
  key = info != NULL ? EVP_PKCS82PKEY_ex (info, _mft_key_p12_library (), NULL) : NULL;
  ERR_clear_error ();
  if (key == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_WRONG_PASSPHRASE, "the passphrase is wrong");
  return key;
}

static void
free_safes (Safes *safes)
{
  sk_PKCS7_pop_free (safes, PKCS7_free);
}

static void
free_bags (Bags *bags)
{
  sk_PKCS12_SAFEBAG_pop_free (bags, PKCS12_SAFEBAG_free);
}

/* Certificates in the clear: they are public. */
static gboolean
add_certificates (Safes **safes, X509 *own, GPtrArray *chain)
{
  Bags *bags = sk_PKCS12_SAFEBAG_new_null ();
  guint8 id[EVP_MAX_MD_SIZE];
  guint id_size = 0;
  PKCS12_SAFEBAG *bag = PKCS12_SAFEBAG_create_cert (own);
  gboolean added = bag != NULL && sk_PKCS12_SAFEBAG_push (bags, bag) > 0
                   && X509_digest (own, EVP_sha1 (), id, &id_size) == 1
                   && PKCS12_add_localkeyid (bag, id, (int) id_size) == 1;

  for (guint i = 0; added && i < chain->len; i++)
    {
      bag = PKCS12_SAFEBAG_create_cert (mft_certificate_x509 (g_ptr_array_index (chain, i)));
      added = bag != NULL && sk_PKCS12_SAFEBAG_push (bags, bag) > 0;
    }
  added = added && PKCS12_add_safe (safes, bags, -1, 0, NULL) == 1;
  free_bags (bags);
  return added;
}

static gboolean
add_key (Safes **safes, EVP_PKEY *key, X509 *own, MftSecret *passphrase)
{
  Bags *bags = sk_PKCS12_SAFEBAG_new_null ();
  X509_SIG *shrouded = shroud (key, passphrase, NULL);
  PKCS12_SAFEBAG *bag = shrouded != NULL ? PKCS12_SAFEBAG_create0_pkcs8 (shrouded) : NULL;
  guint8 id[EVP_MAX_MD_SIZE];
  guint id_size = 0;
  gboolean added = bag != NULL && sk_PKCS12_SAFEBAG_push (bags, bag) > 0
                   && X509_digest (own, EVP_sha1 (), id, &id_size) == 1
                   && PKCS12_add_localkeyid (bag, id, (int) id_size) == 1
                   && PKCS12_add_safe (safes, bags, -1, 0, NULL) == 1;

  free_bags (bags);
  return added;
}

GBytes *
mft_p12_pack (EVP_PKEY *key, const MftCertificate *certificate, GPtrArray *chain,
              MftSecret *passphrase, GError **error)
{
  X509 *own = mft_certificate_x509 (certificate);
  Safes *safes = NULL;
  g_autoptr (PKCS12) container = NULL;
  unsigned char *der = NULL;
  int size = -1;

  ERR_clear_error ();
  if (add_certificates (&safes, own, chain) && add_key (&safes, key, own, passphrase))
    container = PKCS12_add_safes (safes, 0);
  free_safes (safes);
  if (container != NULL
      && PKCS12_set_mac (container, mft_secret_peek (passphrase),
                         (int) mft_secret_size (passphrase), NULL, 0, SEAL_ROUNDS, EVP_sha256 ())
             == 1)
    size = i2d_PKCS12 (container, &der);
  if (size > 0)
    return mft_ossl_take (der, size);
  mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the key cannot be packed");
  return NULL;
}

/* Counts the wrapped keys of a part and keeps the last. */
static guint
find_wrapped (PKCS7 *part, GBytes **wrapped)
{
  Bags *bags = PKCS7_type_is_data (part) ? PKCS12_unpack_p7data (part) : NULL;
  guint found = 0;

  for (int i = 0; i < sk_PKCS12_SAFEBAG_num (bags); i++)
    {
      const PKCS12_SAFEBAG *bag = sk_PKCS12_SAFEBAG_value (bags, i);
      if (PKCS12_SAFEBAG_get_nid (bag) != NID_pkcs8ShroudedKeyBag)
        continue;
      found++;
      g_clear_pointer (wrapped, g_bytes_unref);
      *wrapped = encode (PKCS12_SAFEBAG_get0_pkcs8 (bag));
    }
  free_bags (bags);
  return found;
}

GBytes *
mft_p12_wrapped_key (GBytes *p12, GError **error)
{
  g_autoptr (PKCS12) container
      = _mft_p12_read (g_bytes_get_data (p12, NULL), g_bytes_get_size (p12), error);
  g_autoptr (GBytes) wrapped = NULL;
  Safes *parts;
  guint found = 0;

  if (container == NULL)
    return NULL;
  parts = PKCS12_unpack_authsafes (container);
  for (int i = 0; i < sk_PKCS7_num (parts); i++)
    found += find_wrapped (sk_PKCS7_value (parts, i), &wrapped);
  free_safes (parts);
  ERR_clear_error ();
  if (found == 1 && wrapped != NULL)
    return g_steal_pointer (&wrapped);
  mft_ossl_error (error, MFT_PKI_ERROR_NO_KEY, "no single key in the PKCS #12 file");
  return NULL;
}
