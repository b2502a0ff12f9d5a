/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/side.h"

G_BEGIN_DECLS

/* Whether one came from the other: in such, ids say which block is which. */
gboolean mft_same_lineage (MftAgreement *left, MftAgreement *right);

/* Finds which node of one side is which of the other, and which of them moved: by id, by equal text that
 * occurs once, by what stands in it, by likeness inside a pair, by likeness anywhere. Swapping the
 * sides gives the same pairs. */
void mft_match (MftSide *left, MftSide *right);

G_END_DECLS
