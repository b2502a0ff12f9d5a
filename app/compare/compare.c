/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/compare.h"

#include "compare/chapters.h"
#include "compare/classify.h"
#include "compare/match.h"

struct MftComparison
{
  GPtrArray *changes; /* of MftChange */
  guint counts[MFT_CHANGE_N_CLASSES];
};

/* The nodes that are told as one, in document order. */
static GArray *
list_told_together (MftSide *side, guint index)
{
  const MftNode *node = mft_side_get (side, index);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (list, index);
  if (node->parts != NULL)
    g_array_append_vals (list, node->parts->data, node->parts->len);
  g_array_sort (list, mft_side_compare_nodes);
  return list;
}

/* `node` is the one at `index`, or that one joined with its parts. */
static MftVersion *
version_new (MftSide *side, guint index, const MftNode *node)
{
  MftVersion *version = g_new0 (MftVersion, 1);
  g_autoptr (GArray) together = list_told_together (side, index);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  GString *paths = g_string_new (NULL);
  gsize start = 0;

  version->starts = g_new (gsize, together->len);
  for (guint i = 0; i < together->len; i++)
    {
      const MftNode *part = mft_side_get (side, g_array_index (together, guint, i));
      MftBlock *block = part->block;
      g_autofree char *path = mft_block_dup_path (block);
      if (i == 0 || !g_str_has_suffix (paths->str, path))
        g_string_append_printf (paths, "%s%s", i > 0 ? ", " : "", path);
      g_strv_builder_add (ids, mft_block_get_id (block));
      g_strv_builder_add (labels, mft_block_get_label (block));
      version->starts[i] = start;
      start += strlen (part->text) + 1;
    }
  version->kind = mft_block_get_kind (node->block);
  version->path = g_string_free (paths, FALSE);
  version->id = g_strdup (mft_block_get_id (node->block));
  version->text = g_strdup (node->text);
  version->ids = g_strv_builder_end (ids);
  version->labels = g_strv_builder_end (labels);
  version->label = g_strdup (version->labels[0]);
  version->place = MFT_PLACE_OF_NODE (g_array_index (together, guint, 0));
  return version;
}

static MftChange *
change_new (MftSide *side, const MftNode *node)
{
  MftChange *change = g_new0 (MftChange, 1);

  if (node->pasal != MFT_NO_NODE)
    {
      const MftNode *pasal = mft_side_get (side, node->pasal);
      change->article = g_strdup (mft_block_get_label (pasal->block));
      change->heading = g_strdup (pasal->text);
    }
  return change;
}

static MftChange *
change_new_inserted (MftSide *right, guint index)
{
  const MftNode *node = mft_side_get (right, index);
  MftChange *change = change_new (right, node);

  change->class = MFT_CHANGE_INSERTED;
  change->important = mft_is_important (node);
  change->right = version_new (right, index, node);
  change->pieces = mft_pieces_new ();
  mft_pieces_add (change->pieces, MFT_PIECE_ADDED, node->text, strlen (node->text));
  return change;
}

/* It is told in its Pasal, which may have another number by now. */
static MftChange *
change_new_deleted (MftSide *left, guint index, MftSide *right)
{
  const MftNode *node = mft_side_get (left, index);
  guint now = node->pasal != MFT_NO_NODE ? mft_side_get (left, node->pasal)->match : MFT_NO_NODE;
  MftChange *change = now != MFT_NO_NODE ? change_new (right, mft_side_get (right, now))
                                         : change_new (left, node);

  change->class = MFT_CHANGE_DELETED;
  change->important = mft_is_important (node);
  change->left = version_new (left, index, node);
  change->pieces = mft_pieces_new ();
  mft_pieces_add (change->pieces, MFT_PIECE_REMOVED, node->text, strlen (node->text));
  return change;
}

/* What stands one level deeper or higher may keep its label: "huruf a angka 2" that was "huruf b angka 2". */
static gboolean
has_another_parent (MftSide *a, const MftNode *left, MftSide *b, const MftNode *right)
{
  return left->parent != MFT_NO_NODE && right->parent != MFT_NO_NODE
         && mft_side_get (a, mft_side_head (a, left->parent))->match
                != mft_side_head (b, right->parent);
}

/* What is read is what nodes say together with their parts. */
static MftChange *
change_new_read (MftSide *a, guint index, const MftNode *left, MftSide *b, const MftNode *right)
{
  MftChange *change = change_new (b, right);

  change->class = mft_classify (left, right);
  if ((change->class == MFT_CHANGE_SAME || change->class == MFT_CHANGE_COSMETIC)
      && has_another_parent (a, left, b, right))
    change->class = MFT_CHANGE_RENUMBERED;
  change->important = mft_classify_text (left, right) == MFT_CHANGE_EDITED
                      && mft_differs_importantly (left, right);
  change->left = version_new (a, index, left);
  change->right = version_new (b, mft_side_get (a, index)->match, right);
  change->pieces = mft_pieces_diff (left->text, left->lexemes, right->text, right->lexemes);
  return change;
}

static MftChange *
change_new_pair (MftSide *a, guint index, MftSide *b)
{
  guint match = mft_side_get (a, index)->match;
  const MftNode *left = mft_side_get (a, index);
  const MftNode *right = mft_side_get (b, match);

  if (left->parts == NULL && right->parts == NULL)
    return change_new_read (a, index, left, b, right);
  MftNode *joined_left = mft_side_join (a, index);
  MftNode *joined_right = mft_side_join (b, match);
  MftChange *change = change_new_read (a, index, joined_left, b, joined_right);
  mft_node_free (joined_left);
  mft_node_free (joined_right);
  return change;
}

/* Containers without a text of their own are no blocks to a reader. */
static gboolean
is_shown (const MftNode *node)
{
  return node->text[0] != '\0' || mft_block_get_label (node->block)[0] != '\0';
}

static gboolean
is_in_moved_pasal (MftSide *side, const MftNode *node)
{
  return node->pasal != MFT_NO_NODE && mft_side_get (side, node->pasal)->moved;
}

/* A deleted node and the right node that it is told behind. */
typedef struct
{
  guint place;
  guint node;
} Deleted;

static int
compare_deleted (gconstpointer p, gconstpointer q)
{
  const Deleted *a = p;
  const Deleted *b = q;

  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  return (a->node > b->node) - (a->node < b->node);
}

/* The place is that of the nearest neighbour before it that stayed; in its own Pasal if that moved. An
 * array of Deleted by place. */
static GArray *
place_deleted (MftSide *left)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Deleted));
  guint stayed = 0;
  guint in_moved = 0;

  for (guint i = 0; i < left->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (left, i);
      gboolean moved = is_in_moved_pasal (left, node);
      Deleted deleted = { moved ? in_moved : stayed, i };
      if (node->match == MFT_NO_NODE && node->head == MFT_NO_NODE && is_shown (node))
        g_array_append_val (list, deleted);
      else if (node->match != MFT_NO_NODE && moved)
        in_moved = node->match;
      else if (node->match != MFT_NO_NODE && !node->moved)
        stayed = node->match;
    }
  g_array_sort (list, compare_deleted);
  return list;
}

static void
add (MftComparison *comparison, MftChange *change)
{
  g_ptr_array_add (comparison->changes, change);
  comparison->counts[change->class]++;
}

/* The headings of BAB that are told before a node. */
static void
add_chapters (MftComparison *comparison, GArray *chapters, gboolean right, guint node)
{
  for (guint i = 0; i < chapters->len; i++)
    {
      const MftChapterChange *chapter = &g_array_index (chapters, MftChapterChange, i);
      if (chapter->right == right && chapter->node == node)
        add (comparison, chapter->change);
    }
}

static void
add_deleted (MftComparison *comparison, GArray *chapters, MftSide *left, guint index,
             MftSide *right)
{
  add_chapters (comparison, chapters, FALSE, index);
  add (comparison, change_new_deleted (left, index, right));
}

/* `chapters` are told with the nodes. */
static MftComparison *
comparison_new (MftSide *a, MftSide *b, GArray *deleted, GArray *chapters)
{
  MftComparison *comparison = g_new0 (MftComparison, 1);

  comparison->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_change_free);
  for (guint i = 0, next = 0; i < b->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (b, i);
      const MftNode *match = node->match != MFT_NO_NODE ? mft_side_get (a, node->match) : NULL;
      add_chapters (comparison, chapters, TRUE, i);
      if (match != NULL && (is_shown (node) || is_shown (match)))
        add (comparison, change_new_pair (a, node->match, b));
      else if (match == NULL && node->head == MFT_NO_NODE && is_shown (node))
        add (comparison, change_new_inserted (b, i));
      for (; next < deleted->len && g_array_index (deleted, Deleted, next).place == i; next++)
        add_deleted (comparison, chapters, a, g_array_index (deleted, Deleted, next).node, b);
    }
  return comparison;
}

static void
match_sides (MftSide *a, MftSide *b)
{
  mft_match (a, b);
  mft_side_resolve (a, b);
  mft_side_resolve (b, b);
}

MftComparison *
mft_comparison_new (MftAgreement *left, MftAgreement *right)
{
  g_autoptr (MftSide) a = mft_side_new (left, NULL);
  g_autoptr (MftSide) b = mft_side_new (right, a);

  match_sides (a, b);
  g_autoptr (GArray) deleted = place_deleted (a);
  g_autoptr (GArray) chapters = mft_chapters_compare (a, b);
  return comparison_new (a, b, deleted, chapters);
}

/* Whether anything in the Pasal of a left node has a match. */
static gboolean
is_spoken_of (MftSide *left, const MftNode *node)
{
  if (node->pasal == MFT_NO_NODE)
    return FALSE;
  for (guint i = node->pasal; i < left->nodes->len; i++)
    {
      const MftNode *other = mft_side_get (left, i);
      if (other->pasal == node->pasal && other->match != MFT_NO_NODE)
        return TRUE;
    }
  return FALSE;
}

/* A passage without headings and numbers says nothing about them. */
static gboolean
is_unsaid (const MftChange *change)
{
  return change->right != NULL && change->right->kind == MFT_BLOCK_PASAL
         && change->right->text[0] == '\0';
}

MftComparison *
mft_comparison_new_passage (MftAgreement *left, MftAgreement *passage)
{
  g_autoptr (MftSide) a = mft_side_new (left, NULL);
  g_autoptr (MftSide) b = mft_side_new (passage, a);

  match_sides (a, b);
  g_autoptr (GArray) deleted = place_deleted (a);
  g_autoptr (GArray) chapters = g_array_new (FALSE, FALSE, sizeof (MftChapterChange));
  for (guint i = deleted->len; i > 0; i--)
    if (!is_spoken_of (a, mft_side_get (a, g_array_index (deleted, Deleted, i - 1).node)))
      g_array_remove_index (deleted, i - 1);
  MftComparison *comparison = comparison_new (a, b, deleted, chapters);
  for (guint i = comparison->changes->len; i > 0; i--)
    {
      const MftChange *change = comparison->changes->pdata[i - 1];
      if (!is_unsaid (change))
        continue;
      comparison->counts[change->class]--;
      g_ptr_array_remove_index (comparison->changes, i - 1);
    }
  return comparison;
}

void
mft_comparison_free (MftComparison *comparison)
{
  g_ptr_array_unref (comparison->changes);
  g_free (comparison);
}

static gboolean
has_id (const MftVersion *version, const char *id)
{
  return version != NULL && g_strv_contains ((const char *const *) version->ids, id);
}

/* The change of `comparison` that has this block on one side, or NULL. */
static const MftChange *
find_change (const MftComparison *comparison, const MftVersion *version, gboolean left)
{
  for (guint i = 0; i < comparison->changes->len; i++)
    {
      const MftChange *change = comparison->changes->pdata[i];
      if (has_id (left ? change->left : change->right, version->ids[0]))
        return change;
    }
  return NULL;
}

/* A change is a marked one if nothing happened to its block before the marked ones. A block that is
 * new: if it was not there before them. */
static gboolean
is_marked (const MftChange *change, const MftComparison *silent, const MftComparison *marked)
{
  const MftChange *before = NULL;
  const MftChange *unmarked = NULL;

  if (change->left != NULL)
    unmarked = find_change (silent, change->left, TRUE);
  else if ((before = find_change (marked, change->right, FALSE)) != NULL && before->left != NULL)
    unmarked = find_change (silent, before->left, FALSE);
  return unmarked == NULL || unmarked->class == MFT_CHANGE_SAME;
}

void
mft_comparison_mark (MftComparison *comparison, const MftComparison *silent,
                     const MftComparison *marked)
{
  for (guint i = 0; i < comparison->changes->len; i++)
    {
      MftChange *change = comparison->changes->pdata[i];
      gboolean of_form = change->class == MFT_CHANGE_COSMETIC
                         || change->class == MFT_CHANGE_RENUMBERED
                         || change->class == MFT_CHANGE_REFERENCE_ONLY;
      if (change->class == MFT_CHANGE_SAME)
        continue;
      change->marked
          = is_marked (change, silent, marked) ? MFT_MARKED_BY_FILE : MFT_MARKED_BY_NOBODY;
      change->important |= change->marked == MFT_MARKED_BY_NOBODY && !of_form;
    }
}

guint
mft_comparison_n_changes (const MftComparison *comparison)
{
  return comparison->changes->len;
}

const MftChange *
mft_comparison_get_change (const MftComparison *comparison, guint index)
{
  return g_ptr_array_index (comparison->changes, index);
}

guint
mft_comparison_article_end (const MftComparison *comparison, guint from)
{
  const char *article = mft_comparison_get_change (comparison, from)->article;
  guint n = mft_comparison_n_changes (comparison);
  guint to = from;

  while (to < n && g_strcmp0 (mft_comparison_get_change (comparison, to)->article, article) == 0)
    to++;
  return to;
}

guint
mft_comparison_count (const MftComparison *comparison, MftChangeClass class)
{
  return comparison->counts[class];
}
