/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another tree in the place of the one that is there, as one step. */
#include "agreement/edit.h"

#include "agreement/agreement-private.h"
#include "agreement/block-private.h"
#include "agreement/structure.h"

static gboolean
is_alike (const MftBlock *a, const MftBlock *b)
{
  return a->kind == b->kind && g_str_equal (a->id, b->id) && a->marks == b->marks
         && a->party == b->party && g_strcmp0 (a->locked_label, b->locked_label) == 0
         && g_strcmp0 (a->clause, b->clause) == 0 && g_strcmp0 (a->alternative, b->alternative) == 0
         && mft_text_equal (a->text, b->text);
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
