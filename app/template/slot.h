/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/field.h"
#include "template/slot-kind.h"

G_BEGIN_DECLS

/* What is known of a place to fill in: a row of fields.tsv, or a field of a party. */
typedef struct
{
  char *id;
  MftSlotKind kind;
  char *initial; /* the default; NULL for none */
  gboolean required;
  char **choices; /* NULL for none */
  char *meaning;  /* Indonesian, for people */
} MftSlot;

/* The row of an id, or NULL. Any thread; lives for ever. */
const MftSlot *mft_slot_find (const char *id);

/* All rows in the file's order. NULL-terminated; lives for ever. */
const MftSlot *const *mft_slots (void);

/* The agreement's type for a kind: TEXT for what has none of its own. */
MftFieldType mft_slot_kind_type (MftSlotKind kind);

/* An agreement's field for the slot, without value. Owned by the caller. */
MftField *mft_slot_new_field (const MftSlot *slot);

G_END_DECLS
