/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole blocks: a new Pasal, moving up and down, taking away. */
#include "ui/editor/sync-private.h"

#include "agreement/edit.h"
#include "agreement/structure.h"

static MftBlock *
current_block (MftSync *self)
{
  return mft_agreement_get_block (self->agreement, self->current);
}

static guint
cursor_row (MftSync *self)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  return (guint) gtk_text_iter_get_line (&at);
}

void
mft_sync_add_pasal (MftSync *self)
{
  MftBlock *body = mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY);
  MftBlock *block = current_block (self);
  MftBlock *before = block != NULL ? mft_block_get_ancestor (block, MFT_BLOCK_PASAL) : NULL;
  guint index = before != NULL ? mft_block_get_index (before) + 1 : mft_block_n_children (body);
  MftBlock *pasal = mft_block_new (MFT_BLOCK_PASAL, NULL);
  g_autofree char *id = g_strdup (mft_block_get_id (pasal));
  g_autoptr (GError) error = NULL;

  mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, NULL));
  if (mft_edit_insert (self->agreement, body, index, pasal, &error))
    mft_sync_go_to (self, id, 0);
  else
    _mft_sync_refuse (self, error);
}

/* A place among the children of `parent`, counted without the block that goes there. */
typedef struct
{
  MftBlock *parent;
  guint index;
} Target;

/* One place up or down; at the edge into what stands next to the parent, if it is the like. */
static gboolean
find_target (MftBlock *block, gboolean up, Target *target)
{
  MftBlock *parent = mft_block_get_parent (block);
  MftBlock *above = parent != NULL ? mft_block_get_parent (parent) : NULL;
  guint index = mft_block_get_index (block);
  guint outer;

  if (above == NULL)
    return FALSE;
  if (up ? index > 0 : index + 1 < mft_block_n_children (parent))
    {
      *target = (Target){ parent, up ? index - 1 : index + 1 };
      return TRUE;
    }
  outer = mft_block_get_index (parent);
  if (up ? outer == 0 : outer + 1 == mft_block_n_children (above))
    return FALSE;
  target->parent = mft_block_get_child (above, up ? outer - 1 : outer + 1);
  target->index = up ? mft_block_n_children (target->parent) : 0;
  return mft_block_get_kind (target->parent) == mft_block_get_kind (parent);
}

void
mft_sync_move (MftSync *self, gboolean up)
{
  MftBlock *block = current_block (self);
  guint offset = _mft_sync_cursor_offset (self);
  g_autofree char *id = g_strdup (self->current);
  g_autoptr (GError) error = NULL;
  Target target;

  if (block == NULL || !find_target (block, up, &target))
    _mft_sync_deny (MFT_AGREEMENT_ERROR_EDGE, &error);
  else if (mft_edit_move (self->agreement, block, target.parent, target.index, &error))
    mft_sync_go_to (self, id, offset);
  if (error != NULL)
    _mft_sync_refuse (self, error);
}

/* Before or behind `beside`; for a block that stands there already without a change. */
static Target
beside_block (MftBlock *block, MftBlock *beside, gboolean behind)
{
  MftBlock *parent = mft_block_get_parent (beside);
  guint index = mft_block_get_index (beside) + (behind ? 1 : 0);
  /* An ayat that is put on a Pasal goes into it. */
  if (mft_structure_allows (mft_block_get_kind (beside), mft_block_get_kind (block))
      && !mft_structure_allows (mft_block_get_kind (parent), mft_block_get_kind (block)))
    return (Target){ beside, mft_block_n_children (beside)
                                 - (mft_block_get_parent (block) == beside ? 1 : 0) };
  gboolean passes = mft_block_get_parent (block) == parent && mft_block_get_index (block) < index;

  return (Target){ parent, passes ? index - 1 : index };
}

void
mft_sync_move_beside (MftSync *self, const char *const *ids, const char *beside, gboolean behind)
{
  MftBlock *anchor = mft_agreement_get_block (self->agreement, beside);
  g_autoptr (GError) error = NULL;

  mft_edit_begin (self->agreement);
  for (guint i = 0; ids[i] != NULL && anchor != NULL && error == NULL; i++)
    {
      MftBlock *block = mft_agreement_get_block (self->agreement, ids[i]);
      if (block == NULL || block == anchor)
        continue;
      Target target = beside_block (block, anchor, behind);
      mft_edit_move (self->agreement, block, target.parent, target.index, &error);
      /* The next one follows this one. */
      anchor = block;
      behind = TRUE;
    }
  mft_edit_end (self->agreement);
  if (error != NULL)
    _mft_sync_refuse (self, error);
  else if (ids[0] != NULL)
    mft_sync_go_to (self, ids[0], 0);
}

gboolean
mft_sync_remove_blocks (MftSync *self, const char *const *ids)
{
  g_autoptr (GError) error = NULL;

  mft_edit_begin (self->agreement);
  for (guint i = 0; ids[i] != NULL && error == NULL; i++)
    {
      MftBlock *block = mft_agreement_get_block (self->agreement, ids[i]);
      if (block != NULL)
        mft_edit_remove (self->agreement, block, &error);
    }
  mft_edit_end (self->agreement);
  if (error != NULL)
    _mft_sync_refuse (self, error);
  return error == NULL;
}

char *
mft_sync_remove (MftSync *self)
{
  MftBlock *block = current_block (self);
  guint row = cursor_row (self);
  g_autofree char *path = block != NULL ? mft_block_dup_path (block) : NULL;
  g_autofree char *id = g_strdup (self->current);
  const char *const ids[] = { id, NULL };

  if (block == NULL || !mft_sync_remove_blocks (self, ids))
    return NULL;
  row = MIN (row, self->lines->len - 1);
  mft_sync_go_to (self, ((MftLine *) g_ptr_array_index (self->lines, row))->id, 0);
  return g_steal_pointer (&path);
}
