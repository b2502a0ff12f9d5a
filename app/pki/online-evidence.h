/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/path.h"
#include "pki/revocation-set.h"

G_BEGIN_DECLS

/* Somebody who knows the way to what certificates name: brings what an address holds, or what it
 * answers to an OCSP request (RFC 6960, DER; NULL: just get it). */
typedef struct
{
  GBytes *(*fetch) (gpointer data, const char *url, GBytes *request, MftJob *job, GError **error);
  gpointer data;
} MftEvidenceSource;

/* What the addresses inside certificates answer (RFC 5280 4.2.2.1, 4.2.1.13), asked once for each
 * certificate. Answers prove themselves: they are judged like any that were given. One thread at a
 * time. */
typedef struct MftOnlineEvidence MftOnlineEvidence;

/* Borrows `source`. */
MftOnlineEvidence *mft_online_evidence_new (const MftEvidenceSource *source);
void mft_online_evidence_free (MftOnlineEvidence *online);

/* As mft_path_build(), where issuers that are missing are fetched. `online` may be NULL. */
MftPath *mft_online_evidence_path (MftOnlineEvidence *online, MftCertificate *certificate,
                                   const MftPathRequest *request, MftJob *job);

/* The OCSP responder, then the list that the certificate names. */
MftRevocation mft_online_evidence_ask (MftOnlineEvidence *online,
                                       const MftRevocationQuestion *question, MftJob *job);

/* Everything that was said so far about revocation; borrowed. */
MftRevocationSet *mft_online_evidence_statements (MftOnlineEvidence *online);

/* Why the last address that gave nothing did not; NULL: none. Borrowed. */
const char *mft_online_evidence_trouble (const MftOnlineEvidence *online);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftOnlineEvidence, mft_online_evidence_free)

G_END_DECLS
