/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/clause.h"

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "template/passages.h"
#include "template/saying-private.h"

/* The block at or above that says which clause it is of. */
static MftBlock *
find_holder (MftBlock *block)
{
  while (block != NULL && mft_block_get_clause (block) == NULL)
    block = mft_block_get_parent (block);
  return block;
}

const char *
mft_clause_of_block (MftBlock *block, const char **form)
{
  MftBlock *holder = find_holder (block);

  if (form != NULL)
    *form = holder != NULL ? mft_block_get_alternative (holder) : NULL;
  return holder != NULL ? mft_block_get_clause (holder) : NULL;
}

typedef struct
{
  MftSaying saying;
  MftBlock *pasal;
  char *old;        /* the clause that goes; often the one that comes, in another wording */
  GHashTable *gone; /* ids of its blocks */
} Swap;

/* Units that both wordings name keep their ids. */
static void
keep_ids (Swap *self)
{
  MftSaying *saying = &self->saying;

  for (guint i = 0; i < saying->form->passages->len; i++)
    {
      const MftPassage *passage = g_ptr_array_index (saying->form->passages, i);
      if (passage->label == NULL)
        continue;
      g_autofree char *place = g_strconcat (self->old, "#", passage->label, NULL);
      MftBlock *block = g_hash_table_lookup (saying->draft->places, place);
      if (block != NULL && mft_block_get_kind (block) != MFT_BLOCK_PASAL)
        mft_passages_keep_id (saying->draft, saying->unit, saying->form, i,
                              mft_block_get_id (block));
    }
}

/* What the old clause says in its Pasal goes; returns where it began. */
static guint
take_out (Swap *self)
{
  guint first = mft_block_n_children (self->pasal);

  for (guint i = mft_block_n_children (self->pasal); i > 0; i--)
    {
      MftBlock *child = mft_block_get_child (self->pasal, i - 1);
      if (!_mft_saying_is_of (child, self->old))
        continue;
      first = i - 1;
      for (MftBlock *at = child; at != NULL; at = mft_block_next (at, child))
        {
          g_hash_table_remove (self->saying.draft->ids, mft_block_get_id (at));
          g_hash_table_add (self->gone, g_strdup (mft_block_get_id (at)));
        }
      mft_edit_remove (self->saying.agreement, child, NULL);
    }
  return first;
}

static gboolean
stands_alone (const Swap *self)
{
  for (guint i = 0; i < mft_block_n_children (self->pasal); i++)
    if (!_mft_saying_is_of (mft_block_get_child (self->pasal, i), self->old))
      return FALSE;
  return _mft_saying_is_of (self->pasal, self->old);
}

/* A heading that was written for this agreement stays; the library's own follows the wording. */
static gboolean
has_library_heading (const Swap *self)
{
  const MftUnit *unit = mft_clause_library_get (self->saying.clauses, self->old);
  g_autofree char *heading = mft_shown_text (self->saying.agreement, self->pasal);

  for (guint i = 0; unit != NULL && i < unit->forms->len; i++)
    if (g_strcmp0 (mft_wording_get_value (unit->forms->pdata[i], unit, "heading"), heading) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
swap (Swap *self, GError **error)
{
  MftSaying *saying = &self->saying;
  MftAgreement *agreement = saying->agreement;
  gboolean alone = stands_alone (self);
  guint index;
  MftBlock *said;

  keep_ids (self);
  g_hash_table_insert (saying->draft->places, g_strdup (saying->unit->id), self->pasal);
  index = take_out (self);
  said = _mft_saying_say (saying, !alone, error);
  if (said == NULL || !_mft_saying_take_over (agreement, said, self->pasal, index, error))
    return FALSE;
  if (alone && has_library_heading (self)
      && mft_wording_get_value (saying->form, saying->unit, "heading") != NULL)
    mft_edit_text (agreement, self->pasal, 0, G_MAXUINT, mft_block_get_text (said), NULL);
  if (_mft_saying_is_of (self->pasal, self->old))
    mft_edit_clause (agreement, self->pasal, saying->unit->id, saying->form->id);
  _mft_saying_add_fields (saying);
  mft_clause_keep (agreement, saying->clauses, saying->unit->id);
  return _mft_saying_add_attachments (saying, error);
}

static gboolean
refers_to_one (MftBlock *block, GHashTable *ids)
{
  MftText *text = mft_block_get_text (block);

  for (guint i = 0; i < mft_text_n_runs (text); i++)
    {
      const MftRun *run = mft_text_get_run (text, i);
      if (run->kind == MFT_RUN_REFERENCE && g_hash_table_contains (ids, run->value))
        return TRUE;
    }
  return FALSE;
}

/* The blocks that still refer to what is gone for good. */
static GPtrArray *
list_losing (Swap *self)
{
  MftAgreement *agreement = self->saying.agreement;
  MftBlock *root = mft_agreement_get_root (agreement);
  GPtrArray *losing = g_ptr_array_new ();
  GHashTableIter ids;
  gpointer id;

  g_hash_table_iter_init (&ids, self->gone);
  while (g_hash_table_iter_next (&ids, &id, NULL))
    if (mft_agreement_get_block (agreement, id) != NULL)
      g_hash_table_iter_remove (&ids);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    if (refers_to_one (at, self->gone))
      g_ptr_array_add (losing, at);
  return losing;
}

/* A clause may be said in its other wordings, and as one that stands for it. */
static gboolean
may_stand (const MftClauseLibrary *library, const char *old, const char *id)
{
  const MftUnit *unit = mft_clause_library_get (library, old);
  g_autoptr (GPtrArray) others = NULL;

  if (g_str_equal (old, id))
    return TRUE;
  others = unit != NULL ? mft_clause_library_list_stand_ins (library, unit) : g_ptr_array_new ();
  return g_ptr_array_find (others, mft_clause_library_get (library, id), NULL);
}

gboolean
mft_clause_swap (MftAgreement *agreement, const MftClauseLibrary *library, MftBlock *block,
                 const char *given_id, const char *form, GPtrArray **losing, GError **error)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *old = g_strdup (mft_clause_of_block (block, NULL));
  g_autofree char *id = g_strdup (given_id != NULL ? given_id : old);
  Swap self
      = { .old = old, .gone = gone, .pasal = mft_block_get_ancestor (block, MFT_BLOCK_PASAL) };
  guint64 revision = mft_agreement_get_revision (agreement);
  gboolean done = FALSE;

  if (old == NULL || self.pasal == NULL || !may_stand (library, old, id))
    return _mft_saying_refuse_unknown (error, "clause in", mft_block_get_id (block));
  mft_edit_begin (agreement);
  if (_mft_saying_start (&self.saying, agreement, library, id, form, error))
    {
      g_autoptr (GPtrArray) needs = _mft_saying_list_needs (&self.saying);
      done = needs->len == 0 || _mft_saying_refuse_unknown (error, "clause", needs->pdata[0]);
      done = done && swap (&self, error);
    }
  if (done && losing != NULL)
    *losing = list_losing (&self);
  _mft_saying_end (&self.saying);
  _mft_saying_end_step (agreement, revision, done);
  return done;
}
