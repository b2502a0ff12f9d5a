/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The only way to change an agreement. Each call is one step of the history, or part of the step that
 * is open between mft_edit_begin() and mft_edit_end(). An edit that the structure forbids changes
 * nothing and says why: MFT_AGREEMENT_ERROR_STRUCTURE; while the agreement is locked (lock.h), LOCKED,
 * and the calls without error do nothing. Blocks that leave the tree live on in the
 * history; do not keep pointers to them. */

/* Joins the edits up to the matching mft_edit_end() into one step and one "changed"; may nest. */
void mft_edit_begin (MftAgreement *agreement);
void mft_edit_end (MftAgreement *agreement);

/* Replaces the characters from `start` to `end` by `with` (NULL: nothing). Typing on in the same
 * block within a second, up to the end of a word, joins into one step. */
gboolean mft_edit_text (MftAgreement *agreement, MftBlock *block, guint start, guint end,
                        MftText *with, GError **error);

gboolean mft_edit_style (MftAgreement *agreement, MftBlock *block, guint start, guint end,
                         MftStyle set, MftStyle clear, GError **error);

/* Takes `block` (a tree without parent) over also when it fails. */
gboolean mft_edit_insert (MftAgreement *agreement, MftBlock *parent, guint index, MftBlock *block,
                          GError **error);

gboolean mft_edit_remove (MftAgreement *agreement, MftBlock *block, GError **error);

/* `index` counts in the parent as it is without the block. */
gboolean mft_edit_move (MftAgreement *agreement, MftBlock *block, MftBlock *parent, guint index,
                        GError **error);

/* Enter: what stands after `offset` becomes a new block of the same kind behind it, with the list
 * inside. Returns the new block, borrowed; in a Pasal's heading: a new first ayat or paragraph; in a
 * further paragraph of an ayat or item: the next ayat or item; in the only paragraph of a Pasal: both
 * are ayat then. */
MftBlock *mft_edit_split (MftAgreement *agreement, MftBlock *block, guint offset, GError **error);

/* Shift+Enter: what stands after `offset` becomes a paragraph inside the same ayat or item; elsewhere as
 * mft_edit_split(). */
MftBlock *mft_edit_add_paragraph (MftAgreement *agreement, MftBlock *block, guint offset,
                                  GError **error);

/* Backspace at the start: joins the block to the block before it in the text. Returns that block and
 * where the texts meet. */
MftBlock *mft_edit_merge (MftAgreement *agreement, MftBlock *block, guint *offset, GError **error);

/* Tab and Shift+Tab: ayat → huruf → angka → … and back. */
gboolean mft_edit_lower (MftAgreement *agreement, MftBlock *block, GError **error);
gboolean mft_edit_raise (MftAgreement *agreement, MftBlock *block, GError **error);

/* Puts another tree in the place of the one that is there: parts and Pasal that are the same stay. Takes `root` (without parent) over also when it fails. */
gboolean mft_edit_tree (MftAgreement *agreement, MftBlock *root, GError **error);

/* The text, fields and settings as `model` has them. */
gboolean mft_edit_content (MftAgreement *agreement, MftAgreement *model, GError **error);

/* `given` as a person writes it; see mft_field_parse(). */
gboolean mft_edit_field (MftAgreement *agreement, const char *id, const char *given,
                         GError **error);

/* A field more, taken over, or one less. Nothing happens if it is there already, or is not. */
void mft_edit_add_field (MftAgreement *agreement, MftField *field);
void mft_edit_remove_field (MftAgreement *agreement, const char *id);

/* Where the block comes from in the clause library; see mft_block_get_clause(). */
void mft_edit_clause (MftAgreement *agreement, MftBlock *block, const char *clause,
                      const char *alternative);

/* What the block says of itself besides; NULL: the usual. */
gboolean mft_edit_trait (MftAgreement *agreement, MftBlock *block, MftTrait trait,
                         const char *value, GError **error);

void mft_edit_setting (MftAgreement *agreement, const char *key, const char *value);
void mft_edit_marks (MftAgreement *agreement, MftBlock *block, MftMarks marks);

/* NULL: computed again. */
void mft_edit_locked_label (MftAgreement *agreement, MftBlock *block, const char *label);

G_END_DECLS
