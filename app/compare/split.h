/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/side.h"

G_BEGIN_DECLS

/* Among the pairs that were found: one block that became several which stand together, or several that
 * became one. What belongs to them gets a head (side.h). Swapping the sides swaps the two. */
void mft_splits_find (MftSide *left, MftSide *right);

G_END_DECLS
