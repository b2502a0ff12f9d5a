/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/candidates.h"

/* A feature that more nodes of a side have says nothing about which is which. */
#define COMMON_LEAST 7

typedef struct
{
  guint a, b;
  double score;
} Candidate;

struct MftCandidates
{
  MftSide *left, *right; /* borrowed */
  GArray *list;          /* of Candidate */
};

/* A feature and the node that has it. */
typedef struct
{
  guint32 feature;
  gboolean on_right;
  guint node;
} Posting;

MftCandidates *
mft_candidates_new (MftSide *left, MftSide *right)
{
  MftCandidates *candidates = g_new0 (MftCandidates, 1);

  candidates->left = left;
  candidates->right = right;
  candidates->list = g_array_new (FALSE, FALSE, sizeof (Candidate));
  return candidates;
}

void
mft_candidates_free (MftCandidates *candidates)
{
  g_array_unref (candidates->list);
  g_free (candidates);
}

void
mft_candidates_add (MftCandidates *candidates, guint a, guint b, double score)
{
  Candidate candidate = { a, b, score };

  g_array_append_val (candidates->list, candidate);
}

static MftBlockKind
group (MftBlockKind kind)
{
  gboolean clause = kind == MFT_BLOCK_AYAT || kind == MFT_BLOCK_ITEM || kind == MFT_BLOCK_CONTACT
                    || kind == MFT_BLOCK_CENTERED;

  return clause ? MFT_BLOCK_PARAGRAPH : kind;
}

gboolean
mft_candidates_may_pair (const MftNode *a, const MftNode *b)
{
  return group (mft_block_get_kind (a->block)) == group (mft_block_get_kind (b->block));
}

static guint
count_shared (const MftNode *a, const MftNode *b)
{
  guint i = 0;
  guint j = 0;
  guint shared = 0;

  while (i < a->features->len && j < b->features->len)
    {
      guint32 x = g_array_index (a->features, guint32, i);
      guint32 y = g_array_index (b->features, guint32, j);
      shared += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
  return shared;
}

double
mft_candidates_likeness (const MftNode *a, const MftNode *b)
{
  if (g_str_equal (a->key, b->key))
    return 1;
  guint shared = count_shared (a, b);
  guint all = a->features->len + b->features->len - shared;
  return all > 0 ? (double) shared / all : 0;
}

double
mft_candidates_contained (const MftNode *part, const MftNode *whole)
{
  return part->features->len > 0 ? (double) count_shared (part, whole) / part->features->len : 0;
}

static int
compare_postings (gconstpointer p, gconstpointer q)
{
  const Posting *a = p;
  const Posting *b = q;

  if (a->feature != b->feature)
    return a->feature < b->feature ? -1 : 1;
  if (a->on_right != b->on_right)
    return a->on_right ? 1 : -1;
  return (a->node > b->node) - (a->node < b->node);
}

static void
post (GArray *postings, MftSide *side, GArray *nodes, gboolean on_right)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      guint index = g_array_index (nodes, guint, i);
      GArray *features = mft_side_get (side, index)->features;
      for (guint j = 0; j < features->len; j++)
        {
          Posting posting = { g_array_index (features, guint32, j), on_right, index };
          g_array_append_val (postings, posting);
        }
    }
}

/* The pairs that share the feature of the postings from..to, as a << 32 | b. */
static void
add_sharing (GArray *postings, guint from, guint to, GArray *pairs)
{
  guint middle = from;

  while (middle < to && !g_array_index (postings, Posting, middle).on_right)
    middle++;
  if (middle - from >= COMMON_LEAST || to - middle >= COMMON_LEAST)
    return;
  for (guint i = from; i < middle; i++)
    for (guint j = middle; j < to; j++)
      {
        guint64 pair = ((guint64) g_array_index (postings, Posting, i).node << 32)
                       | g_array_index (postings, Posting, j).node;
        g_array_append_val (pairs, pair);
      }
}

static int
compare_pairs (gconstpointer p, gconstpointer q)
{
  guint64 a = *(const guint64 *) p;
  guint64 b = *(const guint64 *) q;

  return (a > b) - (a < b);
}

/* Sorted, a pair as often as it shares a feature. */
static GArray *
find_sharing (MftCandidates *candidates, GArray *as, GArray *bs)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (Posting));

  post (postings, candidates->left, as, FALSE);
  post (postings, candidates->right, bs, TRUE);
  g_array_sort (postings, compare_postings);
  for (guint from = 0, to = 0; from < postings->len; from = to)
    {
      while (to < postings->len
             && g_array_index (postings, Posting, to).feature
                    == g_array_index (postings, Posting, from).feature)
        to++;
      add_sharing (postings, from, to, pairs);
    }
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

void
mft_candidates_add_alike (MftCandidates *candidates, GArray *as, GArray *bs, double least)
{
  g_autoptr (GArray) pairs = find_sharing (candidates, as, bs);
  guint64 before = G_MAXUINT64;

  for (guint i = 0; i < pairs->len; i++)
    {
      guint64 pair = g_array_index (pairs, guint64, i);
      guint a = (guint) (pair >> 32);
      guint b = (guint) (pair & G_MAXUINT32);
      const MftNode *left = mft_side_get (candidates->left, a);
      const MftNode *right = mft_side_get (candidates->right, b);
      if (pair == before || !mft_candidates_may_pair (left, right))
        continue;
      before = pair;
      double likeness = mft_candidates_likeness (left, right);
      if (likeness >= least)
        mft_candidates_add (candidates, a, b, likeness);
    }
}

/* The order is the same with the sides swapped: only a pair and its mirror image are equal, and those two
 * never exclude each other. */
static int
compare_candidates (gconstpointer p, gconstpointer q)
{
  const Candidate *a = p;
  const Candidate *b = q;
  guint a_distance = MAX (a->a, a->b) - MIN (a->a, a->b);
  guint b_distance = MAX (b->a, b->b) - MIN (b->a, b->b);

  if (a->score > b->score || a->score < b->score)
    return a->score > b->score ? -1 : 1;
  if (a_distance != b_distance)
    return a_distance < b_distance ? -1 : 1;
  return (a->a + a->b > b->a + b->b) - (a->a + a->b < b->a + b->b);
}

guint
mft_candidates_take (MftCandidates *candidates)
{
  guint taken = 0;

  g_array_sort (candidates->list, compare_candidates);
  for (guint i = 0; i < candidates->list->len; i++)
    {
      const Candidate *at = &g_array_index (candidates->list, Candidate, i);
      if (mft_side_get (candidates->left, at->a)->match != MFT_NO_NODE
          || mft_side_get (candidates->right, at->b)->match != MFT_NO_NODE)
        continue;
      mft_side_pair (candidates->left, at->a, candidates->right, at->b);
      taken++;
    }
  g_array_set_size (candidates->list, 0);
  return taken;
}
