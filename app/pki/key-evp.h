/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/signature-scheme.h"

G_BEGIN_DECLS

/* mft_key_sign() for a key that OpenSSL holds; for implementations of MftKey. `library` is the
 * context the key belongs to, NULL for the default. */
GBytes *mft_key_evp_sign (EVP_PKEY *key, OSSL_LIB_CTX *library, MftSignatureScheme scheme,
                          gconstpointer data, gsize size, GError **error);

G_END_DECLS
