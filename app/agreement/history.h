/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/command.h"
#include "agreement/saved-history.h"

G_BEGIN_DECLS

/* The steps done and undone. Bounded; the oldest go first. Private to the room. */
#define MFT_HISTORY_COMMANDS_MOST 10000
#define MFT_HISTORY_SIZE_MOST (16 * 1024 * 1024)

typedef struct MftHistory MftHistory;

MftHistory *mft_history_new (void);
void mft_history_free (MftHistory *history);

/* Adds a command that was applied to the open step, opening one if there is none; drops what could
 * have been redone. */
void mft_history_add (MftHistory *history, MftCommand *command);

/* The next command opens a new step. */
void mft_history_close_step (MftHistory *history);

/* Lets the next command join the last step. */
void mft_history_reopen_step (MftHistory *history);

gboolean mft_history_can_undo (MftHistory *history);
gboolean mft_history_can_redo (MftHistory *history);

/* Applies the last step backwards, or the last undone one forwards. FALSE: there is none, or what was
 * kept does not fit the agreement; then the history is empty. */
gboolean mft_history_undo (MftHistory *history, MftAgreement *agreement);
gboolean mft_history_redo (MftHistory *history, MftAgreement *agreement);

/* saved-history.h */
const char *mft_history_get_id (MftHistory *history);
GPtrArray *mft_history_unsaved (MftHistory *history, gboolean all);
void mft_history_note_saved (MftHistory *history);
void mft_history_take_saved (MftHistory *history, const char *id, GPtrArray *steps);

G_END_DECLS
