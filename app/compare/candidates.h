/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/side.h"

G_BEGIN_DECLS

/* Nodes of two sides that may be a pair, with a score. Whichever side is left, the same are taken. */
typedef struct MftCandidates MftCandidates;

MftCandidates *mft_candidates_new (MftSide *left, MftSide *right);
void mft_candidates_free (MftCandidates *candidates);

void mft_candidates_add (MftCandidates *candidates, guint a, guint b, double score);

/* Adds those of `as` and `bs` (of guint: nodes of the left and the right side) that are alike at least
 * so much. Found by features that few of them have, not by trying all pairs. */
void mft_candidates_add_alike (MftCandidates *candidates, GArray *as, GArray *bs, double least);

/* Pairs what is still free, best score first, nearest first. Returns how many. */
guint mft_candidates_take (MftCandidates *candidates);

/* Whether two blocks may be the same one: of one kind, or both clauses of some level. */
gboolean mft_candidates_may_pair (const MftNode *a, const MftNode *b);

/* How alike two texts are: the words and pairs of words they share in all they have, 0 to 1. */
double mft_candidates_likeness (const MftNode *a, const MftNode *b);

/* How much of the words and pairs of words of one text another has, 0 to 1. */
double mft_candidates_contained (const MftNode *part, const MftNode *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftCandidates, mft_candidates_free)

G_END_DECLS
