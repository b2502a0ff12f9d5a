/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/draft.h"

G_BEGIN_DECLS

typedef struct
{
  guint party;      /* stands for "N" in pN, or 0 */
  gboolean as_ayat; /* paragraphs become ayat: their Pasal joins several clauses */
  gboolean closes;  /* the last paragraph belongs to the agreement's closing and is left out */
} MftPassageManner;

/* Builds the paragraphs, ayat and lists of a form under `parent`, from the passage at `from` up to one
 * that is none of these. Returns the index of that one. */
guint mft_passages_append (MftDraft *draft, MftBlock *parent, const MftUnit *unit,
                           const MftWording *form, guint from, const MftPassageManner *manner);

/* The index of the form's last paragraph if it has more than one, else G_MAXUINT. */
guint mft_passages_find_closing (const MftWording *form);

/* The id that the block of a passage has in every agreement of the draft's template. Owned by the
 * caller. */
char *mft_passages_dup_id (MftDraft *draft, const MftUnit *unit, const MftWording *form, guint at);

/* Lets the block of a passage have this id instead. */
void mft_passages_keep_id (MftDraft *draft, const MftUnit *unit, const MftWording *form, guint at,
                           const char *id);

G_END_DECLS
