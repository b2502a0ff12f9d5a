/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "check/check.h"

G_BEGIN_DECLS

/* What the rules found in the text, with its source and, where there is only one answer, the fix.
 * Checks in the background a moment after each change.
 *
 * Signal "go" (const char *id, uint offset): the person chose a finding.
 * Signal "checked": there are new findings. Signal "noted": one is let stand, or no longer. */
#define MFT_TYPE_FINDINGS_PANE (mft_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (MftFindingsPane, mft_findings_pane, MFT, FINDINGS_PANE, AdwBin)

void mft_findings_pane_set_agreement (MftFindingsPane *self, MftAgreement *agreement);

/* An array of MftFinding that count, in the order of the text; borrowed until "checked". */
GPtrArray *mft_findings_pane_get_findings (MftFindingsPane *self);

/* Whether one of them is a mistake, not only a warning. */
gboolean mft_findings_pane_has_mistake (MftFindingsPane *self);

/* Whether its kind is among those that are shown. */
gboolean mft_findings_pane_shows (MftFindingsPane *self, const MftFinding *finding);

/* What is wrong, as a sentence. Owned by the caller. */
char *mft_findings_dup_sentence (const MftFinding *finding);

G_END_DECLS
