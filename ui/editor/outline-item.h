/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A line of the outline. Immutable. */
#define MFT_TYPE_OUTLINE_ITEM (mft_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (MftOutlineItem, mft_outline_item, MFT, OUTLINE_ITEM, GObject)

/* The lines for an agreement whose cursor is in the block `current` (NULL: nowhere). With a `filter`
 * only those that have it, every ayat among them. `findings`: MftFinding to count, or NULL. A list of
 * MftOutlineItem, owned by the caller. */
GPtrArray *mft_outline_items_new (MftAgreement *agreement, const char *current, const char *filter,
                                  GPtrArray *findings);

/* All that a reference can mean, labelled as it is named ("Pasal 4 ayat (1)"). Owned by the caller. */
GPtrArray *mft_outline_items_for_references (MftAgreement *agreement);

/* All that a reference can mean, labelled as it is named ("Pasal 4 ayat (1)"). Owned by the caller. */
GPtrArray *mft_outline_items_for_references (MftAgreement *agreement);

/* The block to go to. */
const char *mft_outline_item_get_id (MftOutlineItem *self);
const char *mft_outline_item_get_label (MftOutlineItem *self);
const char *mft_outline_item_get_words (MftOutlineItem *self);

/* 0: a part; 1: a Pasal; 2: an ayat. */
guint mft_outline_item_get_level (MftOutlineItem *self);

/* How many findings stand in it. */
guint mft_outline_item_get_findings (MftOutlineItem *self);

/* A Pasal, ayat or lampiran; the other parts have their place. */
gboolean mft_outline_item_is_movable (MftOutlineItem *self);

gboolean mft_outline_item_equal (MftOutlineItem *self, MftOutlineItem *other);

G_END_DECLS
