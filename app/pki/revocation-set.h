/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "pki/revocation.h"

G_BEGIN_DECLS

/* Revocation lists and OCSP answers, each parsed once however many certificates are asked about.
 * One thread at a time. */
typedef struct MftRevocationSet MftRevocationSet;

MftRevocationSet *mft_revocation_set_new (void);
void mft_revocation_set_free (MftRevocationSet *set);

/* In DER; the same bytes count once. Errors: MFT_PKI_ERROR_DAMAGED. */
gboolean mft_revocation_set_add_crl (MftRevocationSet *set, gconstpointer data, gsize size,
                                     GError **error);
gboolean mft_revocation_set_add_ocsp (MftRevocationSet *set, gconstpointer data, gsize size,
                                      GError **error);

/* A revocation list in DER or PEM, or an OCSP answer in DER, from a file of at most 64 MiB.
 * Errors: as above, and G_FILE_ERROR. */
gboolean mft_revocation_set_add_crl_file (MftRevocationSet *set, const char *path, GError **error);
gboolean mft_revocation_set_add_ocsp_file (MftRevocationSet *set, const char *path, GError **error);

/* The worst that anybody says: revoked, else good, else unknown. A job that was stopped gets what was
 * found so far; the caller checks it. */
MftRevocation mft_revocation_set_ask (MftRevocationSet *set, const MftRevocationQuestion *question,
                                      MftJob *job);

/* The bytes of a statement that says good, an OCSP answer rather than a list; NULL: there is none.
 * Borrowed. */
GBytes *mft_revocation_set_find_good (MftRevocationSet *set, const MftRevocationQuestion *question,
                                      gboolean *is_ocsp);

/* Whether there is any statement for this certificate, of whatever time: a list by its issuer or an
 * answer about it. */
gboolean mft_revocation_set_covers (const MftRevocationSet *set, const MftCertificate *certificate,
                                    const MftCertificate *issuer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftRevocationSet, mft_revocation_set_free)

G_END_DECLS
