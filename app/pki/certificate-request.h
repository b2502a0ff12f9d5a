/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/openssl.h"
#include "pki/subject.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_NEW_KEY_RSA_3072,
  MFT_NEW_KEY_RSA_4096,
  MFT_NEW_KEY_P256,
  MFT_NEW_KEY_P384,
} MftNewKey;

/* A new key, and a request for its certificate (PKCS #10, RFC 2986) in PEM; `key` is wrapped under the
 * passphrase (mft_pkcs8_wrap()), `key_id` names its public half. All owned by the caller.
 * Errors: MFT_PKI_ERROR_FAILED, _SUBJECT. */
char *mft_certificate_request_new (MftNewKey kind, const MftCertificateSubject *subject,
                                   MftSecret *passphrase, GBytes **key, char **key_id,
                                   GError **error);

/* The name of a public key: SHA-256 of its SubjectPublicKeyInfo, in hexadecimal. */
char *mft_public_key_id (EVP_PKEY *key);

G_END_DECLS
