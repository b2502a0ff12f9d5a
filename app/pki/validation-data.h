/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/cms.h"
#include "pki/online-evidence.h"

G_BEGIN_DECLS

/* Where evidence about certificates may come from. Everything is borrowed. */
typedef struct
{
  const MftAnchors *anchors;     /* NULL: the pinned ones */
  GPtrArray *certificates;       /* MftCertificate that may stand between; NULL: none */
  MftRevocationSet *revocations; /* NULL: none */
  MftOnlineEvidence *online;     /* NULL: nothing is fetched */
} MftEvidenceInputs;

/* What a later verifier needs to judge certificates when nobody can be asked any more (EN 319 142-1,
 * 5.4): for each path its certificates, and for each below its end a statement that it was good. */
typedef struct
{
  GPtrArray *certificates; /* MftCertificate */
  GPtrArray *crls;         /* GBytes */
  GPtrArray *ocsps;        /* GBytes */
} MftValidationData;

MftValidationData *mft_validation_data_new (void);
void mft_validation_data_free (MftValidationData *data);

/* Adds what vouches for `certificate` at `at` (microseconds since 1970; `proven` by a timestamp).
 * `carried` (MftCertificate, may be NULL): what came with it. Nothing is added twice. The path has to
 * be whole, up to an anchor or to a root that nobody trusts here: who verifies decides.
 * Errors: MFT_PKI_ERROR_REVOKED; _EVIDENCE: nobody vouches, or an issuer is missing; those of
 * mft_job_check(). */
gboolean mft_validation_data_add (MftValidationData *data, const MftEvidenceInputs *inputs,
                                  MftCertificate *certificate, GPtrArray *carried, MftPathUse use,
                                  gint64 at, gboolean proven, MftJob *job, GError **error);

/* The issuers above `certificate`, as far as they are known or online ones can be had, without a root:
 * what a signature is to carry (EN 319 142-1, 6.3). Owned by the caller. */
GPtrArray *mft_evidence_inputs_issuers (const MftEvidenceInputs *inputs,
                                        MftCertificate *certificate, GPtrArray *carried, gint64 at,
                                        MftJob *job);

/* Whether anybody says that it was revoked at `at`; what cannot be asked is no objection.
 * Errors: MFT_PKI_ERROR_REVOKED. */
gboolean mft_evidence_inputs_check (const MftEvidenceInputs *inputs, MftCertificate *certificate,
                                    GPtrArray *carried, gint64 at, MftJob *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftValidationData, mft_validation_data_free)

G_END_DECLS
