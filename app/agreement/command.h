/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One smallest change, kept in a form that undoes itself: applying it once does it, once more takes it
 * back. What it does not show in the tree at the moment (the other text, the block that is out) it
 * owns. Private to the room. */
typedef enum
{
  MFT_COMMAND_TEXT,
  MFT_COMMAND_PLACE, /* into the tree, out of it, or elsewhere */
  MFT_COMMAND_KIND,
  MFT_COMMAND_MARKS,
  MFT_COMMAND_PARTY,
  MFT_COMMAND_LABEL,
  MFT_COMMAND_CLAUSE,
  MFT_COMMAND_TRAIT,
  MFT_COMMAND_FIELD,       /* its value */
  MFT_COMMAND_FIELD_PLACE, /* into the agreement or out of it */
  MFT_COMMAND_SETTING,
} MftCommandKind;

typedef struct
{
  MftCommandKind kind;
  MftBlock *block;
  MftText *text;
  MftBlock *parent; /* PLACE: where the block goes; NULL: out of the tree */
  guint index;
  gboolean owns_block;
  MftField *field; /* FIELD_PLACE: the one that is out */
  int number;
  char *key;
  char *value;
} MftCommand;

MftCommand *mft_command_text (MftBlock *block, MftText *text);

/* A block that is out of the tree is taken over. */
MftCommand *mft_command_place (MftBlock *block, MftBlock *parent, guint index);
MftCommand *mft_command_number (MftCommandKind kind, MftBlock *block, int number);
MftCommand *mft_command_label (MftBlock *block, const char *label);
MftCommand *mft_command_trait (MftBlock *block, MftTrait trait, const char *value);
MftCommand *mft_command_value (MftCommandKind kind, const char *key, const char *value);
MftCommand *mft_command_clause (MftBlock *block, const char *clause, const char *alternative);

/* `field` (taken over) goes in at `index`; NULL: the one of that id goes out. */
MftCommand *mft_command_field_place (const char *id, MftField *field, guint index);
void mft_command_free (MftCommand *command);

void mft_command_apply (MftCommand *command, MftAgreement *agreement);

/* Bytes it holds, about. */
gsize mft_command_size (MftCommand *command);

G_END_DECLS
