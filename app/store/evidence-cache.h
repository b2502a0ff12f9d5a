/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pki/revocation-set.h"

G_BEGIN_DECLS

/* Revocation lists and OCSP answers that were got before, kept beside the certificates, so that a
 * revoked one is known also without the network. They prove themselves: nothing is believed
 * because it lies here. Any thread. */

/* What `url` answered to `request` (NULL: a list), in the place of what it answered before. What is no
 * list and no answer is passed over; so is a full disk. */
void mft_evidence_cache_keep (const char *url, GBytes *request, GBytes *answer);

/* All of it; what cannot be read is passed over. */
void mft_evidence_cache_load (MftRevocationSet *set);

G_END_DECLS
