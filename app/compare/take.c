/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare/take.h"

#include "agreement/chapter.h"
#include "agreement/house-style.h"

#include "compare/match.h"
#include "compare/weave.h"

/* --- which nodes ------------------------------------------------------------------------------------ */

static void
add_inside (MftWeave *weave, guint top)
{
  weave->added[top] = TRUE;
  for (guint i = top + 1; i < weave->right->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (weave->right, i);
      if (node->match == MFT_NO_NODE && weave->added[node->parent])
        weave->added[i] = TRUE;
    }
}

/* Its words; its place if it is another; how its list is labelled. */
static void
take_pair (MftWeave *weave, guint index)
{
  const MftNode *node = mft_side_get (weave->left, index);
  const MftNode *match = mft_side_get (weave->right, node->match);
  gboolean same_parent = node->parent == MFT_NO_NODE
                         || mft_side_get (weave->left, node->parent)->match == match->parent;

  weave->words[index] = TRUE;
  weave->place[index] = node->moved || !same_parent;
  if (same_parent && node->parent != MFT_NO_NODE)
    weave->marks[node->parent] = TRUE;
}

static void
take_left (MftWeave *weave, const MftVersion *version)
{
  for (guint i = 0; version != NULL && version->ids[i] != NULL; i++)
    {
      guint index = mft_side_find (weave->left, version->ids[i]);
      if (index == MFT_NO_NODE)
        continue;
      if (mft_side_get (weave->left, index)->match != MFT_NO_NODE)
        take_pair (weave, index);
      else
        weave->gone[index] = TRUE;
    }
}

/* What stood in a block that was split goes where it stands now. */
static void
place_inside (MftWeave *weave, guint part)
{
  for (guint i = part + 1; i < weave->right->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (weave->right, i);
      if (node->parent == part && node->match != MFT_NO_NODE)
        weave->place[node->match] = TRUE;
    }
}

static void
take_right (MftWeave *weave, const MftVersion *version)
{
  for (guint i = 0; version != NULL && version->ids[i] != NULL; i++)
    {
      guint index = mft_side_find (weave->right, version->ids[i]);
      if (index == MFT_NO_NODE || mft_side_get (weave->right, index)->match != MFT_NO_NODE)
        continue;
      if (mft_side_get (weave->right, index)->head != MFT_NO_NODE)
        place_inside (weave, index);
      add_inside (weave, index);
    }
}

/* --- headings of BAB --------------------------------------------------------------------------------------- */

/* The node of the Pasal that a BAB begins with; MFT_NO_NODE if the version is no BAB, or NULL. */
static guint
find_pasal (MftSide *side, const MftVersion *version)
{
  const char *id = version != NULL ? mft_version_get_chapter_pasal (version) : NULL;

  return id != NULL ? mft_side_find (side, id) : MFT_NO_NODE;
}

static void
drop_chapter (MftWeave *weave, const MftVersion *version)
{
  guint index = find_pasal (weave->left, version);

  if (index != MFT_NO_NODE)
    weave->left_chapters[index] = NULL;
}

/* Where its Pasal is new, that comes along. Returns whether the version is a BAB. */
static gboolean
add_chapter (MftWeave *weave, const MftVersion *version)
{
  guint index = find_pasal (weave->right, version);

  if (index == MFT_NO_NODE)
    return FALSE;
  const MftNode *node = mft_side_get (weave->right, index);
  const char *heading = mft_chapter_get_heading (node->block);
  if (node->match != MFT_NO_NODE)
    weave->left_chapters[node->match] = heading;
  else
    {
      weave->right_chapters[index] = heading;
      add_inside (weave, index);
    }
  return TRUE;
}

/* --- what words show -------------------------------------------------------------------------------- */

static gboolean
take_value (MftAgreement *agreement, MftAgreement *other, const char *id, GError **error)
{
  MftField *field = mft_agreement_get_field (agreement, id);
  const char *value = mft_agreement_get_value (other, id);

  if (field == NULL || g_strcmp0 (mft_field_get_value (field), value) == 0)
    return TRUE;
  return mft_edit_field (agreement, id, value != NULL ? value : "", error);
}

static void
take_setting (MftAgreement *agreement, MftAgreement *other, const char *key)
{
  const char *value = mft_agreement_get_setting (other, key);

  if (g_strcmp0 (value, mft_agreement_get_setting (agreement, key)) != 0)
    mft_edit_setting (agreement, key, value);
}

static gboolean
take_shown (MftAgreement *agreement, MftAgreement *other, MftBlock *block, GError **error)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_PARTY)
        take_setting (agreement, other, "sebutan");
      if (run->kind == MFT_RUN_REFERENCE)
        take_setting (agreement, other, "acuan");
      if (run->kind == MFT_RUN_DATE || run->kind == MFT_RUN_FIELD)
        take_setting (agreement, other, "tanggal");
      if (run->kind == MFT_RUN_FIELD && !take_value (agreement, other, run->value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_values (MftAgreement *agreement, MftWeave *weave, GError **error)
{
  for (guint i = 0; i < weave->right->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (weave->right, i);
      gboolean taken = node->match == MFT_NO_NODE ? weave->added[i] : weave->words[node->match];
      if (taken && !take_shown (agreement, weave->right->agreement, node->block, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_weave (MftAgreement *agreement, MftWeave *weave, GError **error)
{
  return mft_edit_tree (agreement, mft_weave_build (weave), error)
         && take_values (agreement, weave, error);
}

/* Ends the step; one that failed halfway is taken back. */
static gboolean
end_step (MftAgreement *agreement, guint64 revision, gboolean done)
{
  mft_edit_end (agreement);
  if (!done && mft_agreement_get_revision (agreement) != revision)
    mft_agreement_undo (agreement);
  return done;
}

static const MftVersion *
version_of (const MftChange *change, gboolean left)
{
  return left ? change->left : change->right;
}

/* A BAB leaves its place before another one takes it. Returns whether any is put in. */
static gboolean
take_chosen (MftWeave *weave, MftCompared side, GPtrArray *changes)
{
  gboolean from_left = side == MFT_COMPARED_LEFT;
  gboolean chapters = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const MftChange *change = g_ptr_array_index (changes, i);
      take_left (weave, version_of (change, from_left));
      take_right (weave, version_of (change, !from_left));
      drop_chapter (weave, version_of (change, from_left));
    }
  for (guint i = 0; i < changes->len; i++)
    chapters |= add_chapter (weave, version_of (g_ptr_array_index (changes, i), !from_left));
  return chapters;
}

gboolean
mft_take_changes (MftAgreement *agreement, MftCompared side, MftAgreement *other,
                  GPtrArray *changes, GError **error)
{
  guint64 revision = mft_agreement_get_revision (agreement);
  g_autoptr (MftAgreement) before = mft_agreement_snapshot (agreement);
  g_autoptr (MftSide) left = mft_side_new (before, NULL);
  g_autoptr (MftSide) right = mft_side_new (other, left);
  g_autoptr (MftWeave) weave = mft_weave_new (left, right);

  mft_match (left, right);
  gboolean chapters = take_chosen (weave, side, changes);
  mft_edit_begin (agreement);
  if (chapters)
    take_setting (agreement, other, MFT_STYLE_CHAPTERS);
  return end_step (agreement, revision, take_weave (agreement, weave, error));
}

/* --- everything ------------------------------------------------------------------------------------- */

static void
take_settings (MftAgreement *agreement, MftAgreement *other)
{
  g_auto (GStrv) mine = mft_agreement_dup_setting_keys (agreement);
  g_auto (GStrv) theirs = mft_agreement_dup_setting_keys (other);

  /* Its lineage stays its own. */
  for (guint i = 0; mine[i] != NULL; i++)
    if (!g_str_equal (mine[i], "garis") && !g_strv_contains ((const char *const *) theirs, mine[i]))
      mft_edit_setting (agreement, mine[i], NULL);
  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_str_equal (theirs[i], "garis"))
      mft_edit_setting (agreement, theirs[i], mft_agreement_get_setting (other, theirs[i]));
}

static gboolean
take_fields (MftAgreement *agreement, MftAgreement *other, GError **error)
{
  for (guint i = 0; i < mft_agreement_n_fields (other); i++)
    {
      MftField *field = mft_agreement_get_field_at (other, i);
      if (!take_value (agreement, other, mft_field_get_id (field), error))
        return FALSE;
    }
  return TRUE;
}

static void
take_everything (MftWeave *weave)
{
  for (guint i = 0; i < weave->left->nodes->len; i++)
    weave->gone[i] = mft_side_get (weave->left, i)->match == MFT_NO_NODE;
  for (guint i = 0; i < weave->right->nodes->len; i++)
    {
      const MftNode *node = mft_side_get (weave->right, i);
      const char *chapter = mft_chapter_get_heading (node->block);
      weave->added[i] = node->match == MFT_NO_NODE;
      if (weave->added[i])
        weave->right_chapters[i] = chapter;
      else
        {
          weave->words[node->match] = weave->place[node->match] = TRUE;
          weave->left_chapters[node->match] = chapter;
        }
    }
}

gboolean
mft_take_all (MftAgreement *agreement, MftAgreement *other, GError **error)
{
  guint64 revision = mft_agreement_get_revision (agreement);
  g_autoptr (MftAgreement) before = mft_agreement_snapshot (agreement);
  g_autoptr (MftSide) left = mft_side_new (before, NULL);
  g_autoptr (MftSide) right = mft_side_new (other, left);
  g_autoptr (MftWeave) weave = mft_weave_new (left, right);

  mft_match (left, right);
  take_everything (weave);
  weave->right_ids = mft_same_lineage (left->agreement, other);
  mft_edit_begin (agreement);
  take_settings (agreement, other);
  return end_step (agreement, revision,
                   take_fields (agreement, other, error) && take_weave (agreement, weave, error));
}
