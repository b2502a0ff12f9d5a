/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/key.h"

G_BEGIN_DECLS

/* The signature of PAdES baseline (EN 319 142-1): a detached CMS over bytes whose digest by
 * mft_signature_scheme_digest() is given, with content-type, message-digest and
 * signing-certificate-v2, without signing-time. It carries the signer's certificate and `issuers`
 * (MftCertificate; NULL: what came with the key). DER. Owned by the caller.
 * Errors: those of mft_key_sign(); MFT_PKI_ERROR_WRONG_USAGE if the digest has another length. */
GBytes *mft_cms_build (MftKey *key, GPtrArray *issuers, MftSignatureScheme scheme,
                       gconstpointer digest, gsize digest_size, GError **error);

/* How many bytes mft_cms_build() may need at most, without asking the key to sign. */
gsize mft_cms_size_estimate (MftKey *key, GPtrArray *issuers);

/* The signature value, for a timestamp over it. Errors: MFT_PKI_ERROR_DAMAGED. */
GBytes *mft_cms_signature_value (GBytes *cms, GError **error);

/* The same CMS with an RFC 3161 token (DER of its ContentInfo) as unsigned attribute (B-T). */
GBytes *mft_cms_add_timestamp (GBytes *cms, GBytes *token, GError **error);

G_END_DECLS
