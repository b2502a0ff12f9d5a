/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/certificate.h"

G_BEGIN_DECLS

/* How a key is wrapped: always as PKCS #8 under AES-256. */
typedef enum
{
  MFT_P12_STORED,   /* scrypt, 16 MiB; no seal, which would be the weaker lock: for this computer */
  MFT_P12_PORTABLE, /* PBKDF2 and a seal: what every program reads */
} MftP12Kind;

/* A PKCS #12 file of a key, its certificate and those beside it (MftCertificate). Owned by the
 * caller. Errors: MFT_PKI_ERROR_FAILED. */
GBytes *mft_p12_pack (EVP_PKEY *key, const MftCertificate *certificate, GPtrArray *chain,
                      MftSecret *passphrase, MftP12Kind kind, GError **error);

/* Opens a PKCS #12 file and wraps it anew. Errors: those of mft_key_p12_new_from_bytes() too. */
GBytes *mft_p12_repack (GBytes *p12, MftSecret *passphrase, MftSecret *new_passphrase,
                        MftP12Kind kind, GError **error);

/* A key without a certificate yet, as PKCS #8 under a passphrase; and back.
 * Errors: MFT_PKI_ERROR_FAILED; _WRONG_PASSPHRASE, _DAMAGED, _UNSUPPORTED (it would take hours). */
GBytes *mft_pkcs8_wrap (EVP_PKEY *key, MftSecret *passphrase, GError **error);
EVP_PKEY *mft_pkcs8_unwrap (gconstpointer data, gsize size, MftSecret *passphrase, GError **error);

G_END_DECLS
