/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/certificate.h"

G_BEGIN_DECLS

/* What is trusted: certificates that somebody chose, and certificates known by their SHA-256 alone,
 * wherever the certificate itself comes from. Each is an end of a path in its own right. */
typedef struct MftAnchors MftAnchors;

/* A certificate of Indonesia's government hierarchy, pinned (DESIGN.md §10). */
typedef struct
{
  const char *name;
  const char *sha256;         /* lower-case hexadecimal */
  gboolean proven_times_only; /* retired: counts only for times that a timestamp proves */
} MftPinnedAnchor;

/* Ends with an entry whose name is NULL. */
const MftPinnedAnchor *mft_pinned_anchors (void);

/* Starts with the pinned ones. */
MftAnchors *mft_anchors_new (void);

void mft_anchors_free (MftAnchors *anchors);

void mft_anchors_add (MftAnchors *anchors, MftCertificate *certificate);
void mft_anchors_add_list (MftAnchors *anchors, GPtrArray *certificates);

/* The added certificates (MftCertificate); borrowed. */
GPtrArray *mft_anchors_certificates (const MftAnchors *anchors);

/* Whether the whole certificate is one of them. `retired` (may be NULL) tells proven_times_only. */
gboolean mft_anchors_contain (const MftAnchors *anchors, const MftCertificate *certificate,
                              gboolean *retired);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftAnchors, mft_anchors_free)

G_END_DECLS
