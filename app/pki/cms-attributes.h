/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/cms.h"

G_BEGIN_DECLS

/* Of mft_cms_read() only: what the signed attributes say, and the bytes they stand in. */

/* Fills message_digest, signing_time and the facts about attributes. */
void mft_cms_read_attributes (MftCms *cms, CMS_SignerInfo *signer, MftCmsKind kind);

/* Finds the certificate by issuer and serial (or key id) and by the ESS hash. */
void mft_cms_find_signer (MftCms *cms, CMS_SignerInfo *signer);

/* The signed attributes as they stand in `data`, with the tag that is signed (RFC 5652 5.4); NULL if
 * there are none or several signers. Owned by the caller. */
GBytes *mft_cms_attributes_as_they_stand (gconstpointer data, gsize size);

/* The same as DER would have them. Owned by the caller. */
GBytes *mft_cms_attributes_der (CMS_SignerInfo *signer);

/* Fills crls and ocsps: what SignedData carries, and the attributes of Adobe (signed) and of
 * CAdES (unsigned). */
void mft_cms_read_revocation (MftCms *cms, CMS_ContentInfo *info, CMS_SignerInfo *signer);

G_END_DECLS
