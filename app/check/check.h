/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "check/finding.h"

G_BEGIN_DECLS

/* All findings in the order of the text, also those that a person lets stand; an array of MftFinding. A snapshot may be checked on any
 * thread. Owned by the caller. */
GPtrArray *mft_check_agreement (MftAgreement *agreement);

/* Whether there is a rule of this id. */
gboolean mft_check_knows (const char *rule);

/* Whether there is an Indonesian dictionary here; without it "spelling" knows only common mistakes. */
gboolean mft_check_can_spell (void);

/* Applies the finding's fix as one step of the history. FALSE without error: it has none, or its
 * block is gone or reads differently by now. Errors: MFT_AGREEMENT_ERROR. */
gboolean mft_check_fix (MftAgreement *agreement, const MftFinding *finding, GError **error);

/* Applies all fixes of a rule as one step; returns how many. */
guint mft_check_fix_all (MftAgreement *agreement, const char *rule);

G_END_DECLS
