/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The history as it is kept beside the text, so that undo outlives the program: step by step, so that
 * keeping it costs what changed since the last time. */

/* Counts up when what a step's bytes mean changes; of another format none are taken. */
#define MFT_SAVED_HISTORY_FORMAT                                                                   \
  (1 * 1000000 + MFT_BLOCK_N_KINDS * 10000 + MFT_N_TRAITS * 100 + MFT_RUN_FORMULA)

typedef struct
{
  gint64 number; /* later steps have higher ones */
  gboolean undone;
  GBytes *bytes; /* NULL: there is no such step any more */
} MftSavedStep;

/* A name for this history, that no other has: what was kept of another is of no use to it. Borrowed. */
const char *mft_agreement_get_history_id (MftAgreement *agreement);

/* What is to be kept: what changed since mft_agreement_note_history_saved(), or everything. An array of
 * MftSavedStep, owned by the caller. */
GPtrArray *mft_agreement_dup_unsaved_steps (MftAgreement *agreement, gboolean all);
void mft_agreement_note_history_saved (MftAgreement *agreement);

/* Takes over what was kept of an agreement that has no history yet, in the order of the numbers. What
 * turns out to be damaged, or made for another text, is dropped when it is to be undone. */
void mft_agreement_set_saved_history (MftAgreement *agreement, const char *id, GPtrArray *steps);

void mft_saved_step_free (MftSavedStep *step);

G_END_DECLS
