/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "pki/signature-scheme.h"

G_BEGIN_DECLS

/* A private key that signs and never shows itself: bytes in, signature value out. Implemented by
 * PKCS #12 files here and by the certificate store and tokens elsewhere. */
#define MFT_TYPE_KEY (mft_key_get_type ())
G_DECLARE_INTERFACE (MftKey, mft_key, MFT, KEY, GObject)

struct _MftKeyInterface
{
  GTypeInterface parent;

  MftCertificate *(*get_certificate) (MftKey *key);
  GPtrArray *(*get_chain) (MftKey *key);
  GBytes *(*sign) (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size,
                   GError **error);
};

/* The signer's certificate; borrowed. */
MftCertificate *mft_key_get_certificate (MftKey *key);

/* The certificates beside it (MftCertificate, the signer's not among them), in no order; borrowed,
 * may be empty. */
GPtrArray *mft_key_get_chain (MftKey *key);

/* The signature value over `data` (hashed by the scheme's digest): PKCS #1 or PSS bytes, for ECDSA
 * the DER of r and s. Owned by the caller. Errors: MFT_PKI_ERROR_FAILED, _UNSUPPORTED. */
GBytes *mft_key_sign (MftKey *key, MftSignatureScheme scheme, gconstpointer data, gsize size,
                      GError **error);

G_END_DECLS
