/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/anchors.h"
#include "pki/revocation-set.h"

#include "command/subcommand.h"

G_BEGIN_DECLS

/* The files that --trust, --certs, --crl and --ocsp name (const char *; NULL: none). */
typedef struct
{
  GPtrArray *trust;
  GPtrArray *certificates;
  GPtrArray *crls;
  GPtrArray *ocsps;
} MftVerifyEvidence;

/* Reads them all; says which one cannot be read. `certificates` is an array of MftCertificate. */
MftExit mft_verify_evidence_load (const MftVerifyEvidence *evidence, MftAnchors *anchors,
                                  GPtrArray *certificates, MftRevocationSet *revocations);

void mft_verify_evidence_clear (MftVerifyEvidence *evidence);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftVerifyEvidence, mft_verify_evidence_clear)

G_END_DECLS
