/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/change.h"
#include "compare/side.h"

G_BEGIN_DECLS

/* What became of the heading of a BAB, and the Pasal before which that is told. */
typedef struct
{
  MftChange *change;
  gboolean right; /* whose Pasal it is */
  guint node;
} MftChapterChange;

/* All BAB that are shown, of two sides that are paired: an array of MftChapterChange, owned by the caller; the
 * changes are theirs to take. */
GArray *mft_chapters_compare (MftSide *left, MftSide *right);

/* Between the places of blocks there is room for headings of BAB. */
#define MFT_PLACE_OF_NODE(index) (2 * (index) + 1)

G_END_DECLS
