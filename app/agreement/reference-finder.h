/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bahasa/label.h"

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A reference has at most Pasal, ayat and four levels of lists; more is no reference. */
#define MFT_REFERENCE_PARTS_MOST 6

/* "ayat (1)". Places count bytes. */
typedef struct
{
  MftLabel label;
  gsize start;
  gsize end;
  MftBlock *target; /* NULL: there is no such block */
} MftReferencePart;

/* A reference in running words: "Pasal 4 ayat (1) huruf b", "ayat (1) Pasal 4", "huruf a". */
typedef struct
{
  MftReferencePart parts[MFT_REFERENCE_PARTS_MOST]; /* as they are written */
  guint n_parts;
  gsize start;
  gsize end;
  MftBlock *target;  /* what it names in all; NULL: no block of this agreement */
  gboolean external; /* another law's or agreement's: "Pasal 1266 KUHPerdata" */
  gboolean unnamed;  /* external by its number alone: which law, nothing says */
  gboolean refers;   /* FALSE for a lone "angka 5" that may be anything */
} MftFoundReference;

/* The references in `text`, which is a text as it is read in `block`, from left to right. Units are
 * looked for where a reader would: below the unit named before them, else in the units around.
 * Blocks whose numbers are no articles' (before the body) and those of an addendum, which speak of
 * another agreement, have none. Array of MftFoundReference, owned by the caller. */
GArray *mft_references_find (MftAgreement *agreement, MftBlock *block, const char *text);

G_END_DECLS
