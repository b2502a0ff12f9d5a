/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/key-p12.h"

G_BEGIN_DECLS

/* The key itself, for packing it anew; borrowed. Never leaves this room. */
EVP_PKEY *_mft_key_p12_evp (MftKeyP12 *key);

/* The file as it is, still locked; at most 4 MiB. Errors: MFT_PKI_ERROR_DAMAGED. */
PKCS12 *_mft_p12_read (gconstpointer data, gsize size, GError **error);

/* Where old ways of encrypting are known too. */
OSSL_LIB_CTX *_mft_key_p12_library (void);

/* Whether a way of encrypting costs seconds at most. */
gboolean _mft_p12_way_is_bearable (const X509_ALGOR *way);

G_END_DECLS
