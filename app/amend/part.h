/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What stands before the Pasal and may be amended: title, komparisi, recitals, legal basis, sentence of
 * agreement. The opening, the closing words and the signatures tell how it was signed and stay. */

/* The kinds of these parts in their order; MFT_BLOCK_AGREEMENT ends them. */
extern const MftBlockKind mft_part_kinds[];

/* "Komparisi". Borrowed. */
const char *mft_part_get_name (MftBlockKind kind);

/* The part that a formula of an addendum speaks of: "Komparisi Perjanjian Kerja Sama diubah …". */
gboolean mft_part_scan (const char *formula, MftBlockKind *kind);

/* What the part says, without the numbers of the agreement; "" if there is none. Owned by the caller. */
char *mft_part_dup_reading (MftAgreement *agreement, MftBlockKind kind);

/* Appends to `pasal`, of the addendum, what the part says. `gone`: of a text that is no more, fields as words. */
void mft_part_quote (MftAgreement *agreement, MftBlockKind kind, MftBlock *pasal, gboolean gone);

/* Makes the part of `result` say what `pasal`, of an addendum, quotes below its block `first`. Labels that
 * counting may not give are noted in `labels` (MftBlock → char *). Returns the part, or NULL. */
MftBlock *mft_part_apply (MftAgreement *result, MftBlockKind kind, MftBlock *pasal, guint first,
                          GHashTable *labels, GError **error);

/* What is quoted below the blocks from `first` to before `end` is read as mft_part_dup_reading() reads it, without
 * labels. Owned by the caller. */
char *mft_part_dup_quoted (MftAgreement *addendum, MftBlock *pasal, guint first, guint end);

G_END_DECLS
