/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole blocks: a new Pasal, moving up and down, taking away. */
#include "ui/editor/sync-private.h"

#include "agreement/edit.h"

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

  mft_block_append (pasal, mft_block_new (MFT_BLOCK_PARAGRAPH, NULL));
  if (mft_edit_insert (self->agreement, body, index, pasal, NULL))
    mft_sync_go_to (self, id, 0);
  else
    _mft_sync_refuse (self);
}

void
mft_sync_move (MftSync *self, gboolean up)
{
  MftBlock *block = current_block (self);
  MftBlock *parent = block != NULL ? mft_block_get_parent (block) : NULL;
  g_autofree char *id = g_strdup (self->current);
  guint index;

  if (parent == NULL)
    return;
  index = mft_block_get_index (block);
  if ((up && index == 0) || (!up && index + 1 == mft_block_n_children (parent))
      || !mft_edit_move (self->agreement, block, parent, up ? index - 1 : index + 1, NULL))
    {
      _mft_sync_refuse (self);
      return;
    }
  mft_sync_go_to (self, id, 0);
}

char *
mft_sync_remove (MftSync *self)
{
  MftBlock *block = current_block (self);
  guint row = cursor_row (self);
  g_autofree char *path = block != NULL ? mft_block_dup_path (block) : NULL;

  if (block == NULL || !mft_edit_remove (self->agreement, block, NULL))
    {
      _mft_sync_refuse (self);
      return NULL;
    }
  row = MIN (row, self->lines->len - 1);
  mft_sync_go_to (self, ((MftLine *) g_ptr_array_index (self->lines, row))->id, 0);
  return g_steal_pointer (&path);
}
