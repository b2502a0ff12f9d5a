/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/completion-kit.h"
#include "pki/signature-scheme.h"

G_BEGIN_DECLS

/* What the settings say. Main thread. Owned by the caller. */
MftCompletionKit *mft_completion_kit_new_from_settings (void);

/* Whether the settings ask for a timestamp. */
gboolean mft_settings_want_timestamp (void);

/* Whether issuers are asked over the network if they revoked a certificate. */
gboolean mft_settings_want_evidence (void);

/* Digest and padding that the person wants. */
MftSignatureWish mft_settings_algorithm (void);

G_END_DECLS
