/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/key-p12-private.h"

#include <openssl/err.h>
#include <openssl/provider.h>

#include "base/safe-file.h"
#include "pki/key-evp.h"
#include "pki/p12-cost.h"
#include "pki/p12-pack.h"

#define FILE_MOST (4 << 20)

struct _MftKeyP12
{
  GObject parent;

  EVP_PKEY *private_key;
  MftCertificate *certificate;
  GPtrArray *chain;
};

static void mft_key_p12_iface (MftKeyInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MftKeyP12, mft_key_p12, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MFT_TYPE_KEY, mft_key_p12_iface))

/* RC2 and 3DES of old files need the legacy provider; it stays out of the rest of the program. */
OSSL_LIB_CTX *
_mft_key_p12_library (void)
{
  static OSSL_LIB_CTX *context;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      context = OSSL_LIB_CTX_new ();
      OSSL_PROVIDER_load (context, "default");
      OSSL_PROVIDER_load (context, "legacy");
      ERR_clear_error ();
      g_once_init_leave (&ready, 1);
    }
  return context;
}

PKCS12 *
_mft_p12_read (gconstpointer data, gsize size, GError **error)
{
  const unsigned char *at = data;
  PKCS12 *container
      = size <= FILE_MOST ? PKCS12_init_ex (NID_pkcs7_data, _mft_key_p12_library (), NULL) : NULL;

  /* d2i frees what it cannot fill. */
  if (container == NULL || d2i_PKCS12 (&container, &at, (long) size) == NULL)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "not a PKCS #12 file");
      return NULL;
    }
  return container;
}

static gboolean
check_cost (PKCS12 *container, MftSecret *passphrase, GError **error)
{
  if (mft_p12_cost_is_bearable (container, passphrase))
    return TRUE;
  mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "too many iterations in a PKCS #12 file");
  return FALSE;
}

/* Whether the passphrase opens any encrypted part: then a seal that does not fit means damage. */
static gboolean
opens_a_part (PKCS12 *container, const char *passphrase, int length)
{
  STACK_OF (PKCS7) *parts = PKCS12_unpack_authsafes (container);
  gboolean opened = FALSE;

  for (int i = 0; i < sk_PKCS7_num (parts) && !opened; i++)
    {
      PKCS7 *part = sk_PKCS7_value (parts, i);
      STACK_OF (PKCS12_SAFEBAG) *bags = NULL;

      if (PKCS7_type_is_encrypted (part))
        bags = PKCS12_unpack_p7encdata (part, passphrase, length);
      opened = bags != NULL;
      sk_PKCS12_SAFEBAG_pop_free (bags, PKCS12_SAFEBAG_free);
    }
  sk_PKCS7_pop_free (parts, PKCS7_free);
  return opened;
}

static gboolean
check_passphrase (PKCS12 *container, MftSecret *secret, GError **error)
{
  const char *passphrase = mft_secret_peek (secret);
  int length = (int) mft_secret_size (secret);

  if (!PKCS12_mac_present (container) || PKCS12_verify_mac (container, passphrase, length))
    return TRUE;
  if (ERR_GET_REASON (ERR_peek_last_error ()) == PKCS12_R_UNKNOWN_DIGEST_ALGORITHM)
    mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "the seal of the PKCS #12 file is not known");
  else if (opens_a_part (container, passphrase, length))
    {
      ERR_clear_error ();
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED,
                      "the PKCS #12 file was changed after it was made");
    }
  else
    {
      ERR_clear_error ();
      mft_ossl_error (error, MFT_PKI_ERROR_WRONG_PASSPHRASE, "the passphrase is wrong");
    }
  return FALSE;
}

/* Takes the bag's key or certificate over. */
static void
take_bag (MftKeyP12 *key, GPtrArray *certificates, const PKCS12_SAFEBAG *bag, MftSecret *secret)
{
  PKCS8_PRIV_KEY_INFO *info = NULL;
  X509 *x509 = NULL;

  if (PKCS12_SAFEBAG_get_nid (bag) == NID_pkcs8ShroudedKeyBag && key->private_key == NULL)
    info = PKCS12_decrypt_skey_ex (bag, mft_secret_peek (secret), (int) mft_secret_size (secret),
                                   _mft_key_p12_library (), NULL);
  else if (PKCS12_SAFEBAG_get_nid (bag) == NID_certBag)
    x509 = PKCS12_SAFEBAG_get1_cert (bag);
  if (info != NULL)
    key->private_key = EVP_PKCS82PKEY_ex (info, _mft_key_p12_library (), NULL);
  if (x509 != NULL)
    g_ptr_array_add (certificates, mft_certificate_new_from_x509 (x509));
  PKCS8_PRIV_KEY_INFO_free (info);
  X509_free (x509);
}

/* The certificate whose key it is; the others are its chain. */
static void
join (MftKeyP12 *key, GPtrArray *certificates)
{
  for (guint i = 0; key->private_key != NULL && i < certificates->len; i++)
    {
      MftCertificate *one = g_ptr_array_index (certificates, i);
      EVP_PKEY *public_key = X509_get0_pubkey (mft_certificate_x509 (one));
      if (key->certificate == NULL && public_key != NULL
          && EVP_PKEY_eq (public_key, key->private_key) == 1)
        key->certificate = mft_certificate_ref (one);
      else
        g_ptr_array_add (key->chain, mft_certificate_ref (one));
    }
}

/* OpenSSL does not read what has no seal. */
static MftKey *
key_from_unsealed (PKCS12 *container, MftSecret *secret, GError **error)
{
  g_autoptr (MftKeyP12) key = g_object_new (MFT_TYPE_KEY_P12, NULL);
  g_autoptr (GPtrArray) certificates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  STACK_OF (PKCS7) *parts = PKCS12_unpack_authsafes (container);

  for (int i = 0; i < sk_PKCS7_num (parts); i++)
    {
      PKCS7 *part = sk_PKCS7_value (parts, i);
      STACK_OF (PKCS12_SAFEBAG) *bags
          = PKCS7_type_is_data (part) ? PKCS12_unpack_p7data (part) : NULL;
      for (int k = 0; k < sk_PKCS12_SAFEBAG_num (bags); k++)
        take_bag (key, certificates, sk_PKCS12_SAFEBAG_value (bags, k), secret);
      sk_PKCS12_SAFEBAG_pop_free (bags, PKCS12_SAFEBAG_free);
    }
  sk_PKCS7_pop_free (parts, PKCS7_free);
  ERR_clear_error ();
  join (key, certificates);
  if (key->private_key == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_WRONG_PASSPHRASE, "the passphrase is wrong");
  else if (key->certificate == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_NO_CERTIFICATE, "no certificate for the private key");
  else
    return MFT_KEY (g_steal_pointer (&key));
  return NULL;
}

static MftKey *
key_from_container (PKCS12 *container, MftSecret *secret, GError **error)
{
  g_autoptr (MftKeyP12) key = g_object_new (MFT_TYPE_KEY_P12, NULL);
  g_autoptr (X509) x509 = NULL;
  STACK_OF (X509) *others = NULL;

  if (!PKCS12_parse (container, mft_secret_peek (secret), &key->private_key, &x509, &others))
    {
      mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "the PKCS #12 file cannot be opened");
      return NULL;
    }
  for (int i = 0; i < sk_X509_num (others); i++)
    g_ptr_array_add (key->chain, mft_certificate_new_from_x509 (sk_X509_value (others, i)));
  sk_X509_pop_free (others, X509_free);
  ERR_clear_error ();
  if (key->private_key == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_NO_KEY, "no private key in the PKCS #12 file");
  else if (x509 == NULL)
    mft_ossl_error (error, MFT_PKI_ERROR_NO_CERTIFICATE, "no certificate for the private key");
  else
    {
      key->certificate = mft_certificate_new_from_x509 (x509);
      return MFT_KEY (g_steal_pointer (&key));
    }
  return NULL;
}

MftKey *
mft_key_p12_new_from_bytes (gconstpointer data, gsize size, MftSecret *passphrase, GError **error)
{
  g_autoptr (PKCS12) container = NULL;

  ERR_clear_error ();
  container = _mft_p12_read (data, size, error);
  if (container == NULL || !check_cost (container, NULL, error)
      || !check_passphrase (container, passphrase, error)
      || !check_cost (container, passphrase, error))
    return NULL;
  return PKCS12_mac_present (container) ? key_from_container (container, passphrase, error)
                                        : key_from_unsealed (container, passphrase, error);
}

MftKey *
mft_key_p12_new_from_file (const char *path, MftSecret *passphrase, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, FILE_MOST, error);
  MftKey *key;

  if (bytes == NULL)
    return NULL;
  key = mft_key_p12_new_from_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                    passphrase, error);
  if (key == NULL)
    g_prefix_error (error, "\"%s\": ", path);
  return key;
}

gboolean
mft_key_p12_check_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, FILE_MOST, error);
  g_autoptr (PKCS12) container = bytes != NULL ? _mft_p12_read (g_bytes_get_data (bytes, NULL),
                                                                g_bytes_get_size (bytes), error)
                                               : NULL;

  if (bytes != NULL && container == NULL)
    g_prefix_error (error, "\"%s\": ", path);
  return container != NULL;
}

MftKey *
mft_key_p12_new_from_parts (GBytes *wrapped, MftCertificate *certificate, GPtrArray *chain,
                            MftSecret *passphrase, GError **error)
{
  g_autoptr (MftKeyP12) key = g_object_new (MFT_TYPE_KEY_P12, NULL);

  key->private_key = mft_pkcs8_unwrap (g_bytes_get_data (wrapped, NULL), g_bytes_get_size (wrapped),
                                       passphrase, error);
  if (key->private_key == NULL)
    return NULL;
  if (EVP_PKEY_eq (X509_get0_pubkey (mft_certificate_x509 (certificate)), key->private_key) != 1)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_DAMAGED, "the key is of another certificate");
      return NULL;
    }
  key->certificate = mft_certificate_ref (certificate);
  for (guint i = 0; i < chain->len; i++)
    g_ptr_array_add (key->chain, mft_certificate_ref (g_ptr_array_index (chain, i)));
  return MFT_KEY (g_steal_pointer (&key));
}

EVP_PKEY *
_mft_key_p12_evp (MftKeyP12 *key)
{
  return key->private_key;
}

static MftCertificate *
get_certificate (MftKey *key)
{
  return MFT_KEY_P12 (key)->certificate;
}

static GPtrArray *
get_chain (MftKey *key)
{
  return MFT_KEY_P12 (key)->chain;
}

static GBytes *
sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size, GError **error)
{
  return mft_key_evp_sign (MFT_KEY_P12 (key)->private_key, _mft_key_p12_library (), scheme, data,
                           size, error);
}

static void
mft_key_p12_iface (MftKeyInterface *interface)
{
  interface->get_certificate = get_certificate;
  interface->get_chain = get_chain;
  interface->sign = sign;
}

static void
mft_key_p12_finalize (GObject *object)
{
  MftKeyP12 *key = MFT_KEY_P12 (object);

  EVP_PKEY_free (key->private_key);
  g_clear_pointer (&key->certificate, mft_certificate_unref);
  g_ptr_array_unref (key->chain);
  G_OBJECT_CLASS (mft_key_p12_parent_class)->finalize (object);
}

static void
mft_key_p12_class_init (MftKeyP12Class *class)
{
  G_OBJECT_CLASS (class)->finalize = mft_key_p12_finalize;
}

static void
mft_key_p12_init (MftKeyP12 *key)
{
  key->chain = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
}
