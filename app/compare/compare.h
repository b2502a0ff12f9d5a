/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

#include "compare/change.h"

G_BEGIN_DECLS

/* What changed from one agreement to another, block by block. Immutable; it borrows nothing from the two
 * and may go to another thread. */
typedef struct MftComparison MftComparison;

MftComparison *mft_comparison_new (MftAgreement *left, MftAgreement *right);
/* The same with a passage, a Pasal or a few, that is nothing more: of `left` only the Pasal that it speaks of
 * are told, and their headings only where it has some. */
MftComparison *mft_comparison_new_passage (MftAgreement *left, MftAgreement *passage);
void mft_comparison_free (MftComparison *comparison);

/* All blocks that have a text or a label: the right ones in their order, the deleted ones where they
 * stood. */
guint mft_comparison_n_changes (const MftComparison *comparison);
const MftChange *mft_comparison_get_change (const MftComparison *comparison, guint index);

/* The first change behind those that stand in the same Pasal as the one at `from`. */
guint mft_comparison_article_end (const MftComparison *comparison, guint from);

/* How many there are of a class. */
guint mft_comparison_count (const MftComparison *comparison, MftChangeClass class);

/* For a file with tracked changes: says of each change whether it is one of those. `silent` compares the
 * same left side with the file before them, `marked` that with the file after them. */
void mft_comparison_mark (MftComparison *comparison, const MftComparison *silent,
                          const MftComparison *marked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftComparison, mft_comparison_free)

G_END_DECLS
