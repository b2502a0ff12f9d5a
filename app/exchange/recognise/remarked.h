/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of one paragraph that a comment is about. */
typedef struct
{
  guint line; /* the paragraph's number */
  guint at;   /* about how many characters of it stand before them */
  GString *words;
} MftRemarked;

/* All of them, by their comments' ids, while a reader goes through a document. */
typedef struct MftRemarkedSet MftRemarkedSet;

MftRemarkedSet *mft_remarked_set_new (void);
void mft_remarked_set_free (MftRemarkedSet *self);

/* What a comment is about begins at this place; a comment that began before does not begin again. */
void mft_remarked_set_begin (MftRemarkedSet *self, const char *id, guint line, guint at);
void mft_remarked_set_end (MftRemarkedSet *self, const char *id);

/* Words belong to all comments that are open where they stand. */
void mft_remarked_set_take (MftRemarkedSet *self, const char *words);

/* The paragraph ended, `next` begins: a comment on several is about the first that has words. */
void mft_remarked_set_turn (MftRemarkedSet *self, guint next);

/* Borrowed; NULL for an id that never began. */
const MftRemarked *mft_remarked_set_find (MftRemarkedSet *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftRemarkedSet, mft_remarked_set_free)

G_END_DECLS
