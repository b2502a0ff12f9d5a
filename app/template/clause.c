/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/clause.h"

#include "agreement/edit.h"
#include "template/draft-parts.h"
#include "template/saying-private.h"

/* Clauses that bring in clauses that bring in others. */
#define NEEDS_DEPTH_MOST 8

static MftBlock *
put_in (MftSaying *self, MftClausePlace place, MftBlock *at, GError **error)
{
  MftBlock *body = mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY);
  MftBlock *pasal = at != NULL ? mft_block_get_ancestor (at, MFT_BLOCK_PASAL) : NULL;
  MftBlock *said = _mft_saying_say (self, place == MFT_CLAUSE_AS_AYAT, error);
  guint index;

  if (said == NULL)
    return NULL;
  if (place == MFT_CLAUSE_AS_AYAT && pasal != NULL)
    {
      while (at != pasal && mft_block_get_parent (at) != pasal)
        at = mft_block_get_parent (at);
      index = at != pasal ? mft_block_get_index (at) + 1 : mft_block_n_children (pasal);
      return _mft_saying_take_over (self->agreement, said, pasal, index, error) ? pasal : NULL;
    }
  index = pasal != NULL ? mft_block_get_index (pasal) + 1 : mft_block_n_children (body);
  MftBlock *added = mft_block_copy (said);
  return mft_edit_insert (self->agreement, body, index, added, error) ? added : NULL;
}

static MftBlock *
insert (MftAgreement *agreement, const MftClauseLibrary *library, const char *id, const char *form,
        MftClausePlace place, MftBlock *at, guint depth, GError **error)
{
  MftSaying self;
  MftBlock *pasal = NULL;

  if (_mft_saying_start (&self, agreement, library, id, form, error))
    {
      g_autoptr (GPtrArray) needs = _mft_saying_list_needs (&self);
      MftBlock *behind = at;
      gboolean ready = depth < NEEDS_DEPTH_MOST
                       || _mft_saying_refuse_unknown (error, "end of clauses for", id);
      for (guint i = 0; ready && i < needs->len; i++)
        {
          behind = insert (agreement, library, needs->pdata[i], NULL, MFT_CLAUSE_AS_PASAL, behind,
                           depth + 1, error);
          ready = behind != NULL;
        }
      if (needs->len > 0 && ready)
        {
          _mft_saying_end (&self);
          ready = _mft_saying_start (&self, agreement, library, id, form, error);
        }
      if (ready)
        pasal = put_in (&self, place, place == MFT_CLAUSE_AS_AYAT ? at : behind, error);
      if (pasal != NULL && !_mft_saying_add_attachments (&self, error))
        pasal = NULL;
      if (pasal != NULL)
        {
          _mft_saying_add_fields (&self);
          mft_clause_keep (agreement, library, id);
        }
    }
  _mft_saying_end (&self);
  return pasal;
}

MftBlock *
mft_clause_insert (MftAgreement *agreement, const MftClauseLibrary *library, const char *id,
                   const char *form, MftClausePlace place, MftBlock *at, GError **error)
{
  guint64 revision = mft_agreement_get_revision (agreement);
  MftBlock *pasal;

  mft_edit_begin (agreement);
  pasal = insert (agreement, library, id, form, place, at, 0, error);
  _mft_saying_end_step (agreement, revision, pasal != NULL);
  return pasal;
}

/* Another of the same kind may stand there already. */
static gboolean
say_attachment (MftSaying *self, GError **error)
{
  g_hash_table_remove (self->draft->places, self->unit->id);
  g_ptr_array_unref (self->plan->attachments);
  self->plan->attachments = mft_uses_parse (self->clauses, NULL, self->unit->id, ",", error);
  if (self->plan->attachments == NULL)
    return FALSE;
  g_hash_table_insert (self->plan->forms, (gpointer) self->unit, self->form);
  mft_draft_add_attachments (self->draft);
  return mft_draft_write (self->draft, error);
}

MftBlock *
mft_clause_insert_attachment (MftAgreement *agreement, const MftClauseLibrary *library,
                              const char *id, GError **error)
{
  MftBlock *root = mft_agreement_get_root (agreement);
  guint64 revision = mft_agreement_get_revision (agreement);
  MftSaying self;
  gboolean done;

  mft_edit_begin (agreement);
  done = _mft_saying_start (&self, agreement, library, id, NULL, error)
         && say_attachment (&self, error) && _mft_saying_add_attachments (&self, error);
  if (done)
    _mft_saying_add_fields (&self);
  _mft_saying_end (&self);
  _mft_saying_end_step (agreement, revision, done);
  return done ? mft_block_get_child (root, mft_block_n_children (root) - 1) : NULL;
}
