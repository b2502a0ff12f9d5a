/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/weave.h"

#include "agreement/chapter.h"
#include "agreement/shown.h"

/* A node of the result is known by the left node that it is, or by the number of left nodes plus the right
 * node that was added. */
typedef struct
{
  MftWeave *weave;
  guint n_left, n_all;
  guint *parents;     /* by node; MFT_NO_NODE: the root, or not in the result */
  GArray **children;  /* of guint; NULL for none */
  GHashTable *ids;    /* char *: those that are taken */
  GPtrArray *new_ids; /* by node, owned; NULL: not in the result */
} Loom;

MftWeave *
mft_weave_new (MftSide *left, MftSide *right)
{
  MftWeave *weave = g_new0 (MftWeave, 1);

  weave->left = left;
  weave->right = right;
  weave->words = g_new0 (gboolean, left->nodes->len);
  weave->place = g_new0 (gboolean, left->nodes->len);
  weave->marks = g_new0 (gboolean, left->nodes->len);
  weave->gone = g_new0 (gboolean, left->nodes->len);
  weave->added = g_new0 (gboolean, right->nodes->len);
  weave->left_chapters = g_new0 (const char *, left->nodes->len);
  weave->right_chapters = g_new0 (const char *, right->nodes->len);
  for (guint i = 0; i < left->nodes->len; i++)
    weave->left_chapters[i] = mft_chapter_get_heading (mft_side_get (left, i)->block);
  return weave;
}

void
mft_weave_free (MftWeave *weave)
{
  g_free (weave->words);
  g_free (weave->place);
  g_free (weave->marks);
  g_free (weave->gone);
  g_free (weave->added);
  g_free (weave->left_chapters);
  g_free (weave->right_chapters);
  g_free (weave);
}

/* --- what follows from what was taken --------------------------------------------------------------- */

static gboolean
is_single (MftSide *side, guint index)
{
  return mft_side_get (side, index)->match == MFT_NO_NODE;
}

/* What stands in a block that goes: goes with it, or to its new place. */
static void
settle_left (MftWeave *weave)
{
  for (guint i = 1; i < weave->left->nodes->len; i++)
    {
      guint parent = mft_side_get (weave->left, i)->parent;
      if (!is_single (weave->left, parent) || !weave->gone[parent])
        continue;
      if (is_single (weave->left, i))
        weave->gone[i] = TRUE;
      else
        weave->place[i] = TRUE;
    }
}

/* What is taken brings the blocks that it stands in. */
static void
settle_right (MftWeave *weave)
{
  for (guint i = weave->right->nodes->len - 1; i > 0; i--)
    {
      const MftNode *node = mft_side_get (weave->right, i);
      gboolean taken = node->match == MFT_NO_NODE ? weave->added[i] : weave->place[node->match];
      if (taken && is_single (weave->right, node->parent))
        weave->added[node->parent] = TRUE;
    }
}

static gboolean
is_in (const Loom *loom, guint node)
{
  const MftWeave *weave = loom->weave;

  if (node >= loom->n_left)
    return is_single (weave->right, node - loom->n_left) && weave->added[node - loom->n_left];
  return !is_single (weave->left, node) || !weave->gone[node];
}

/* The result's node for one of the right. */
static guint
from_right (const Loom *loom, guint right)
{
  guint match = mft_side_get (loom->weave->right, right)->match;

  return match != MFT_NO_NODE ? match : loom->n_left + right;
}

static gboolean
is_placed_by_right (const Loom *loom, guint node)
{
  return node >= loom->n_left || (!is_single (loom->weave->left, node) && loom->weave->place[node]);
}

static void
find_parents (Loom *loom)
{
  MftWeave *weave = loom->weave;

  loom->parents[0] = MFT_NO_NODE;
  for (guint i = 1; i < loom->n_all; i++)
    {
      guint right = i >= loom->n_left ? i - loom->n_left : mft_side_get (weave->left, i)->match;
      if (!is_in (loom, i) || i == loom->n_left)
        loom->parents[i] = MFT_NO_NODE;
      else if (is_placed_by_right (loom, i))
        loom->parents[i] = from_right (loom, mft_side_get (weave->right, right)->parent);
      else
        loom->parents[i] = mft_side_get (weave->left, i)->parent;
    }
}

/* Two blocks that changed places inside one another cannot go one by one. Returns whether it moved any. */
static gboolean
break_circle (Loom *loom, guint start)
{
  guint at = start;
  gboolean moved = FALSE;

  for (guint steps = 0; at != 0 && at != MFT_NO_NODE; at = loom->parents[at])
    if (steps++ > loom->n_all)
      break;
  if (at == 0 || at == MFT_NO_NODE)
    return FALSE;
  for (guint steps = 0; steps <= loom->n_all; steps++, at = loom->parents[at])
    if (at < loom->n_left && !is_single (loom->weave->left, at) && !loom->weave->place[at])
      moved = loom->weave->place[at] = TRUE;
  return moved;
}

static void
settle (Loom *loom)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      settle_left (loom->weave);
      settle_right (loom->weave);
      find_parents (loom);
      for (guint i = 1; i < loom->n_all && !again; i++)
        again = is_in (loom, i) && break_circle (loom, i);
    }
}

/* --- the order of the children ---------------------------------------------------------------------- */

static GArray *
children_of (Loom *loom, guint parent)
{
  if (loom->children[parent] == NULL)
    loom->children[parent] = g_array_new (FALSE, FALSE, sizeof (guint));
  return loom->children[parent];
}

/* MFT_NO_NODE if it is not in the list. From the end: that is where it mostly is. */
static guint
index_in (GArray *list, guint node)
{
  for (guint i = list->len; i > 0; i--)
    if (g_array_index (list, guint, i - 1) == node)
      return i - 1;
  return MFT_NO_NODE;
}

/* The right neighbour that is nearest before, or with `step` 1 behind, and stands in the list. */
static guint
find_neighbour (const Loom *loom, GArray *list, guint right, int step)
{
  MftSide *side = loom->weave->right;
  guint parent = mft_side_get (side, right)->parent;
  MftBlock *block = mft_side_get (side, right)->block;
  MftBlock *above = mft_side_get (side, parent)->block;

  for (guint i = mft_block_get_index (block) + (guint) step; i < mft_block_n_children (above);
       i += (guint) step)
    {
      guint other = mft_side_find (side, mft_block_get_id (mft_block_get_child (above, i)));
      guint at = other != MFT_NO_NODE ? index_in (list, from_right (loom, other)) : MFT_NO_NODE;
      if (at != MFT_NO_NODE)
        return at;
    }
  return MFT_NO_NODE;
}

static void
place_by_right (Loom *loom, guint right)
{
  guint node = from_right (loom, right);
  GArray *list = children_of (loom, loom->parents[node]);
  guint before = find_neighbour (loom, list, right, -1);
  guint behind = before == MFT_NO_NODE ? find_neighbour (loom, list, right, 1) : MFT_NO_NODE;

  g_array_insert_val (list,
                      before != MFT_NO_NODE   ? before + 1
                      : behind != MFT_NO_NODE ? behind
                                              : list->len,
                      node);
}

static void
order (Loom *loom)
{
  for (guint i = 1; i < loom->n_left; i++)
    if (is_in (loom, i) && !is_placed_by_right (loom, i))
      g_array_append_val (children_of (loom, loom->parents[i]), i);
  for (guint i = 1; i < loom->weave->right->nodes->len; i++)
    {
      guint node = from_right (loom, i);
      if (is_in (loom, node) && is_placed_by_right (loom, node))
        place_by_right (loom, i);
    }
}

/* --- the blocks ------------------------------------------------------------------------------------- */

static void
take_id (Loom *loom, guint node, const char *id)
{
  char *taken = g_hash_table_contains (loom->ids, id) ? NULL : g_strdup (id);

  if (taken == NULL)
    {
      MftBlock *fresh = mft_block_new (MFT_BLOCK_PARAGRAPH, NULL);
      taken = g_strdup (mft_block_get_id (fresh));
      mft_block_free (fresh);
    }
  g_hash_table_add (loom->ids, taken);
  g_ptr_array_index (loom->new_ids, node) = taken;
}

static void
take_ids (Loom *loom)
{
  MftWeave *weave = loom->weave;

  g_ptr_array_set_size (loom->new_ids, (int) loom->n_all);
  for (guint i = 0; i < loom->n_all; i++)
    {
      guint match = i < loom->n_left ? mft_side_get (weave->left, i)->match : i - loom->n_left;
      gboolean right = i >= loom->n_left || (weave->right_ids && match != MFT_NO_NODE);
      const MftNode *node
          = right ? mft_side_get (weave->right, match) : mft_side_get (weave->left, i);
      if (is_in (loom, i))
        take_id (loom, i, mft_block_get_id (node->block));
    }
}

/* A right block's target, as the result knows it. */
static const char *
map_target (const Loom *loom, const char *id)
{
  guint right = mft_side_find (loom->weave->right, id);
  guint node = right != MFT_NO_NODE ? from_right (loom, right) : MFT_NO_NODE;

  return node != MFT_NO_NODE && is_in (loom, node) ? g_ptr_array_index (loom->new_ids, node) : id;
}

static void
add_run (const Loom *loom, MftTextBuilder *builder, MftBlock *block, const MftRun *run)
{
  MftAgreement *left = loom->weave->left->agreement;

  if (run->kind == MFT_RUN_FIELD && mft_agreement_get_field (left, run->value) == NULL)
    {
      g_autofree char *words = mft_shown_run (loom->weave->right->agreement, block, run, NULL);
      mft_text_builder_words (builder, words, run->style);
    }
  else if (run->kind == MFT_RUN_REFERENCE && run->form < MFT_REFERENCE_EXTERNAL)
    mft_text_builder_add (builder, run->kind, map_target (loom, run->value), run->form, run->style);
  else
    mft_text_builder_add (builder, run->kind, run->value, run->form, run->style);
}

/* The text of a right block for the left agreement. */
static MftText *
map_text (const Loom *loom, MftBlock *block)
{
  MftText *text = mft_block_get_text (block);
  MftTextBuilder builder;

  mft_text_builder_init (&builder);
  for (guint i = 0; i < mft_text_n_runs (text); i++)
    add_run (loom, &builder, block, mft_text_get_run (text, i));
  return mft_text_builder_end (&builder);
}

/* What it says, without its children. */
static MftBlock *
copy_block (const Loom *loom, MftBlock *model, MftBlockKind kind, const char *id, gboolean right)
{
  g_autoptr (MftText) text
      = right ? map_text (loom, model) : mft_text_ref (mft_block_get_text (model));
  MftBlock *block = mft_block_new_with_id (kind, id, text);

  mft_block_set_marks (block, mft_block_get_marks (model));
  mft_block_set_party (block, mft_block_get_party (model));
  mft_block_set_locked_label (block, mft_block_get_locked_label (model));
  mft_block_take_traits (block, model);
  mft_block_set_clause (block, mft_block_get_clause (model), mft_block_get_alternative (model));
  return block;
}

/* A contact's lines and a row's cells are words of it. */
static void
copy_lines (Loom *loom, MftBlock *block, MftBlock *model, gboolean right)
{
  for (guint i = 0; i < mft_block_n_children (model); i++)
    {
      MftBlock *line = mft_block_get_child (model, i);
      MftBlockKind kind = mft_block_get_kind (line);
      const char *id = mft_block_get_id (line);
      if (kind != MFT_BLOCK_LINE && kind != MFT_BLOCK_CELL)
        continue;
      gboolean fresh = g_hash_table_add (loom->ids, g_strdup (id));
      mft_block_append (block, copy_block (loom, line, kind, fresh ? id : NULL, right));
    }
}

static MftBlock *
make_block (Loom *loom, guint node)
{
  MftWeave *weave = loom->weave;
  guint match = node < loom->n_left ? mft_side_get (weave->left, node)->match : node - loom->n_left;
  gboolean right = node >= loom->n_left || weave->words[node];
  MftBlock *own = node < loom->n_left ? mft_side_get (weave->left, node)->block : NULL;
  MftBlock *other = match != MFT_NO_NODE ? mft_side_get (weave->right, match)->block : NULL;
  gboolean placed = right || weave->place[node];
  MftBlock *model = right ? other : own;
  MftBlock *block
      = copy_block (loom, model, mft_block_get_kind (placed && other != NULL ? other : own),
                    g_ptr_array_index (loom->new_ids, node), right);

  if (node < loom->n_left && weave->marks[node] && other != NULL)
    mft_block_set_marks (block, mft_block_get_marks (other));
  if (mft_block_get_kind (block) == MFT_BLOCK_PASAL)
    mft_block_set_trait (block, MFT_TRAIT_CHAPTER,
                         node < loom->n_left ? weave->left_chapters[node]
                                             : weave->right_chapters[node - loom->n_left]);
  copy_lines (loom, block, model, right);
  return block;
}

/* NULL for a container of the left whose content is gone. */
static MftBlock *
build (Loom *loom, guint node)
{
  MftSide *left = loom->weave->left;
  MftBlock *block = make_block (loom, node);
  GArray *children = loom->children[node];

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      MftBlock *child = build (loom, g_array_index (children, guint, i));
      if (child != NULL)
        mft_block_append (block, child);
    }
  if (node < loom->n_left && is_single (left, node) && mft_block_n_children (block) == 0
      && mft_block_n_children (mft_side_get (left, node)->block) > 0
      && !mft_block_kind_has_text (mft_block_get_kind (block)))
    g_clear_pointer (&block, mft_block_free);
  return block;
}

MftBlock *
mft_weave_build (MftWeave *weave)
{
  guint n_left = weave->left->nodes->len;
  guint n_all = n_left + weave->right->nodes->len;
  g_autofree guint *parents = g_new (guint, n_all);
  g_autofree GArray **children = g_new0 (GArray *, n_all);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) new_ids = g_ptr_array_new ();
  Loom loom = { weave, n_left, n_all, parents, children, ids, new_ids };

  settle (&loom);
  order (&loom);
  take_ids (&loom);
  MftBlock *root = build (&loom, 0);
  for (guint i = 0; i < n_all; i++)
    g_clear_pointer (&children[i], g_array_unref);
  return root;
}
