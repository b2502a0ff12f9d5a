/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/signature-scheme.h"

static const struct
{
  const char *key_type;
  guint digest_bits;
} schemes[] = {
  [MFT_SIGNATURE_SCHEME_RSA_SHA256] = { "RSA", 256 },
  [MFT_SIGNATURE_SCHEME_RSA_SHA384] = { "RSA", 384 },
  [MFT_SIGNATURE_SCHEME_RSA_SHA512] = { "RSA", 512 },
  [MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256] = { "RSA-PSS", 256 },
  [MFT_SIGNATURE_SCHEME_RSA_PSS_SHA384] = { "RSA-PSS", 384 },
  [MFT_SIGNATURE_SCHEME_RSA_PSS_SHA512] = { "RSA-PSS", 512 },
  [MFT_SIGNATURE_SCHEME_ECDSA_SHA256] = { "EC", 256 },
  [MFT_SIGNATURE_SCHEME_ECDSA_SHA384] = { "EC", 384 },
  [MFT_SIGNATURE_SCHEME_ECDSA_SHA512] = { "EC", 512 },
};

static const char *
wanted_type (EVP_PKEY *key, gboolean pss)
{
  if (key != NULL && EVP_PKEY_is_a (key, "RSA"))
    return pss ? "RSA-PSS" : "RSA";
  if (key != NULL && EVP_PKEY_is_a (key, "RSA-PSS"))
    return "RSA-PSS";
  return key != NULL && EVP_PKEY_is_a (key, "EC") ? "EC" : NULL;
}

static guint
usual_bits (EVP_PKEY *key)
{
  int bits = EVP_PKEY_is_a (key, "EC") ? EVP_PKEY_get_bits (key) : 0;

  return bits > 384 ? 512 : bits > 256 ? 384 : 256;
}

gboolean
mft_signature_scheme_for (const MftCertificate *certificate, MftSignatureWish wish,
                          MftSignatureScheme *scheme, GError **error)
{
  EVP_PKEY *key = X509_get0_pubkey (mft_certificate_x509 (certificate));
  const char *type = wanted_type (key, wish.pss);
  guint bits = type != NULL && wish.digest_bits == 0 ? usual_bits (key) : wish.digest_bits;

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i].key_type, type) && schemes[i].digest_bits == bits)
      {
        *scheme = (MftSignatureScheme) i;
        return TRUE;
      }
  mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "signing with a key of kind \"%s\"",
                  mft_certificate_key_type (certificate));
  return FALSE;
}

const EVP_MD *
mft_signature_scheme_digest (MftSignatureScheme scheme)
{
  guint bits = schemes[scheme].digest_bits;

  return bits == 512 ? EVP_sha512 () : bits == 384 ? EVP_sha384 () : EVP_sha256 ();
}

const char *
mft_signature_scheme_key_type (MftSignatureScheme scheme)
{
  return schemes[scheme].key_type;
}

gboolean
mft_signature_scheme_is_pss (MftSignatureScheme scheme)
{
  return g_str_equal (schemes[scheme].key_type, "RSA-PSS");
}
