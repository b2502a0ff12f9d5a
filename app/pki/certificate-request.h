/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/openssl.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_NEW_KEY_RSA_3072,
  MFT_NEW_KEY_RSA_4096,
  MFT_NEW_KEY_P256,
  MFT_NEW_KEY_P384,
} MftNewKey;

/* Who asks, in the fields that BSrE's certificates have: C=ID, O, OU, CN, and the address beside the
 * subject. No NIK: it does not stand in certificates. All but the first two may be NULL. */
typedef struct
{
  const char *common_name;
  const char *organization;
  const char *unit;
  const char *email;
} MftRequestSubject;

/* A new key, and a request for its certificate (PKCS #10, RFC 2986) in PEM; `key` is wrapped under the
 * passphrase (mft_pkcs8_wrap()), `key_id` names its public half. All owned by the caller.
 * Errors: MFT_PKI_ERROR_FAILED, _UNSUPPORTED: a field is too long or no text. */
char *mft_certificate_request_new (MftNewKey kind, const MftRequestSubject *subject,
                                   MftSecret *passphrase, GBytes **key, char **key_id,
                                   GError **error);

/* The name of a public key: SHA-256 of its SubjectPublicKeyInfo, in hexadecimal. */
char *mft_public_key_id (EVP_PKEY *key);

G_END_DECLS
