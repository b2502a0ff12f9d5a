/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/certificate.h"

G_BEGIN_DECLS

/* Private keys and certificates as they come in files, before they are joined. */
typedef struct
{
  GPtrArray *keys;         /* EVP_PKEY */
  GPtrArray *certificates; /* MftCertificate, each once */
} MftKeyMaterial;

MftKeyMaterial *mft_key_material_new (void);
void mft_key_material_free (MftKeyMaterial *material);

/* Adds what a file holds: PKCS #12 (old encryption too), PKCS #8, PEM of any of these, keys of
 * OpenSSL's own, certificates in DER, PKCS #7. `passphrase` NULL: there is none yet.
 * Errors: MFT_PKI_ERROR_WRONG_PASSPHRASE (also: one is needed); _DAMAGED; _UNSUPPORTED; _NO_KEY (a
 * PKCS #12 without one); _NO_CERTIFICATE: nothing of all this is in it. */
gboolean mft_key_material_add (MftKeyMaterial *material, GBytes *bytes, MftSecret *passphrase,
                               GError **error);

/* The certificate of a key; NULL: there is none. Borrowed. */
MftCertificate *mft_key_material_find (const MftKeyMaterial *material, EVP_PKEY *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftKeyMaterial, mft_key_material_free)

G_END_DECLS
