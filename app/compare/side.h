/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "compare/lexeme.h"

G_BEGIN_DECLS

#define MFT_NO_NODE G_MAXUINT

/* A block that is compared: with its lines, if it is a contact, and its cells, if it is a row. */
typedef struct
{
  MftBlock *block;
  guint parent;     /* MFT_NO_NODE at the root */
  guint pasal;      /* the Pasal it is or stands in, or MFT_NO_NODE */
  guint match;      /* the node of the other side, or MFT_NO_NODE */
  guint head;       /* the node of this side that it is told with (split, merged), or MFT_NO_NODE */
  GArray *parts;    /* of guint: the nodes that it heads; NULL for none */
  gboolean moved;   /* stands in another place than its match */
  char *text;       /* as it is read */
  char *style;      /* which characters are bold or italic */
  GArray *lexemes;  /* of MftLexeme */
  char *key;        /* the text without case, quotes, hyphens and white space */
  GArray *features; /* of guint32, sorted, each once: hashes of its words and pairs of words */
} MftNode;

/* One of the two agreements of a comparison, as nodes in document order. */
typedef struct
{
  MftAgreement *agreement; /* borrowed */
  GArray *nodes;           /* of MftNode */
  GHashTable *by_id;       /* a block's id → its node */
} MftSide;

/* Versions of one agreement say mostly the same: what `like` (may be NULL) reads the same is not read again,
 * and its lexemes and features are shared. */
MftSide *mft_side_new (MftAgreement *agreement, MftSide *like);
void mft_side_free (MftSide *side);

MftNode *mft_side_get (MftSide *side, guint index);

/* The node of a block, or MFT_NO_NODE. */
guint mft_side_find (MftSide *side, const char *id);

/* The node that it is told with: its head, or itself. */
guint mft_side_head (MftSide *side, guint index);

/* Makes `part` one of the parts of `head`, which stay in document order. */
void mft_side_add_part (MftSide *side, guint head, guint part);

/* A node with the parts that it heads as one: their texts in order, a line each. Free it with
 * mft_node_free(). */
MftNode *mft_side_join (MftSide *side, guint index);
void mft_node_free (MftNode *node);

/* A node that says `words` instead of what its block says. Free it with mft_node_free(). */
MftNode *mft_node_new_words (MftBlock *block, const char *words);

/* Makes two nodes a pair. */
void mft_side_pair (MftSide *left, guint a, MftSide *right, guint b);

/* When the pairs are found: references get the target that both sides know them by. `right` is the right
 * one of the two sides, also when it is `side` itself. */
void mft_side_resolve (MftSide *side, MftSide *right);

/* For g_array_sort() and g_array_binary_search() of node numbers. */
int mft_side_compare_nodes (gconstpointer a, gconstpointer b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSide, mft_side_free)

G_END_DECLS
