/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"
#include "verify/subject.h"
#include "verify/verify.h"

G_BEGIN_DECLS

/* What the file and the caller bring to judge certificates by. */
typedef struct
{
  const MftAnchors *anchors;
  GPtrArray *certificates;    /* MftCertificate, untrusted */
  MftRevocationSet *given;    /* by the caller; NULL */
  MftOnlineEvidence *online;  /* NULL: offline */
  MftRevocationSet *embedded; /* from /DSS and the signatures */
  gboolean has_dss;           /* certificates and revocation data in /DSS */
  guint dss_since;            /* the first revision with a /DSS, where has_dss */
  gint64 judged_at;
  MftJob *job;
} MftEvidence;

/* Reads /DSS of the last revision and what the subjects carry; what cannot be read there is passed
 * over, as it says nothing. */
void mft_evidence_init (MftEvidence *evidence, MftPdfFile *file, GPtrArray *subjects,
                        const MftVerifyOptions *options, const MftAnchors *anchors, MftJob *job);
void mft_evidence_clear (MftEvidence *evidence);

/* The path of a signer, judged at `at`. Owned by the caller. */
MftPath *mft_evidence_path (const MftEvidence *evidence, const MftCms *cms, MftPathUse use,
                            gint64 at, gboolean proven);

/* Whether any certificate of the path was revoked at `at`; good if all below the anchor are vouched
 * for. */
MftRevocation mft_evidence_revocation (const MftEvidence *evidence, const MftPath *path, gint64 at);

/* Whether the file itself brings statements for every certificate of the path (B-LT). */
gboolean mft_evidence_is_complete (const MftEvidence *evidence, const MftPath *path);

G_END_DECLS
