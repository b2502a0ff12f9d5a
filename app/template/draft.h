/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "template/plan.h"

G_BEGIN_DECLS

/* An agreement while a template puts it together. Blocks come first; their words when every target of a
 * reference is there. Only for the files of this room that fill it in. */
typedef struct
{
  const MftPlan *plan;
  MftBlock *root;
  GHashTable *places;   /* "K-25", "K-25#jangka", "L-data" → MftBlock */
  GPtrArray *lines;     /* of MftDraftLine, in the text's order */
  GHashTable *by_block; /* MftBlock → MftDraftLine */
  GHashTable *ids;      /* the ids of blocks that are taken */
  GHashTable *kept_ids; /* a place of the template → the id that its block has already */
  GPtrArray *fields;    /* the ids of fields in the order of their first use */
  GPtrArray *kept;      /* token arrays that no unit owns */
  GPtrArray *terms;     /* of MftTerm */
  GPtrArray *undefined; /* of char *: terms that stand in lower case */
} MftDraft;

/* What a block will say. */
typedef struct
{
  MftBlock *block;
  GPtrArray *tokens; /* borrowed */
  const MftUnit *unit;
  guint party;       /* stands for "N" in pN, or 0 */
  char *tail;        /* closing mark, or NULL */
  char *joint;       /* of a list item: "dan", "atau" */
  gboolean marked;   /* a list item that takes a closing mark */
  gboolean defines;  /* it starts with the term that it defines */
  GPtrArray *joined; /* tokens that continue it: the only item of its list; borrowed, or NULL */
} MftDraftLine;

MftDraft *mft_draft_new (const MftPlan *plan);
void mft_draft_free (MftDraft *draft);

/* A block with an id that the same place of the same template always has (DESIGN.md §3). */
MftBlock *mft_draft_append (MftDraft *draft, MftBlock *parent, MftBlockKind kind,
                            const char *place);

/* That id, if nothing else has it. Owned by the caller. */
char *mft_draft_dup_id (const MftDraft *draft, const char *place);

/* Promises the block these words. */
MftDraftLine *mft_draft_say (MftDraft *draft, MftBlock *block, GPtrArray *tokens,
                             const MftUnit *unit, guint party);

/* Keeps tokens for the life of the draft. Returns them. */
GPtrArray *mft_draft_keep (MftDraft *draft, GPtrArray *tokens);

/* The items of a list: those given, or else the default; each an array of tokens that the draft keeps. NULL
 * if there are none. The outer array is owned by the caller. */
GPtrArray *mft_draft_dup_items (MftDraft *draft, const char *field);

/* The field named by a token, for a party. Owned by the caller. */
char *mft_draft_dup_field_id (const MftToken *token, guint party);

/* Notes that the field is shown. */
void mft_draft_use_field (MftDraft *draft, const char *id);

/* Gives every block the words it was promised. Errors: MFT_TEMPLATE_ERROR_NEEDS for a reference to what
 * is left out. */
gboolean mft_draft_write (MftDraft *draft, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftDraft, mft_draft_free)

G_END_DECLS
