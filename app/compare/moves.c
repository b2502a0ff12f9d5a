/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/moves.h"

/* One pair whose halves have these parents. */
typedef struct
{
  guint left_parent, right_parent;
  guint left, right;
  guint weight;
} Pair;

static gboolean
is_inside (MftSide *side, guint node, guint top)
{
  while (node != MFT_NO_NODE && node != top)
    node = mft_side_get (side, node)->parent;
  return node != MFT_NO_NODE;
}

/* Under the same parent, or under one that stands in it: one level deeper or higher is no move. */
static gboolean
is_near (MftSide *left, MftSide *right, const Pair *pair)
{
  guint left_match = mft_side_get (left, pair->left_parent)->match;
  guint right_match = mft_side_get (right, pair->right_parent)->match;

  return (left_match != MFT_NO_NODE && is_inside (right, pair->right, left_match))
         || (right_match != MFT_NO_NODE && is_inside (left, pair->left, right_match));
}

/* Bytes of text in each node and all that stands in it; one for the node itself. */
static guint *
measure (MftSide *side)
{
  guint *sizes = g_new0 (guint, side->nodes->len);

  for (guint i = side->nodes->len; i > 0; i--)
    {
      const MftNode *node = mft_side_get (side, i - 1);
      sizes[i - 1] += (guint) strlen (node->text) + 1;
      if (node->parent != MFT_NO_NODE)
        sizes[node->parent] += sizes[i - 1];
    }
  return sizes;
}

static int
compare_pairs (gconstpointer p, gconstpointer q)
{
  const Pair *a = p;
  const Pair *b = q;

  if (a->left_parent != b->left_parent)
    return a->left_parent < b->left_parent ? -1 : 1;
  if (a->right_parent != b->right_parent)
    return a->right_parent < b->right_parent ? -1 : 1;
  return (a->left > b->left) - (a->left < b->left);
}

static GArray *
list_pairs (MftSide *left, MftSide *right)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree guint *left_sizes = measure (left);
  g_autofree guint *right_sizes = measure (right);

  for (guint i = 1; i < left->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (left, i);
      if (node->match == MFT_NO_NODE || node->match == 0)
        continue;
      Pair pair = { mft_side_head (left, node->parent),
                    mft_side_head (right, mft_side_get (right, node->match)->parent), i,
                    node->match, left_sizes[i] + right_sizes[node->match] };
      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* The heaviest chain that ends at or before a rank, in a Fenwick tree of maxima: `best` holds a chain's
 * weight, `last` its last pair (1 + index). */
typedef struct
{
  guint n;
  guint *best;
  guint *last;
} Chains;

static guint
heaviest (const Chains *chains, guint rank, guint *weight)
{
  guint last = 0;

  *weight = 0;
  for (; rank > 0; rank &= rank - 1)
    if (chains->best[rank] > *weight)
      {
        *weight = chains->best[rank];
        last = chains->last[rank];
      }
  return last;
}

static void
extend (Chains *chains, guint rank, guint weight, guint last)
{
  for (; rank <= chains->n; rank += rank & (~rank + 1))
    if (weight > chains->best[rank])
      {
        chains->best[rank] = weight;
        chains->last[rank] = last;
      }
}

static void
mark (MftSide *left, MftSide *right, const Pair *pair)
{
  mft_side_get (left, pair->left)->moved = TRUE;
  mft_side_get (right, pair->right)->moved = TRUE;
}

/* Marks those of n pairs, in order on the left, that are not in the heaviest chain in order on the right. */
static void
mark_out_of_order (MftSide *left, MftSide *right, const Pair *pairs, guint n)
{
  g_autofree guint *best = g_new0 (guint, n + 1);
  g_autofree guint *last = g_new0 (guint, n + 1);
  g_autofree guint *before = g_new0 (guint, n + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (guint));
  Chains chains = { n, best, last };
  guint weight;

  for (guint i = 0; i < n; i++)
    g_array_append_val (rights, pairs[i].right);
  g_array_sort (rights, mft_side_compare_nodes);
  for (guint i = 0; i < n; i++)
    {
      guint rank = 0;
      g_array_binary_search (rights, &pairs[i].right, mft_side_compare_nodes, &rank);
      before[i + 1] = heaviest (&chains, rank, &weight);
      extend (&chains, rank + 1, weight + pairs[i].weight, i + 1);
    }
  for (guint at = heaviest (&chains, n, &weight); at > 0; at = before[at])
    kept[at] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!kept[i + 1])
      mark (left, right, &pairs[i]);
}

void
mft_moves_find (MftSide *left, MftSide *right)
{
  g_autoptr (GArray) pairs = list_pairs (left, right);

  for (guint from = 0, to = 0; from < pairs->len; from = to)
    {
      const Pair *first = &g_array_index (pairs, Pair, from);
      while (to < pairs->len && g_array_index (pairs, Pair, to).left_parent == first->left_parent
             && g_array_index (pairs, Pair, to).right_parent == first->right_parent)
        to++;
      if (is_near (left, right, first))
        mark_out_of_order (left, right, first, to - from);
      else
        for (guint i = from; i < to; i++)
          mark (left, right, &g_array_index (pairs, Pair, i));
    }
}
