/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/split.h"

#include "compare/candidates.h"

/* How much of a part must stand in the whole, how alike all parts together and the whole must be, and how
 * much more alike than what is a pair already. */
#define CONTAINED 0.7
#define ALIKE_JOINED 0.6
#define ALIKE_MORE 0.05

/* "dan" alone is in every text. */
#define WORDS_LEAST 2

/* A block and free blocks beside its match that it may have become, with how alike they are. */
typedef struct
{
  MftSide *side; /* where the parts are */
  guint head;    /* among them */
  guint whole;   /* on the other side */
  GArray *parts; /* of guint */
  double likeness;
} Split;

static void
clear_split (gpointer data)
{
  g_array_unref (((Split *) data)->parts);
}

static gboolean
is_clause (const MftNode *node)
{
  switch (mft_block_get_kind (node->block))
    {
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_PARAGRAPH:
    case MFT_BLOCK_ITEM:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
may_be_part (MftSide *side, guint index, const MftNode *whole)
{
  const MftNode *node = mft_side_get (side, index);

  return node->match == MFT_NO_NODE && node->head == MFT_NO_NODE && is_clause (node)
         && node->lexemes->len >= WORDS_LEAST
         && mft_candidates_contained (node, whole) >= CONTAINED;
}

/* The free neighbours of `head` that stand in `whole`, on both of its sides. */
static GArray *
list_parts (MftSide *side, guint head, const MftNode *whole)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = head; i > 0 && may_be_part (side, i - 1, whole); i--)
    {
      guint part = i - 1;
      g_array_append_val (parts, part);
    }
  for (guint i = head + 1; i < side->nodes->len && may_be_part (side, i, whole); i++)
    g_array_append_val (parts, i);
  return parts;
}

static double
measure (MftSide *side, guint head, GArray *parts, const MftNode *whole)
{
  for (guint i = 0; i < parts->len; i++)
    mft_side_add_part (side, head, g_array_index (parts, guint, i));
  MftNode *joined = mft_side_join (side, head);
  double likeness = mft_candidates_likeness (joined, whole);

  mft_node_free (joined);
  for (guint i = 0; i < parts->len; i++)
    mft_side_get (side, g_array_index (parts, guint, i))->head = MFT_NO_NODE;
  g_clear_pointer (&mft_side_get (side, head)->parts, g_array_unref);
  return likeness;
}

static void
propose (GArray *splits, MftSide *side, guint head, MftSide *other, guint whole, double before)
{
  const MftNode *node = mft_side_get (other, whole);
  Split split = { side, head, whole, list_parts (side, head, node), 0 };

  if (split.parts->len > 0)
    split.likeness = measure (side, head, split.parts, node);
  if (split.likeness >= MAX (ALIKE_JOINED, before + ALIKE_MORE))
    g_array_append_val (splits, split);
  else
    clear_split (&split);
}

/* A pair, with what stands beside its half on `side`. */
static void
propose_for_pairs (GArray *splits, MftSide *side, MftSide *other)
{
  for (guint i = 1; i < side->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (side, i);
      const MftNode *match = node->match != MFT_NO_NODE ? mft_side_get (other, node->match) : NULL;
      if (match != NULL && is_clause (node) && is_clause (match)
          && !g_str_equal (node->key, match->key))
        propose (splits, side, i, other, node->match, mft_candidates_likeness (node, match));
    }
}

/* A block without a match may have fallen apart so far that no part is like it: looked for behind the
 * match of the block before it. */
static void
propose_for_free (GArray *splits, MftSide *side, MftSide *other)
{
  for (guint i = 1; i < other->nodes->len; i++)
    {
      const MftNode *whole = mft_side_get (other, i);
      guint before = mft_side_get (other, i - 1)->match;
      if (whole->match != MFT_NO_NODE || !is_clause (whole) || before == MFT_NO_NODE
          || before + 1 >= side->nodes->len || !may_be_part (side, before + 1, whole))
        continue;
      propose (splits, side, before + 1, other, i, 0);
    }
}

static int
compare_splits (gconstpointer p, gconstpointer q)
{
  const Split *a = p;
  const Split *b = q;

  if (a->likeness > b->likeness || a->likeness < b->likeness)
    return a->likeness > b->likeness ? -1 : 1;
  if (a->parts->len != b->parts->len)
    return a->parts->len > b->parts->len ? -1 : 1;
  return (a->head + a->whole > b->head + b->whole) - (a->head + a->whole < b->head + b->whole);
}

/* Whether nothing that was taken before stands against it. */
static gboolean
is_open (const Split *split, MftSide *other)
{
  const MftNode *head = mft_side_get (split->side, split->head);
  const MftNode *whole = mft_side_get (other, split->whole);

  if (head->parts != NULL || head->head != MFT_NO_NODE || whole->parts != NULL
      || whole->head != MFT_NO_NODE)
    return FALSE;
  if (head->match != split->whole && (head->match != MFT_NO_NODE || whole->match != MFT_NO_NODE))
    return FALSE;
  for (guint i = 0; i < split->parts->len; i++)
    {
      const MftNode *part = mft_side_get (split->side, g_array_index (split->parts, guint, i));
      if (part->head != MFT_NO_NODE || part->match != MFT_NO_NODE)
        return FALSE;
    }
  return TRUE;
}

void
mft_splits_find (MftSide *left, MftSide *right)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (Split));

  g_array_set_clear_func (splits, clear_split);
  propose_for_pairs (splits, right, left);
  propose_for_pairs (splits, left, right);
  propose_for_free (splits, right, left);
  propose_for_free (splits, left, right);
  g_array_sort (splits, compare_splits);
  for (guint i = 0; i < splits->len; i++)
    {
      const Split *split = &g_array_index (splits, Split, i);
      MftSide *other = split->side == right ? left : right;
      if (!is_open (split, other))
        continue;
      mft_side_pair (split->side, split->head, other, split->whole);
      for (guint j = 0; j < split->parts->len; j++)
        mft_side_add_part (split->side, split->head, g_array_index (split->parts, guint, j));
    }
}
