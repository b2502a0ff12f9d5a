/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"
#include "verify/verify.h"

G_BEGIN_DECLS

/* What the file and the caller bring to judge certificates by. */
typedef struct
{
  const MftAnchors *anchors;
  GPtrArray *certificates; /* MftCertificate, untrusted */
  GPtrArray *crls;         /* GBytes */
  gboolean has_dss;        /* certificates and revocation data in /DSS */
  gint64 judged_at;
} MftEvidence;

/* Reads /DSS of the last revision; what cannot be read there is passed over. */
void mft_evidence_init (MftEvidence *evidence, MftPdfFile *file, const MftVerifyOptions *options,
                        const MftAnchors *anchors);
void mft_evidence_clear (MftEvidence *evidence);

G_END_DECLS
