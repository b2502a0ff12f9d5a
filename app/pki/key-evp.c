/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/key-evp.h"

#include <openssl/err.h>
#include <openssl/rsa.h>

/* A key for everything may be used for PSS, one for PSS for nothing else. */
static gboolean
fits (EVP_PKEY *key, MftSignatureScheme scheme)
{
  return EVP_PKEY_is_a (key, mft_signature_scheme_key_type (scheme))
         || (mft_signature_scheme_is_pss (scheme) && EVP_PKEY_is_a (key, "RSA"));
}

GBytes *
mft_key_evp_sign (EVP_PKEY *key, OSSL_LIB_CTX *library, MftSignatureScheme scheme,
                  gconstpointer data, gsize size, GError **error)
{
  g_autoptr (EVP_MD_CTX) context = EVP_MD_CTX_new ();
  const char *digest = EVP_MD_get0_name (mft_signature_scheme_digest (scheme));
  EVP_PKEY_CTX *options = NULL; /* belongs to `context` */
  g_autofree guint8 *value = NULL;
  gsize value_size = 0;

  if (!fits (key, scheme))
    {
      mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "the key is of another kind");
      return NULL;
    }
  ERR_clear_error ();
  if (EVP_DigestSignInit_ex (context, &options, digest, library, NULL, key, NULL) != 1
      || (mft_signature_scheme_is_pss (scheme)
          && (EVP_PKEY_CTX_set_rsa_padding (options, RSA_PKCS1_PSS_PADDING) != 1
              || EVP_PKEY_CTX_set_rsa_pss_saltlen (options, RSA_PSS_SALTLEN_DIGEST) != 1))
      || EVP_DigestSign (context, NULL, &value_size, data, size) != 1)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the key cannot sign");
      return NULL;
    }
  value = g_malloc (value_size);
  if (EVP_DigestSign (context, value, &value_size, data, size) != 1)
    {
      mft_ossl_error (error, MFT_PKI_ERROR_FAILED, "the key cannot sign");
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&value), value_size);
}
