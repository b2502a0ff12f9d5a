/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"
#include "pki/anchors.h"
#include "pki/key.h"
#include "pki/practice.h"
#include "store/identity.h"

G_BEGIN_DECLS

/* The person's certificates, in the data folder's sertifikat.db: identities, whose key is PKCS #8 under
 * its own passphrase and whose certificates are readable, so that they can be looked at before the
 * passphrase is asked (PP 71/2019 Ps 62(1)-(2)); and authorities that the person trusts. Any thread,
 * several programs at once. Errors everywhere: MFT_STORE_ERROR, G_FILE_ERROR, and those named. */

/* MftIdentity, by name. Those that cannot be read are counted in `unreadable` (may be NULL). */
GPtrArray *mft_certificate_store_identities (guint *unreadable, GError **error);

/* Takes in the key that a file holds, in any form (store/certificate-import.h), and its certificates,
 * wrapped anew under the same passphrase. One that is there is taken anew. An expired certificate is
 * taken too: what was signed with it stays. Owned by the caller. Errors: as
 * mft_certificate_store_take(); MFT_PKI_ERROR_NO_KEY. */
MftIdentity *mft_certificate_store_import (GBytes *p12, MftSecret *passphrase, GError **error);

/* The same for a new practice certificate of `ca` (NULL: of an authority of its own). `organization` may
 * be NULL. Errors: MFT_PKI_ERROR_FAILED, _SUBJECT. */
MftIdentity *mft_certificate_store_add_practice (MftPracticeCa *ca, const char *name,
                                                 const char *organization, MftSecret *passphrase,
                                                 GError **error);

/* The key of the identity whose certificate has this SHA-256. Owned by the caller.
 * Errors: those of mft_key_p12_new_from_parts(); MFT_STORE_ERROR_MISSING. */
MftKey *mft_certificate_store_open_key (const char *sha256, MftSecret *passphrase, GError **error);

/* Deletes the key for good. */
gboolean mft_certificate_store_remove (const MftIdentity *identity, GError **error);

/* Certificates without a key that were taken in, to build paths with (MftCertificate). */
GPtrArray *mft_certificate_store_others (GError **error);

/* The trusted authorities (MftCertificate), by name, without the pinned ones. */
GPtrArray *mft_certificate_store_trusted (guint *unreadable, GError **error);

/* Only after the person saw the fingerprint. Errors: MFT_PKI_ERROR_WRONG_USAGE where it is not the
 * certificate of an authority. */
gboolean mft_certificate_store_trust (MftCertificate *certificate, GError **error);
gboolean mft_certificate_store_distrust (const MftCertificate *certificate, GError **error);

/* The pinned authorities and the trusted ones. */
MftAnchors *mft_certificate_store_anchors (GError **error);

G_END_DECLS
