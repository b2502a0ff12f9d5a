/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "check/finding.h"

G_BEGIN_DECLS

/* The entry of a .pks that says which findings a person lets stand. */
#define MFT_IGNORED_ENTRY "diabaikan.json"

/* Lets a finding stand, or no longer. It is remembered beside the text, which stays as it is, by its
 * rule, its block and the words there: where they change, the rule speaks again. */
void mft_finding_set_ignored (MftAgreement *agreement, MftFinding *finding, gboolean ignored);

/* Says of every finding whether it is let stand. What cannot be read lets none. */
void mft_findings_mark_ignored (MftAgreement *agreement, GPtrArray *findings);

G_END_DECLS
