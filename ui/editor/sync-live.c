/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed words that become live, and references put in by hand. */
#include "ui/editor/sync-private.h"

#include "agreement/edit-field.h"
#include "agreement/live-words.h"

guint
_mft_sync_make_live (MftSync *self, MftBlock *block, guint from, guint to)
{
  if (self->composing || self->joined || g_strcmp0 (self->declined, mft_block_get_id (block)) == 0)
    return to;
  if (mft_live_words_apply (self->agreement, block, from, &to))
    {
      g_free (self->live);
      self->live = g_strdup (mft_block_get_id (block));
      self->live_revision = mft_agreement_get_revision (self->agreement);
    }
  return to;
}

/* Whoever takes back what became live wants the words: they stay words until the cursor leaves. */
void
_mft_sync_note_undo (MftSync *self)
{
  if (self->live == NULL || !mft_agreement_can_redo (self->agreement)
      || mft_agreement_get_revision (self->agreement) != self->live_revision + 1)
    return;
  g_free (self->declined);
  self->declined = g_steal_pointer (&self->live);
}

char *
mft_sync_dup_words_before (MftSync *self)
{
  GtkTextIter start, at;
  const MftLine *line;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  line = _mft_sync_line_at (self, &at);
  if (line == NULL || (guint) gtk_text_iter_get_line_offset (&at) < line->prefix)
    return g_strdup ("");
  start = at;
  gtk_text_iter_set_line_offset (&start, (int) line->prefix);
  return gtk_text_buffer_get_text (self->buffer, &start, &at, TRUE);
}

/* The shortest words that say it from there (UU 12/2011 Lampiran II on pengacuan). */
static MftReferenceForm
form_for (MftBlock *from, MftBlock *target)
{
  MftBlock *pasal = mft_block_get_ancestor (target, MFT_BLOCK_PASAL);
  MftBlockKind kind = mft_block_get_kind (target);

  if (kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_ATTACHMENT)
    return MFT_REFERENCE_LEVEL;
  if (kind == MFT_BLOCK_AYAT && pasal == mft_block_get_ancestor (from, MFT_BLOCK_PASAL))
    return MFT_REFERENCE_LEVEL;
  return mft_block_get_parent (target) == mft_block_get_parent (from) ? MFT_REFERENCE_LEVEL
                                                                      : MFT_REFERENCE_PATH;
}

/* At the cursor; no atom, or no block to put it into, is refused. */
static void
insert_atom (MftSync *self, MftText *atom)
{
  g_autofree char *current = g_strdup (self->current);
  MftBlock *block = mft_agreement_get_block (self->agreement, current);
  guint offset = _mft_sync_cursor_offset (self);
  g_autoptr (GError) error = NULL;

  if (block == NULL || atom == NULL)
    _mft_sync_deny (MFT_AGREEMENT_ERROR_STRUCTURE, &error);
  else
    {
      /* Inside a step, so that the next letter typed does not join it. */
      mft_edit_begin (self->agreement);
      mft_edit_text (self->agreement, block, offset, offset, atom, &error);
      mft_edit_end (self->agreement);
      mft_sync_go_to (self, current, offset + 1);
    }
  if (error != NULL)
    _mft_sync_refuse (self, error);
}

void
mft_sync_insert_reference (MftSync *self, const char *id)
{
  MftBlock *block = mft_agreement_get_block (self->agreement, self->current);
  MftBlock *target = mft_agreement_get_block (self->agreement, id);
  g_autoptr (MftText) atom
      = block != NULL && target != NULL
            ? mft_text_new_atom (MFT_RUN_REFERENCE, id, (int) form_for (block, target), 0)
            : NULL;

  insert_atom (self, atom);
}

void
mft_sync_insert_field (MftSync *self, const char *id)
{
  const MftField *field = mft_agreement_get_field (self->agreement, id);
  g_autoptr (MftText) atom = field != NULL ? mft_field_new_atom (field) : NULL;

  insert_atom (self, atom);
}
