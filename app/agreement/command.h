/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* One smallest change, kept in a form that undoes itself: applying it once does it, once more takes it
 * back. Blocks are named by their ids, so that a command can be kept in a file; what is not in the
 * tree at the moment (the other text, the block that is out) it owns. Private to the room. */
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

#define MFT_COMMAND_N_KINDS (MFT_COMMAND_SETTING + 1)

typedef struct
{
  MftCommandKind kind;
  char *block; /* the id of the block it is about, or NULL */
  char *key; /* PLACE: the id of the parent it goes to, NULL: out of the tree · FIELD, FIELD_PLACE,
                    SETTING: its name · CLAUSE: the clause */
  char *value;     /* LABEL, TRAIT, FIELD, SETTING: the other one · CLAUSE: the alternative */
  int number;      /* KIND, MARKS, PARTY: the other one · TRAIT: which */
  guint index;     /* PLACE, FIELD_PLACE: where it goes */
  MftText *text;   /* TEXT: the other one */
  MftBlock *out;   /* PLACE: the block while it is out of the tree */
  MftField *field; /* FIELD_PLACE: the one that is out */
} MftCommand;

MftCommand *mft_command_text (MftBlock *block, MftText *text);

/* A block that is out of the tree is taken over; `parent` is in it. */
MftCommand *mft_command_place (MftBlock *block, MftBlock *parent, guint index);
MftCommand *mft_command_number (MftCommandKind kind, MftBlock *block, int number);
MftCommand *mft_command_label (MftBlock *block, const char *label);
MftCommand *mft_command_trait (MftBlock *block, MftTrait trait, const char *value);
MftCommand *mft_command_value (MftCommandKind kind, const char *key, const char *value);
MftCommand *mft_command_clause (MftBlock *block, const char *clause, const char *alternative);

/* `field` (taken over) goes in at `index`; NULL: the one of that id goes out. */
MftCommand *mft_command_field_place (const char *id, MftField *field, guint index);
void mft_command_free (MftCommand *command);

/* FALSE, and nothing is done: the agreement is not the one it was made for. */
gboolean mft_command_apply (MftCommand *command, MftAgreement *agreement);

/* Bytes it holds, about. */
gsize mft_command_size (MftCommand *command);

/* As it is kept: (ymsmsmsiumv), floating. Reading trusts nothing; NULL: this is no command. */
#define MFT_COMMAND_TYPE "(ymsmsmsiumv)"
GVariant *mft_command_write (const MftCommand *command);
MftCommand *mft_command_read (GVariant *written);

G_END_DECLS
