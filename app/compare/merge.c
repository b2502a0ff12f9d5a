/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/merge.h"

#include "agreement/chapter.h"

#include "compare/compare.h"
#include "compare/match.h"
#include "compare/take.h"
#include "compare/weave.h"

/* Three agreements in pairs; a node has the same number in both sides made of one agreement. */
typedef struct
{
  MftSide *base_of_ours, *ours_of_base;
  MftSide *base_of_theirs, *theirs_of_base;
  MftSide *ours, *theirs; /* paired with one another */
  GPtrArray *conflicts;
} Merge;

void
mft_conflict_free (MftConflict *conflict)
{
  g_free (conflict->path);
  g_free (conflict->id);
  g_free (conflict->base);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

static const char *
text_of (const MftNode *node)
{
  return node != NULL ? node->text : NULL;
}

/* Nodes may be NULL, but for one of ours and theirs. */
static void
add_conflict (Merge *merge, const MftNode *base, const MftNode *ours, const MftNode *theirs)
{
  MftConflict *conflict = g_new0 (MftConflict, 1);
  MftBlock *block = ours != NULL ? ours->block : theirs->block;

  conflict->path = mft_block_dup_path (block);
  conflict->id = g_strdup (mft_block_get_id (block));
  conflict->base = g_strdup (text_of (base));
  conflict->ours = g_strdup (text_of (ours));
  conflict->theirs = g_strdup (text_of (theirs));
  g_ptr_array_add (merge->conflicts, conflict);
}

/* Whether two blocks say the same. A reference that only reads differently, because what it points at has
 * another number, does. */
static gboolean
same_words (const MftNode *a, const MftNode *b)
{
  gboolean lines = strchr (a->text, '\n') != NULL || strchr (b->text, '\n') != NULL;

  if (mft_block_get_kind (a->block) != mft_block_get_kind (b->block)
      || g_strcmp0 (mft_block_get_locked_label (a->block), mft_block_get_locked_label (b->block))
             != 0)
    return FALSE;
  if (!lines && mft_text_equal (mft_block_get_text (a->block), mft_block_get_text (b->block)))
    return TRUE;
  return g_str_equal (a->text, b->text) && g_str_equal (a->style, b->style);
}

/* What `index` of a side was in the base that the side is paired with, or NULL. */
static const MftNode *
origin (MftSide *side, guint index, MftSide *base)
{
  guint match = mft_side_get (side, index)->match;

  return match != MFT_NO_NODE ? mft_side_get (base, match) : NULL;
}

static gboolean
stands_elsewhere (MftSide *side, guint index, MftSide *base)
{
  const MftNode *node = mft_side_get (side, index);

  return node->moved
         || mft_side_get (side, mft_side_head (side, node->parent))->match
                != mft_side_head (base, mft_side_get (base, node->match)->parent);
}

/* --- both have it ----------------------------------------------------------------------------------- */

static void
merge_words (Merge *merge, MftWeave *weave, guint index)
{
  const MftNode *ours = mft_side_get (merge->ours, index);
  const MftNode *theirs = mft_side_get (merge->theirs, ours->match);
  const MftNode *base = origin (merge->ours_of_base, index, merge->base_of_ours);

  if (same_words (ours, theirs) || (base != NULL && same_words (base, theirs)))
    return;
  if (base != NULL && same_words (base, ours))
    weave->words[index] = TRUE;
  else
    add_conflict (merge, base, ours, theirs);
}

static void
merge_place (Merge *merge, MftWeave *weave, guint index)
{
  guint match = mft_side_get (merge->ours, index)->match;
  gboolean known = mft_side_get (merge->ours_of_base, index)->match != MFT_NO_NODE
                   && mft_side_get (merge->theirs_of_base, match)->match != MFT_NO_NODE;

  if (known && index > 0 && stands_elsewhere (merge->theirs_of_base, match, merge->base_of_theirs)
      && !stands_elsewhere (merge->ours_of_base, index, merge->base_of_ours))
    weave->place[index] = TRUE;
}

/* NULL: no BAB begins with it. */
static const char *
chapter_of (const MftNode *node)
{
  return node != NULL ? mft_chapter_get_heading (node->block) : NULL;
}

static void
add_chapter_conflict (Merge *merge, const MftNode *base, const MftNode *ours, const MftNode *theirs)
{
  MftConflict *conflict = g_new0 (MftConflict, 1);
  const MftNode *known = chapter_of (ours) != NULL ? ours : theirs;
  MftAgreement *agreement = known == ours ? merge->ours->agreement : merge->theirs->agreement;

  conflict->path = mft_chapter_dup_label (agreement, known->block);
  conflict->id = mft_version_dup_chapter_id (mft_block_get_id (known->block));
  conflict->base = g_strdup (chapter_of (base));
  conflict->ours = g_strdup (chapter_of (ours));
  conflict->theirs = g_strdup (chapter_of (theirs));
  g_ptr_array_add (merge->conflicts, conflict);
}

/* The BAB that begins with a Pasal. */
static void
merge_chapter (Merge *merge, MftWeave *weave, guint index)
{
  const MftNode *ours = mft_side_get (merge->ours, index);
  const MftNode *theirs = mft_side_get (merge->theirs, ours->match);
  const MftNode *base = origin (merge->ours_of_base, index, merge->base_of_ours);
  const char *before = chapter_of (base);

  if (g_strcmp0 (chapter_of (ours), chapter_of (theirs)) == 0
      || g_strcmp0 (before, chapter_of (theirs)) == 0)
    return;
  if (g_strcmp0 (before, chapter_of (ours)) == 0)
    weave->left_chapters[index] = chapter_of (theirs);
  else
    add_chapter_conflict (merge, base, ours, theirs);
}

/* --- one has it ------------------------------------------------------------------------------------- */

/* Theirs took it out: so do we, if we left it, and all in it, as it was. From the last to the first, so that
 * what is in it is decided before it. */
static void
merge_ours (Merge *merge, MftWeave *weave)
{
  g_autofree gboolean *holds = g_new0 (gboolean, merge->ours->nodes->len);

  for (guint i = merge->ours->nodes->len - 1; i > 0; i--)
    {
      const MftNode *node = mft_side_get (merge->ours, i);
      const MftNode *base = origin (merge->ours_of_base, i, merge->base_of_ours);
      if (node->match != MFT_NO_NODE)
        continue;
      weave->gone[i] = base != NULL && same_words (base, node) && !holds[i];
      if (weave->gone[i])
        continue;
      holds[node->parent] = TRUE;
      if (base != NULL)
        add_conflict (merge, base, node, NULL);
    }
}

static void
merge_theirs (Merge *merge, MftWeave *weave)
{
  for (guint i = 1; i < merge->theirs->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (merge->theirs, i);
      const MftNode *base = origin (merge->theirs_of_base, i, merge->base_of_theirs);
      if (node->match != MFT_NO_NODE)
        continue;
      weave->added[i] = base == NULL;
      weave->right_chapters[i] = chapter_of (node);
      if (base != NULL && !same_words (base, node))
        add_conflict (merge, base, NULL, node);
    }
}

/* --- values ----------------------------------------------------------------------------------------- */

static gboolean
merge_value (Merge *merge, MftAgreement *base, MftAgreement *ours, MftAgreement *theirs,
             MftField *field, GError **error)
{
  const char *id = mft_field_get_id (field);
  const char *before = mft_agreement_get_value (base, id);
  const char *mine = mft_field_get_value (field);
  const char *other = mft_agreement_get_value (theirs, id);

  if (mft_agreement_get_field (theirs, id) == NULL || g_strcmp0 (before, other) == 0
      || g_strcmp0 (mine, other) == 0)
    return TRUE;
  if (g_strcmp0 (before, mine) == 0)
    return mft_edit_field (ours, id, other != NULL ? other : "", error);

  MftConflict *conflict = g_new0 (MftConflict, 1);
  conflict->path = g_strdup (mft_field_get_meaning (field));
  conflict->id = g_strdup (id);
  conflict->base = g_strdup (before);
  conflict->ours = g_strdup (mine);
  conflict->theirs = g_strdup (other);
  g_ptr_array_add (merge->conflicts, conflict);
  return TRUE;
}

static gboolean
merge_values (Merge *merge, MftAgreement *base, MftAgreement *ours, MftAgreement *theirs,
              GError **error)
{
  g_auto (GStrv) keys = mft_agreement_dup_setting_keys (theirs);

  for (guint i = 0; i < mft_agreement_n_fields (ours); i++)
    if (!merge_value (merge, base, ours, theirs, mft_agreement_get_field_at (ours, i), error))
      return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *before = mft_agreement_get_setting (base, keys[i]);
      if (!g_str_equal (keys[i], "garis")
          && g_strcmp0 (before, mft_agreement_get_setting (ours, keys[i])) == 0)
        mft_edit_setting (ours, keys[i], mft_agreement_get_setting (theirs, keys[i]));
    }
  return TRUE;
}

/* --- all -------------------------------------------------------------------------------------------- */

/* What both have from the base is the same block, whatever it says now. */
static void
pair_by_base (Merge *merge)
{
  for (guint i = 0; i < merge->base_of_ours->nodes->len; i++)
    {
      guint ours = mft_side_get (merge->base_of_ours, i)->match;
      guint theirs = mft_side_get (merge->base_of_theirs, i)->match;
      if (ours != MFT_NO_NODE && theirs != MFT_NO_NODE)
        mft_side_pair (merge->ours, ours, merge->theirs, theirs);
    }
  mft_match (merge->ours, merge->theirs);
  for (guint i = 1; i < merge->ours->nodes->len; i++)
    {
      MftNode *node = mft_side_get (merge->ours, i);
      MftNode *match
          = node->match != MFT_NO_NODE ? mft_side_get (merge->theirs, node->match) : NULL;
      /* Two new blocks that are merely alike are two. */
      if (match != NULL && mft_side_get (merge->ours_of_base, i)->match == MFT_NO_NODE
          && !same_words (node, match))
        node->match = match->match = MFT_NO_NODE;
    }
}

static gboolean
merge_blocks (Merge *merge, MftAgreement *ours, GError **error)
{
  g_autoptr (MftWeave) weave = mft_weave_new (merge->ours, merge->theirs);

  for (guint i = 0; i < merge->ours->nodes->len; i++)
    if (mft_side_get (merge->ours, i)->match != MFT_NO_NODE)
      {
        merge_words (merge, weave, i);
        merge_place (merge, weave, i);
        merge_chapter (merge, weave, i);
      }
  merge_ours (merge, weave);
  merge_theirs (merge, weave);
  return mft_edit_tree (ours, mft_weave_build (weave), error);
}

GPtrArray *
mft_merge (MftAgreement *base, MftAgreement *ours, MftAgreement *theirs, GError **error)
{
  guint64 revision = mft_agreement_get_revision (ours);
  g_autoptr (MftAgreement) before = mft_agreement_snapshot (ours);
  g_autoptr (MftSide) base_of_ours = mft_side_new (base, NULL);
  g_autoptr (MftSide) base_of_theirs = mft_side_new (base, base_of_ours);
  g_autoptr (MftSide) ours_of_base = mft_side_new (before, base_of_ours);
  g_autoptr (MftSide) theirs_of_base = mft_side_new (theirs, base_of_ours);
  g_autoptr (MftSide) our_side = mft_side_new (before, ours_of_base);
  g_autoptr (MftSide) their_side = mft_side_new (theirs, theirs_of_base);
  g_autoptr (GPtrArray) conflicts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_conflict_free);
  Merge merge = { base_of_ours, ours_of_base, base_of_theirs, theirs_of_base,
                  our_side,     their_side,   conflicts };

  mft_match (base_of_ours, ours_of_base);
  mft_match (base_of_theirs, theirs_of_base);
  pair_by_base (&merge);
  mft_edit_begin (ours);
  gboolean done
      = merge_blocks (&merge, ours, error) && merge_values (&merge, base, ours, theirs, error);
  mft_edit_end (ours);
  if (!done && mft_agreement_get_revision (ours) != revision)
    mft_agreement_undo (ours);
  return done ? g_steal_pointer (&conflicts) : NULL;
}

/* --- what a person decides ------------------------------------------------------------------------------ */

static gboolean
has_id (const MftVersion *version, const char *id)
{
  return version != NULL && g_strv_contains ((const char *const *) version->ids, id);
}

static gboolean
take_field (MftAgreement *ours, MftAgreement *theirs, const char *id, GError **error)
{
  const char *value = mft_agreement_get_value (theirs, id);

  return mft_edit_field (ours, id, value != NULL ? value : "", error);
}

static gboolean
take_conflicts (MftAgreement *ours, MftAgreement *theirs, GPtrArray *conflicts, GError **error)
{
  g_autoptr (MftComparison) comparison = mft_comparison_new (ours, theirs);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();

  for (guint i = 0; i < conflicts->len; i++)
    {
      const MftConflict *conflict = conflicts->pdata[i];
      if (mft_agreement_get_field (ours, conflict->id) != NULL
          && !take_field (ours, theirs, conflict->id, error))
        return FALSE;
      for (guint c = 0; c < mft_comparison_n_changes (comparison); c++)
        {
          const MftChange *change = mft_comparison_get_change (comparison, c);
          if (has_id (conflict->ours != NULL ? change->left : change->right, conflict->id))
            g_ptr_array_add (changes, (gpointer) change);
        }
    }
  return changes->len == 0 || mft_take_changes (ours, MFT_COMPARED_LEFT, theirs, changes, error);
}

gboolean
mft_merge_take_theirs (MftAgreement *ours, MftAgreement *theirs, GPtrArray *conflicts,
                       GError **error)
{
  guint64 revision = mft_agreement_get_revision (ours);

  mft_edit_begin (ours);
  gboolean done = take_conflicts (ours, theirs, conflicts, error);
  mft_edit_end (ours);
  if (!done && mft_agreement_get_revision (ours) != revision)
    mft_agreement_undo (ours);
  return done;
}
