/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/signature-scheme.h"

gboolean
mft_signature_scheme_for (const MftCertificate *certificate, MftSignatureScheme *scheme,
                          GError **error)
{
  EVP_PKEY *key = X509_get0_pubkey (mft_certificate_x509 (certificate));
  int bits = key != NULL ? EVP_PKEY_get_bits (key) : 0;

  if (key != NULL && EVP_PKEY_is_a (key, "RSA"))
    *scheme = MFT_SIGNATURE_SCHEME_RSA_SHA256;
  else if (key != NULL && EVP_PKEY_is_a (key, "RSA-PSS"))
    *scheme = MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256;
  else if (key != NULL && EVP_PKEY_is_a (key, "EC"))
    *scheme = bits > 384   ? MFT_SIGNATURE_SCHEME_ECDSA_SHA512
              : bits > 256 ? MFT_SIGNATURE_SCHEME_ECDSA_SHA384
                           : MFT_SIGNATURE_SCHEME_ECDSA_SHA256;
  else
    {
      mft_ossl_error (error, MFT_PKI_ERROR_UNSUPPORTED, "signing with a key of kind \"%s\"",
                      mft_certificate_key_type (certificate));
      return FALSE;
    }
  return TRUE;
}

const EVP_MD *
mft_signature_scheme_digest (MftSignatureScheme scheme)
{
  switch (scheme)
    {
    case MFT_SIGNATURE_SCHEME_RSA_SHA256:
    case MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256:
    case MFT_SIGNATURE_SCHEME_ECDSA_SHA256:
      return EVP_sha256 ();
    case MFT_SIGNATURE_SCHEME_ECDSA_SHA384:
      return EVP_sha384 ();
    case MFT_SIGNATURE_SCHEME_ECDSA_SHA512:
      return EVP_sha512 ();
    }
  g_return_val_if_reached (NULL);
}

gboolean
mft_signature_scheme_is_pss (MftSignatureScheme scheme)
{
  return scheme == MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256;
}
