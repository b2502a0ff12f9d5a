/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/sync.h"

G_BEGIN_DECLS

/* Where one is: the parts, every Pasal, and the ayat of the Pasal with the cursor; with a filter over it.
 * What is selected moves with Alt+arrows or by dragging and goes with Delete
 * (actions "outline.move-up", "outline.move-down", "outline.remove").
 *
 * Signal "go" (const char *id): the person chose a line. */
#define MFT_TYPE_OUTLINE (mft_outline_get_type ())
G_DECLARE_FINAL_TYPE (MftOutline, mft_outline, MFT, OUTLINE, AdwBin)

void mft_outline_set_agreement (MftOutline *self, MftAgreement *agreement, MftSync *sync);

/* The block with the cursor. */
void mft_outline_set_current (MftOutline *self, const char *id);

/* What the rules found: an array of MftFinding. */
void mft_outline_set_findings (MftOutline *self, GPtrArray *findings);

G_END_DECLS
