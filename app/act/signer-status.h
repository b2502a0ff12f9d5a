/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signer-check.h"
#include "act/signer.h"

G_BEGIN_DECLS

/* As mft_signer_check(), with all that is known of revocation: what this computer was told before, what
 * `document` (a PDF; may be NULL) carries, and, where `online`, what the issuers answer now. The signer
 * has a certificate. Blocks; run it in a job. */
MftSignerState mft_signer_status (const MftSigner *signer, const char *document, gboolean online,
                                  MftJob *job);

G_END_DECLS
