/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/side.h"

G_BEGIN_DECLS

/* Marks the pairs that stand in another place: under another parent, or out of order among those that
 * share both parents. What is kept in order is as much text as possible, so of two swapped Pasal only the
 * shorter one moved. What stands in a moved block did not move with it. */
void mft_moves_find (MftSide *left, MftSide *right);

G_END_DECLS
