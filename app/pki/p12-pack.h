/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/certificate.h"

G_BEGIN_DECLS

/* A PKCS #12 file of a key, its certificate and those beside it (MftCertificate), as every program
 * reads it: PKCS #8 under AES-256 and PBKDF2, and a seal. Owned by the caller.
 * Errors: MFT_PKI_ERROR_FAILED. */
GBytes *mft_p12_pack (EVP_PKEY *key, const MftCertificate *certificate, GPtrArray *chain,
                      MftSecret *passphrase, GError **error);

/* The wrapped key inside a PKCS #12 file that has one, still wrapped: what mft_pkcs8_unwrap() opens.
 * Needs no passphrase. Owned by the caller. Errors: MFT_PKI_ERROR_DAMAGED; _NO_KEY: it is not to be
 * seen without the passphrase, or there are several. */
GBytes *mft_p12_wrapped_key (GBytes *p12, GError **error);

/* A key for this computer: PKCS #8 under AES-256 and scrypt (16 MiB); and back.
 * Errors: MFT_PKI_ERROR_FAILED; _WRONG_PASSPHRASE, _DAMAGED, _UNSUPPORTED (it would take hours). */
GBytes *mft_pkcs8_wrap (EVP_PKEY *key, MftSecret *passphrase, GError **error);
EVP_PKEY *mft_pkcs8_unwrap (gconstpointer data, gsize size, MftSecret *passphrase, GError **error);

G_END_DECLS
