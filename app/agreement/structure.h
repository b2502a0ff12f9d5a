/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/block.h"
#include "agreement/error.h"

G_BEGIN_DECLS

/* How deep lists go under an ayat or paragraph: a. → 1. → a) → 1) (UU 12/2011 Lampiran II). */
#define MFT_LIST_DEPTH_MOST 4

/* Whether a block of one kind may stand directly in another. */
gboolean mft_structure_allows (MftBlockKind parent, MftBlockKind child);

/* The same for a whole tree at this place: kinds, list depth, order of the parts.
 * Errors: MFT_AGREEMENT_ERROR_STRUCTURE. */
gboolean mft_structure_check (MftBlock *parent, guint index, MftBlock *block, GError **error);

/* Whether the block could stand in `parent` as another kind, with what it holds. */
gboolean mft_structure_check_as (MftBlock *parent, MftBlock *block, MftBlockKind kind,
                                 GError **error);

/* Checks a whole tree from its root, for readers. */
gboolean mft_structure_check_tree (MftBlock *root, GError **error);

G_END_DECLS
