/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One thing that an addendum changes. */
typedef struct
{
  const char *wording; /* the alternative of P-butir-perubahan that says it */
  char *heading;       /* "PERUBAHAN PASAL 7" */
  GHashTable *words;   /* "induk.pasal" → "Pasal 7", …: what the wording leaves open */
  guint count;         /* of what is inserted */
  MftBlockKind part;   /* what stands before the Pasal (part.h); MFT_BLOCK_BODY: none of that */
  MftBlock *before;    /* the unit or part as it was, of the original; NULL: new */
  GPtrArray *after; /* of MftBlock, of the renumbered version: what is quoted; empty: it is gone */
} MftProvision;

void mft_provision_free (MftProvision *provision);

/* What an addendum must say to get from `original` to `renumbered` (renumber.h); `parts`: also what stands before
 * the Pasal. An array of MftProvision in the order of the units, owned by the caller; it borrows blocks of both. */
GPtrArray *mft_provisions_find (MftAgreement *original, MftAgreement *renumbered, gboolean parts);

/* A block and all in it as it is read, with labels. Owned by the caller. */
char *mft_provision_dup_reading (MftAgreement *agreement, MftBlock *block);

G_END_DECLS
