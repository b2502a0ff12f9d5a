/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/shown.h"
#include "exchange/fragment/fragment.h"

G_BEGIN_DECLS

/* Owns the buffer of one text view and keeps it equal to the agreement. What the person does in the
 * buffer is caught before it happens and becomes an edit of the agreement; what the edit changed is
 * then written into the buffer, and nothing else ever is.
 *
 * Signal "refused" (const GError *): what was tried cannot be, and why.
 * Property "current" (string): the id of the block with the cursor. */
#define MFT_TYPE_SYNC (mft_sync_get_type ())
G_DECLARE_FINAL_TYPE (MftSync, mft_sync, MFT, SYNC, GObject)

MftSync *mft_sync_new (GtkTextView *view, MftAgreement *agreement);

/* Borrowed; "" before the first line. */
const char *mft_sync_get_current (MftSync *self);

/* The cursor goes to a character of a block's text, and the view follows. FALSE: no such block. */
gboolean mft_sync_go_to (MftSync *self, const char *id, guint offset);

/* Where a character of a block's text stands in the buffer. */
gboolean mft_sync_get_iter (MftSync *self, const char *id, guint offset, GtkTextIter *iter);

/* The run that is shown at a place of the buffer, with its state; NULL in a label or outside. Borrowed
 * until the agreement changes. */
const MftShownSpan *mft_sync_get_span_at (MftSync *self, const GtkTextIter *iter);

/* Marks what the rules found, in place of what was marked before. An array of MftFinding. */
void mft_sync_mark_findings (MftSync *self, GPtrArray *findings);

/* Tab and Shift+Tab, on the lines that are selected. */
void mft_sync_lower (MftSync *self);
void mft_sync_raise (MftSync *self);

/* A new, empty Pasal after the one with the cursor. */
void mft_sync_add_pasal (MftSync *self);

/* The block with the cursor, with all that it holds, one place up or down; at the edge into the Pasal,
 * ayat or item next to its own. */
void mft_sync_move (MftSync *self, gboolean up);

/* Blocks, with all that they hold, in their order before or behind another; an ayat that is put on a
 * Pasal goes into it. `ids`: NULL-terminated. */
void mft_sync_move_beside (MftSync *self, const char *const *ids, const char *beside,
                           gboolean behind);

/* Takes blocks away as one step. FALSE: refused. */
gboolean mft_sync_remove_blocks (MftSync *self, const char *const *ids);

/* Shift+Enter: a paragraph inside the ayat or item with the cursor. */
void mft_sync_add_paragraph (MftSync *self);

/* Takes it away. Returns what it was ("Pasal 7 ayat (2)"), owned by the caller; NULL if refused. */
char *mft_sync_remove (MftSync *self);

/* A live reference to a block, at the cursor. */
void mft_sync_insert_reference (MftSync *self, const char *id);

/* What is filled into a field, at the cursor. */
void mft_sync_insert_field (MftSync *self, const char *id);

/* The words of its line before the cursor. Owned by the caller. */
char *mft_sync_dup_words_before (MftSync *self);

/* A passage from elsewhere in the place of what is selected, as one step: an array of
 * MftFragmentLine. */
void mft_sync_paste (MftSync *self, GArray *lines);

/* What is selected, with its numbers, for other programs. Owned by the caller. */
char *mft_sync_dup_selected_text (MftSync *self);
char *mft_sync_dup_selected_html (MftSync *self);

/* Bold and italic of what is selected: taken off where all of it has it. */
void mft_sync_toggle_style (MftSync *self, MftStyle style);

G_END_DECLS
