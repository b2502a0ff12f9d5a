/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another tree, or another agreement's content, in the place of what is there, as one step. */
#include "agreement/edit.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"
#include "agreement/structure.h"

static gboolean
has_same_traits (const MftBlock *a, const MftBlock *b)
{
  for (guint i = 0; i < MFT_N_TRAITS; i++)
    if (g_strcmp0 (a->traits[i], b->traits[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_alike (const MftBlock *a, const MftBlock *b)
{
  return a->kind == b->kind && g_str_equal (a->id, b->id) && a->marks == b->marks
         && a->party == b->party && g_strcmp0 (a->locked_label, b->locked_label) == 0
         && g_strcmp0 (a->clause, b->clause) == 0 && g_strcmp0 (a->alternative, b->alternative) == 0
         && has_same_traits (a, b) && mft_text_equal (a->text, b->text);
}

static gboolean
is_same_tree (MftBlock *a, MftBlock *b)
{
  if (!is_alike (a, b) || mft_block_n_children (a) != mft_block_n_children (b))
    return FALSE;
  for (guint i = 0; i < mft_block_n_children (a); i++)
    if (!is_same_tree (mft_block_get_child (a, i), mft_block_get_child (b, i)))
      return FALSE;
  return TRUE;
}

static MftBlock *
find_child (MftBlock *parent, const char *id)
{
  for (guint i = 0; i < mft_block_n_children (parent); i++)
    if (g_str_equal (mft_block_get_child (parent, i)->id, id))
      return mft_block_get_child (parent, i);
  return NULL;
}

/* The body is not exchanged itself but Pasal by Pasal: what stays needs no place in the history. */
static gboolean
is_exchanged_inside (const MftBlock *old, const MftBlock *new)
{
  return new != NULL && old->kind == MFT_BLOCK_BODY &&is_alike (old, new);
}

static void
take_out (MftAgreement *agreement, MftBlock *parent, MftBlock *model)
{
  for (guint i = mft_block_n_children (parent); i > 0; i--)
    {
      MftBlock *child = mft_block_get_child (parent, i - 1);
      MftBlock *new = find_child (model, child->id);
      if (is_exchanged_inside (child, new))
        take_out (agreement, child, new);
      else if (new == NULL || !is_same_tree (child, new))
        _mft_agreement_do (agreement, mft_command_place (child, NULL, 0));
    }
}

/* What is still there has only to stand in its place; the rest is taken from the model. */
static void
put_in (MftAgreement *agreement, MftBlock *parent, MftBlock *model)
{
  guint from = 0; /* in the model, which loses what is taken from it */

  for (guint i = 0; from < mft_block_n_children (model); i++)
    {
      MftBlock *new = mft_block_get_child (model, from);
      MftBlock *old = find_child (parent, new->id);
      if (old == NULL)
        {
          _mft_block_detach (new);
          _mft_agreement_do (agreement, mft_command_place (new, parent, i));
          continue;
        }
      if (is_exchanged_inside (old, new))
        put_in (agreement, old, new);
      if (old->index != i)
        _mft_agreement_do (agreement, mft_command_place (old, parent, i));
      from++;
    }
}

static gboolean
check_tree (MftBlock *root, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (!g_hash_table_add (ids, at->id))
      {
        g_set_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE,
                     "the id '%s' occurs twice", at->id);
        return FALSE;
      }
  return mft_structure_check_tree (root, error);
}

gboolean
mft_edit_tree (MftAgreement *agreement, MftBlock *root, GError **error)
{
  gboolean sound = _mft_agreement_check_lock (agreement, NULL, error) && check_tree (root, error);

  if (sound)
    {
      mft_edit_begin (agreement);
      mft_edit_marks (agreement, agreement->root, root->marks);
      mft_edit_locked_label (agreement, agreement->root, root->locked_label);
      take_out (agreement, agreement->root, root);
      put_in (agreement, agreement->root, root);
      mft_edit_end (agreement);
    }
  mft_block_free (root);
  return sound;
}

static gboolean
is_same_field (const MftField *a, const MftField *b)
{
  const char *const *a_choices = mft_field_get_choices (a);
  const char *const *b_choices = mft_field_get_choices (b);

  return g_str_equal (mft_field_get_id (a), mft_field_get_id (b))
         && mft_field_get_type (a) == mft_field_get_type (b)
         && mft_field_is_required (a) == mft_field_is_required (b)
         && g_strcmp0 (mft_field_get_meaning (a), mft_field_get_meaning (b)) == 0
         && g_strcmp0 (mft_field_get_default (a), mft_field_get_default (b)) == 0
         && (a_choices == NULL) == (b_choices == NULL)
         && (a_choices == NULL || g_strv_equal (a_choices, b_choices));
}

/* What is there stays where it is; from the first that differs on, all are exchanged. */
static void
exchange_fields (MftAgreement *agreement, MftAgreement *model)
{
  guint same = 0;

  while (same < MIN (agreement->fields->len, model->fields->len)
         && is_same_field (agreement->fields->pdata[same], model->fields->pdata[same]))
    same++;
  for (guint i = agreement->fields->len; i > same; i--)
    {
      g_autofree char *id = g_strdup (mft_field_get_id (agreement->fields->pdata[i - 1]));
      mft_edit_remove_field (agreement, id);
    }
  for (guint i = 0; i < same; i++)
    {
      const char *id = mft_field_get_id (model->fields->pdata[i]);
      const char *value = mft_field_get_value (model->fields->pdata[i]);
      if (g_strcmp0 (value, mft_agreement_get_value (agreement, id)) != 0)
        _mft_agreement_do (agreement, mft_command_value (MFT_COMMAND_FIELD, id, value));
    }
  for (guint i = same; i < model->fields->len; i++)
    mft_edit_add_field (agreement, mft_field_copy (model->fields->pdata[i]));
}

static void
exchange_settings (MftAgreement *agreement, MftAgreement *model)
{
  g_auto (GStrv) before = mft_agreement_dup_setting_keys (agreement);
  g_auto (GStrv) after = mft_agreement_dup_setting_keys (model);

  for (guint i = 0; before[i] != NULL; i++)
    mft_edit_setting (agreement, before[i], _mft_agreement_peek_setting (model, before[i]));
  for (guint i = 0; after[i] != NULL; i++)
    mft_edit_setting (agreement, after[i], _mft_agreement_peek_setting (model, after[i]));
}

gboolean
mft_edit_content (MftAgreement *agreement, MftAgreement *model, GError **error)
{
  gboolean done;

  mft_edit_begin (agreement);
  done = mft_edit_tree (agreement, mft_block_copy (model->root), error);
  if (done)
    {
      exchange_fields (agreement, model);
      exchange_settings (agreement, model);
    }
  mft_edit_end (agreement);
  return done;
}
