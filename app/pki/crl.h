/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/revocation.h"

G_BEGIN_DECLS

/* A revocation list, parsed once. One thread at a time. */
typedef struct MftCrl MftCrl;

/* In DER. Errors: MFT_PKI_ERROR_DAMAGED. */
MftCrl *mft_crl_new (gconstpointer data, gsize size, GError **error);
void mft_crl_free (MftCrl *crl);

/* A list that is not signed by the issuer, is for other certificates or has a limit that is not known
 * here (indirect, a critical extension) says nothing; a delta list only who was revoked. Who was revoked
 * before stays revoked in lists of any age. */
MftRevocation mft_crl_ask (MftCrl *crl, const MftRevocationQuestion *question);

/* Whether it is a list by this issuer, whatever it says. */
gboolean mft_crl_is_by (const MftCrl *crl, const MftCertificate *issuer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCrl, mft_crl_free)

G_END_DECLS
