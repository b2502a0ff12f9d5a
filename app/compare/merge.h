/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* A block, or a field, that both sides changed since they had it in common, each otherwise. */
typedef struct
{
  char *path; /* "Pasal 7 ayat (1)", or what the field means */
  char *id;   /* the block's in ours, or where it is gone there, in theirs; the field's */
  char *base; /* how it read; NULL: was not there */
  char *ours;
  char *theirs; /* NULL: taken out */
} MftConflict;

void mft_conflict_free (MftConflict *conflict);

/* Puts into `ours` what `theirs` changed since `base` and `ours` did not, block by block, as one step of its
 * history. Returns the conflicts (of MftConflict; there `ours` stays as it is), owned by the caller, or NULL:
 * MFT_AGREEMENT_ERROR_STRUCTURE, where both together break the rules of a PKS; nothing changed then. */
GPtrArray *mft_merge (MftAgreement *base, MftAgreement *ours, MftAgreement *theirs, GError **error);

/* Settles conflicts (of const MftConflict, of this merge): `ours` gets what `theirs` says there, as one step of
 * its history. Those left out stay as they are. Errors: MFT_AGREEMENT_ERROR. */
gboolean mft_merge_take_theirs (MftAgreement *ours, MftAgreement *theirs, GPtrArray *conflicts,
                                GError **error);

G_END_DECLS
