/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/side.h"

G_BEGIN_DECLS

/* A tree made of two sides that mft_match() has paired: the left one, with some of its nodes as the right
 * side has them. Nothing is taken over at first. */
typedef struct
{
  MftSide *left, *right; /* borrowed */

  /* By left node, for those with a match: */
  gboolean *words; /* says what the match says */
  gboolean *place; /* stands where the match stands */
  gboolean *marks; /* labels its list as the match does */

  gboolean *gone;  /* by left node without a match: left out, with what is like it inside */
  gboolean *added; /* by right node without a match: taken in */

  /* By node, borrowed: the heading of the BAB that begins with it in the result. At first the left ones are kept,
   * and of the right ones none comes along. */
  const char **left_chapters, **right_chapters;

  gboolean right_ids; /* pairs get the right id; only where all of the right is taken */
} MftWeave;

MftWeave *mft_weave_new (MftSide *left, MftSide *right);
void mft_weave_free (MftWeave *weave);

/* The tree: pairs keep the left id, unless told otherwise, and references follow. What is taken from the right brings the blocks
 * around it with it; a field that the left agreement does not have comes as words. Owned by the caller. It may break the rules of a PKS where only a part was taken: mft_edit_tree() checks. */
MftBlock *mft_weave_build (MftWeave *weave);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftWeave, mft_weave_free)

G_END_DECLS
