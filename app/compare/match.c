/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/match.h"

#include "compare/candidates.h"
#include "compare/moves.h"
#include "compare/split.h"

/* How alike texts must be (words and pairs of words): with the same id; inside a pair; anywhere; and in
 * the same place between two pairs. */
#define ALIKE_ID 0.3
#define ALIKE_INSIDE 0.35
#define ALIKE_ANYWHERE 0.6
#define ALIKE_BETWEEN 0.15

/* Shorter texts ("PIHAK KESATU:") occur by chance. */
#define WORDS_LEAST_ANYWHERE 5
#define WORDS_LEAST_UNIQUE 3

#define ROUNDS_MOST 4

typedef struct
{
  MftSide *left, *right;
  MftCandidates *candidates;
} Matcher;

static gboolean
is_free (MftSide *side, guint index)
{
  return mft_side_get (side, index)->match == MFT_NO_NODE;
}

/* The agreement and its parts; each kind of part is there once, but for the attachments. */
static void
match_parts (Matcher *matcher)
{
  mft_side_pair (matcher->left, 0, matcher->right, 0);
  for (guint i = 0; i < matcher->left->nodes->len; i++)
    {
      MftNode *node = mft_side_get (matcher->left, i);
      MftBlockKind kind = mft_block_get_kind (node->block);
      MftBlock *other = node->parent == 0 && kind != MFT_BLOCK_ATTACHMENT
                            ? mft_agreement_get_part (matcher->right->agreement, kind)
                            : NULL;
      guint match
          = other != NULL ? mft_side_find (matcher->right, mft_block_get_id (other)) : MFT_NO_NODE;
      if (match != MFT_NO_NODE && is_free (matcher->left, i) && is_free (matcher->right, match))
        mft_side_pair (matcher->left, i, matcher->right, match);
    }
}

/* An id alone says little where agreements were made from one template. */
static void
match_ids (Matcher *matcher, double least)
{
  for (guint i = 0; i < matcher->left->nodes->len; i++)
    {
      MftNode *node = mft_side_get (matcher->left, i);
      guint match = mft_side_find (matcher->right, mft_block_get_id (node->block));
      if (match == MFT_NO_NODE || !is_free (matcher->left, i) || !is_free (matcher->right, match))
        continue;
      MftNode *other = mft_side_get (matcher->right, match);
      if (mft_candidates_may_pair (node, other) && mft_candidates_likeness (node, other) >= least)
        mft_side_pair (matcher->left, i, matcher->right, match);
    }
}

gboolean
mft_same_lineage (MftAgreement *left, MftAgreement *right)
{
  const char *mine = mft_agreement_get_setting (left, "garis");

  return mine != NULL && mine[0] != '\0'
         && g_strcmp0 (mine, mft_agreement_get_setting (right, "garis")) == 0;
}

/* Free nodes by their text; NULL for one that occurs twice. Values are 1 + the node. */
static GHashTable *
index_unique (MftSide *side)
{
  GHashTable *unique = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < side->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (side, i);
      gboolean long_enough = node->lexemes->len >= WORDS_LEAST_UNIQUE
                             || mft_block_get_kind (node->block) == MFT_BLOCK_PASAL;
      if (node->match == MFT_NO_NODE && long_enough && node->key[0] != '\0')
        g_hash_table_insert (unique, node->key,
                             g_hash_table_contains (unique, node->key) ? NULL
                                                                       : GUINT_TO_POINTER (i + 1));
    }
  return unique;
}

static void
match_unique (Matcher *matcher)
{
  g_autoptr (GHashTable) left = index_unique (matcher->left);
  g_autoptr (GHashTable) right = index_unique (matcher->right);

  for (guint i = 0; i < matcher->left->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (matcher->left, i);
      guint match = GPOINTER_TO_UINT (g_hash_table_lookup (right, node->key));
      if (GPOINTER_TO_UINT (g_hash_table_lookup (left, node->key)) == i + 1 && match > 0
          && mft_candidates_may_pair (node, mft_side_get (matcher->right, match - 1)))
        mft_side_pair (matcher->left, i, matcher->right, match - 1);
    }
}

/* What holds the same things is the same: free parents of pairs, by how many they share. */
static guint
match_by_children (Matcher *matcher)
{
  g_autoptr (GHashTable) votes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer pair, count;

  for (guint i = 1; i < matcher->left->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (matcher->left, i);
      if (node->match == MFT_NO_NODE || node->match == 0)
        continue;
      guint parent = mft_side_get (matcher->right, node->match)->parent;
      guint64 key = ((guint64) node->parent << 32) | parent;
      if (!is_free (matcher->left, node->parent) || !is_free (matcher->right, parent)
          || !mft_candidates_may_pair (mft_side_get (matcher->left, node->parent),
                                       mft_side_get (matcher->right, parent)))
        continue;
      count = g_hash_table_lookup (votes, &key);
      g_hash_table_insert (votes, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }
  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, &pair, &count))
    mft_candidates_add (matcher->candidates, (guint) (*(guint64 *) pair >> 32),
                        (guint) (*(guint64 *) pair & G_MAXUINT32), GPOINTER_TO_UINT (count));
  return mft_candidates_take (matcher->candidates);
}

/* The nodes directly under each node; an array of GArray of guint. */
static GPtrArray *
list_children (MftSide *side)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < side->nodes->len; i++)
    {
      guint parent = mft_side_get (side, i)->parent;
      g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint)));
      if (parent != MFT_NO_NODE)
        g_array_append_val (g_ptr_array_index (lists, parent), i);
    }
  return lists;
}

static GArray *
list_free (MftSide *side, GArray *nodes)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < nodes->len; i++)
    if (is_free (side, g_array_index (nodes, guint, i)))
      g_array_append_val (list, g_array_index (nodes, guint, i));
  return list;
}

/* The first with the first, the second with the second of the same text. */
static void
match_equal (Matcher *matcher, GArray *as, GArray *bs)
{
  g_autoptr (GHashTable) queues
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < bs->len; i++)
    {
      guint b = g_array_index (bs, guint, i);
      char *key = mft_side_get (matcher->right, b)->key;
      GQueue *queue = g_hash_table_lookup (queues, key);
      if (queue == NULL)
        g_hash_table_insert (queues, key, queue = g_queue_new ());
      g_queue_push_tail (queue, GUINT_TO_POINTER (b));
    }
  for (guint i = 0; i < as->len; i++)
    {
      guint a = g_array_index (as, guint, i);
      const MftNode *node = mft_side_get (matcher->left, a);
      GQueue *queue = g_hash_table_lookup (queues, node->key);
      guint b = queue != NULL ? GPOINTER_TO_UINT (g_queue_peek_head (queue)) : 0;
      if (b == 0 || !mft_candidates_may_pair (node, mft_side_get (matcher->right, b)))
        continue;
      g_queue_pop_head (queue);
      mft_side_pair (matcher->left, a, matcher->right, b);
    }
}

/* Blocks whose place says more than their words: who signs, whom to write to, lines of the title. */
static gboolean
is_known_by_place (const MftNode *node)
{
  switch (mft_block_get_kind (node->block))
    {
    case MFT_BLOCK_CONTACT:
    case MFT_BLOCK_PERSON:
    case MFT_BLOCK_SIGNATURE:
    case MFT_BLOCK_CENTERED:
    case MFT_BLOCK_TABLE_HEAD:
    case MFT_BLOCK_TABLE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
match_run (Matcher *matcher, GArray *as, guint a, GArray *bs, guint b, guint length)
{
  for (guint i = 0; i < length; i++)
    {
      guint left = g_array_index (as, guint, a + i);
      guint right = g_array_index (bs, guint, b + i);
      const MftNode *node = mft_side_get (matcher->left, left);
      const MftNode *other = mft_side_get (matcher->right, right);
      if (mft_block_get_kind (node->block) == mft_block_get_kind (other->block)
              ? is_known_by_place (node) || mft_candidates_likeness (node, other) >= ALIKE_BETWEEN
              : FALSE)
        mft_side_pair (matcher->left, left, matcher->right, right);
    }
}

static guint
run_end (MftSide *side, GArray *nodes, guint from)
{
  while (from < nodes->len && is_free (side, g_array_index (nodes, guint, from)))
    from++;
  return from;
}

/* As many free ones on both sides between two neighbours that are pairs: those belong together. */
static void
match_between (Matcher *matcher, GArray *as, GArray *bs)
{
  guint b = 0;

  for (guint a = 0; a <= as->len; a++)
    {
      guint a_end = run_end (matcher->left, as, a);
      guint b_end = run_end (matcher->right, bs, b);
      guint next = a_end < as->len
                       ? mft_side_get (matcher->left, g_array_index (as, guint, a_end))->match
                       : MFT_NO_NODE;
      guint there = b_end < bs->len ? g_array_index (bs, guint, b_end) : MFT_NO_NODE;
      if (next == there && a_end - a == b_end - b)
        match_run (matcher, as, a, bs, b, a_end - a);
      a = a_end;
      if (next == MFT_NO_NODE || !g_array_binary_search (bs, &next, mft_side_compare_nodes, &b))
        b = bs->len;
      b = MIN (b + 1, bs->len);
    }
}

/* From the top down: what stands in a pair is looked for in its other half first. */
static void
match_inside (Matcher *matcher)
{
  g_autoptr (GPtrArray) lefts = list_children (matcher->left);
  g_autoptr (GPtrArray) rights = list_children (matcher->right);

  for (guint i = 0; i < matcher->left->nodes->len; i++)
    {
      guint match = mft_side_get (matcher->left, i)->match;
      if (match == MFT_NO_NODE)
        continue;
      GArray *as = g_ptr_array_index (lefts, i);
      GArray *bs = g_ptr_array_index (rights, match);
      g_autoptr (GArray) free_as = list_free (matcher->left, as);
      g_autoptr (GArray) free_bs = list_free (matcher->right, bs);
      if (free_as->len == 0 || free_bs->len == 0)
        continue;
      match_equal (matcher, free_as, free_bs);
      g_autoptr (GArray) rest_as = list_free (matcher->left, free_as);
      g_autoptr (GArray) rest_bs = list_free (matcher->right, free_bs);
      mft_candidates_add_alike (matcher->candidates, rest_as, rest_bs, ALIKE_INSIDE);
      mft_candidates_take (matcher->candidates);
      match_between (matcher, as, bs);
    }
}

/* Fills in the free nodes of each Pasal, at its own number. */
static void
add_free_by_pasal (MftSide *side, GArray **lists)
{
  for (guint i = 0; i < side->nodes->len; i++)
    {
      guint pasal = mft_side_get (side, i)->pasal;
      if (pasal == MFT_NO_NODE || !is_free (side, i))
        continue;
      if (lists[pasal] == NULL)
        lists[pasal] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (lists[pasal], i);
    }
}

static void
free_lists (GArray **lists, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&lists[i], g_array_unref);
  g_free (lists);
}

/* Definitions that were ayat become angka under a sentence: another level of the same Pasal. */
static void
match_in_pasal (Matcher *matcher)
{
  GArray **lefts = g_new0 (GArray *, matcher->left->nodes->len);
  GArray **rights = g_new0 (GArray *, matcher->right->nodes->len);

  add_free_by_pasal (matcher->left, lefts);
  add_free_by_pasal (matcher->right, rights);
  for (guint i = 0; i < matcher->left->nodes->len; i++)
    {
      guint match = mft_side_get (matcher->left, i)->match;
      if (lefts[i] != NULL && match != MFT_NO_NODE && rights[match] != NULL)
        mft_candidates_add_alike (matcher->candidates, lefts[i], rights[match], ALIKE_INSIDE);
    }
  mft_candidates_take (matcher->candidates);
  free_lists (lefts, matcher->left->nodes->len);
  free_lists (rights, matcher->right->nodes->len);
}

static GArray *
list_long_free (MftSide *side)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < side->nodes->len; i++)
    if (is_free (side, i) && mft_side_get (side, i)->lexemes->len >= WORDS_LEAST_ANYWHERE)
      g_array_append_val (list, i);
  return list;
}

static void
match_anywhere (Matcher *matcher)
{
  g_autoptr (GArray) as = list_long_free (matcher->left);
  g_autoptr (GArray) bs = list_long_free (matcher->right);

  mft_candidates_add_alike (matcher->candidates, as, bs, ALIKE_ANYWHERE);
  mft_candidates_take (matcher->candidates);
}

void
mft_match (MftSide *left, MftSide *right)
{
  g_autoptr (MftCandidates) candidates = mft_candidates_new (left, right);
  Matcher matcher = { left, right, candidates };

  match_parts (&matcher);
  /* Who presses Enter before an item and writes another one like it leaves the id with the new words. */
  match_ids (&matcher, 1);
  match_unique (&matcher);
  match_ids (&matcher, ALIKE_ID);
  match_inside (&matcher);
  for (int i = 0; i < ROUNDS_MOST && match_by_children (&matcher) > 0; i++)
    match_inside (&matcher);
  match_in_pasal (&matcher);
  match_anywhere (&matcher);
  match_by_children (&matcher);
  match_inside (&matcher);
  if (mft_same_lineage (left->agreement, right->agreement))
    match_ids (&matcher, 0);
  mft_splits_find (left, right);
  mft_moves_find (left, right);
}
