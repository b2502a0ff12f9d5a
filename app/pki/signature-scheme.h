/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* How a signature value is made: kind of key, padding and digest. */
typedef enum
{
  MFT_SIGNATURE_SCHEME_RSA_SHA256, /* PKCS #1 v1.5 */
  MFT_SIGNATURE_SCHEME_RSA_SHA384,
  MFT_SIGNATURE_SCHEME_RSA_SHA512,
  MFT_SIGNATURE_SCHEME_RSA_PSS_SHA256, /* MGF1 with the same digest, salt as long as it */
  MFT_SIGNATURE_SCHEME_RSA_PSS_SHA384,
  MFT_SIGNATURE_SCHEME_RSA_PSS_SHA512,
  MFT_SIGNATURE_SCHEME_ECDSA_SHA256,
  MFT_SIGNATURE_SCHEME_ECDSA_SHA384,
  MFT_SIGNATURE_SCHEME_ECDSA_SHA512,
} MftSignatureScheme;

/* What is wished where a key leaves a choice; all zero: nothing. */
typedef struct
{
  guint digest_bits; /* 256, 384, 512; 0: 256 for RSA, as strong as the curve for EC */
  gboolean pss;      /* for RSA keys */
} MftSignatureWish;

/* The scheme for a certificate's key; one that allows PSS only gets it. Errors:
 * MFT_PKI_ERROR_UNSUPPORTED. */
gboolean mft_signature_scheme_for (const MftCertificate *certificate, MftSignatureWish wish,
                                   MftSignatureScheme *scheme, GError **error);

/* The digest, for EVP; its name is EVP_MD_get0_name(). Also the digest of the signed bytes. */
const EVP_MD *mft_signature_scheme_digest (MftSignatureScheme scheme);

/* "RSA", where PSS is not asked for, "RSA-PSS" or "EC": as OpenSSL names keys. */
const char *mft_signature_scheme_key_type (MftSignatureScheme scheme);

gboolean mft_signature_scheme_is_pss (MftSignatureScheme scheme);

G_END_DECLS
