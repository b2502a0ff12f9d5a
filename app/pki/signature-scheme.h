/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* How a signature value is made: kind of key, padding and digest. */
typedef enum
{
  MFT_SIGNATURE_SCHEME_RSA_SHA256,     /* PKCS #1 v1.5 */
  MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256, /* MGF1 with the same digest, salt as long as it */
  MFT_SIGNATURE_SCHEME_ECDSA_SHA256,
  MFT_SIGNATURE_SCHEME_ECDSA_SHA384,
  MFT_SIGNATURE_SCHEME_ECDSA_SHA512,
} MftSignatureScheme;

/* The scheme for a certificate's key: PKCS #1 v1.5 for RSA (PSS for keys that allow only it), for
 * EC the digest as strong as the curve. Errors: MFT_PKI_ERROR_UNSUPPORTED. */
gboolean mft_signature_scheme_for (const MftCertificate *certificate, MftSignatureScheme *scheme,
                                   GError **error);

/* The digest, for EVP; its name is EVP_MD_get0_name(). Also the digest of the signed bytes. */
const EVP_MD *mft_signature_scheme_digest (MftSignatureScheme scheme);

gboolean mft_signature_scheme_is_pss (MftSignatureScheme scheme);

G_END_DECLS
