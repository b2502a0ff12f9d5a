/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/paper.h"
#include "ui/editor/working-copy.h"

G_BEGIN_DECLS

/* What is said about the agreement beside its text: comments on the block with the cursor or the words that
 * are selected, answers, paraf. Saved with the work.
 *
 * Signal "go" (const char *id, guint offset): show this place. Property "open" (uint): comments that are not
 * settled. */
#define MFT_TYPE_COMMENTS_PANE (mft_comments_pane_get_type ())
G_DECLARE_FINAL_TYPE (MftCommentsPane, mft_comments_pane, MFT, COMMENTS_PANE, AdwBin)

/* Once. `paper` shows the work's agreement. */
void mft_comments_pane_set_copy (MftCommentsPane *self, MftWorkingCopy *copy, MftPaper *paper);

guint mft_comments_pane_get_open (MftCommentsPane *self);

G_END_DECLS
