/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/clause.h"

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "template/draft-parts.h"
#include "template/error.h"
#include "template/passages.h"
#include "template/term.h"

/* Clauses that bring in clauses that bring in others. */
#define NEEDS_DEPTH_MOST 8

/* A clause being said for an agreement: its blocks stand in `draft` until they go in. */
typedef struct
{
  MftAgreement *agreement;
  const MftClauseLibrary *clauses;
  MftTemplate template; /* the agreement's, with its name and number of parties */
  MftValues *values;
  MftPlan *plan;
  MftDraft *draft;
  const MftUnit *unit;
  MftWording *form;
} Saying;

static gboolean
unknown (GError **error, const char *what, const char *id)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN, "there is no %s \"%s\"", what,
               id);
  return FALSE;
}

static gboolean
is_of (MftBlock *block, const char *id)
{
  return g_strcmp0 (mft_block_get_clause (block), id) == 0;
}

/* The article on definitions. */
#define DEFINITIONS "K-1"

static gboolean
has_definitions (MftAgreement *agreement)
{
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (guint i = 0; i < mft_block_n_children (body); i++)
    if (is_of (mft_block_get_child (body, i), DEFINITIONS))
      return TRUE;
  return FALSE;
}

/* The definition as the article has it now, to be said again; NULL for a term defined elsewhere. */
static GPtrArray *
definition_in (Saying *self, MftBlock *block)
{
  MftBlock *pasal = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
  g_autofree char *shown = NULL;
  GPtrArray *tokens;

  if (pasal == NULL || !is_of (pasal, DEFINITIONS))
    return NULL;
  shown = mft_shown_text (self->agreement, block);
  tokens = mft_tokens_parse (g_strdelimit (shown, "{}*", ' '), NULL);
  return tokens != NULL ? mft_draft_keep (self->draft, tokens) : NULL;
}

/* What the agreement defines are the terms, whatever its template would define. */
static void
take_own_terms (Saying *self)
{
  MftBlock *root = mft_agreement_get_root (self->agreement);
  MftDraft *draft = self->draft;

  if (g_str_equal (self->unit->id, DEFINITIONS) && !has_definitions (self->agreement))
    return;
  g_ptr_array_set_size (draft->terms, 0);
  g_ptr_array_unref (draft->undefined);
  draft->undefined = mft_terms_list_undefined (self->plan, draft->terms);
  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (at)); i++)
      {
        const MftRun *run = mft_text_get_run (mft_block_get_text (at), i);
        MftTerm *term;
        guint index;
        if (run->kind != MFT_RUN_TEXT || (run->style & MFT_STYLE_DEFINITION) == 0)
          continue;
        term = g_new0 (MftTerm, 1);
        term->words = g_strdup (run->value);
        term->tokens = definition_in (self, at);
        g_ptr_array_add (draft->terms, term);
        if (g_ptr_array_find_with_equal_func (draft->undefined, term->words, g_str_equal, &index))
          g_ptr_array_remove_index (draft->undefined, index);
      }
}

/* A unit of the agreement that a clause's passage became; its Pasal if that line is gone. */
static void
name_passages (Saying *self, const MftUnit *unit, MftBlock *pasal)
{
  for (guint f = 0; f < unit->forms->len; f++)
    {
      const MftWording *form = g_ptr_array_index (unit->forms, f);
      for (guint i = 0; i < form->passages->len; i++)
        {
          const MftPassage *passage = g_ptr_array_index (form->passages, i);
          if (passage->label == NULL)
            continue;
          g_autofree char *id = mft_passages_dup_id (self->draft, unit, form, i);
          char *place = g_strconcat (unit->id, "#", passage->label, NULL);
          MftBlock *block = mft_agreement_get_block (self->agreement, id);
          MftBlock *known = g_hash_table_lookup (self->draft->places, place);
          if (known == NULL || known == pasal)
            g_hash_table_insert (self->draft->places, place, block != NULL ? block : pasal);
          else
            g_free (place);
        }
    }
}

/* Where the clauses and attachments of the agreement are, for references to them. */
static void
name_places (Saying *self)
{
  MftBlock *root = mft_agreement_get_root (self->agreement);
  GHashTable *places = self->draft->places;

  for (MftBlock *at = root; at != NULL; at = mft_block_next (at, root))
    {
      const char *id = mft_block_get_clause (at);
      MftBlock *holder = mft_block_get_ancestor (at, MFT_BLOCK_PASAL);
      const MftUnit *unit = id != NULL ? mft_clause_library_get (self->clauses, id) : NULL;

      g_hash_table_add (self->draft->ids, g_strdup (mft_block_get_id (at)));
      holder = holder != NULL ? holder : mft_block_get_ancestor (at, MFT_BLOCK_ATTACHMENT);
      if (unit == NULL || holder == NULL || g_hash_table_contains (places, id))
        continue;
      g_hash_table_insert (places, g_strdup (id), holder);
      name_passages (self, unit, holder);
    }
}

static void
end_saying (Saying *self)
{
  g_clear_pointer (&self->draft, mft_draft_free);
  g_clear_pointer (&self->plan, mft_plan_free);
  g_clear_pointer (&self->values, mft_values_free);
}

static gboolean
start_saying (Saying *self, MftAgreement *agreement, const MftClauseLibrary *library,
              const char *id, const char *form, GError **error)
{
  g_autoptr (GHashTable) no_choices = g_hash_table_new (g_str_hash, g_str_equal);
  const MftTemplate *template = mft_template_get (mft_agreement_get_setting (agreement, "templat"));

  *self = (Saying){ .agreement = agreement, .clauses = library };
  self->unit = mft_clause_library_get (library, id);
  if (self->unit == NULL)
    return unknown (error, "clause", id);
  self->form = mft_unit_get_wording (self->unit, form);
  if (self->form == NULL)
    return unknown (error, "alternative", form);
  self->template = template != NULL ? *template : *mft_templates ()[0];
  self->values = mft_values_new ();
  self->plan = mft_plan_new (&self->template, no_choices, self->values, error);
  if (self->plan == NULL)
    return FALSE;
  self->template.document = mft_agreement_get_setting (agreement, "naskah");
  self->template.clauses = library;
  g_ptr_array_unref (self->plan->attachments);
  self->plan->attachments = g_ptr_array_new ();
  self->draft = mft_draft_new (self->plan);
  take_own_terms (self);
  name_places (self);
  return TRUE;
}

/* The clauses that the words refer to and that the agreement has not. An array of char *. */
static GPtrArray *
list_needs (Saying *self)
{
  GPtrArray *needs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->form->passages->len; i++)
    {
      GPtrArray *tokens = mft_passage_get_tokens (self->form->passages->pdata[i]);
      for (guint t = 0; t < tokens->len; t++)
        {
          const MftToken *token = g_ptr_array_index (tokens, t);
          if (token->kind == MFT_TOKEN_REFERENCE && token->points == MFT_POINTER_PASAL
              && token->unit != NULL && !g_str_equal (token->unit, self->unit->id)
              && !g_hash_table_contains (self->draft->places, token->unit)
              && !g_ptr_array_find_with_equal_func (needs, token->unit, g_str_equal, NULL))
            g_ptr_array_add (needs, g_strdup (token->unit));
        }
    }
  return needs;
}

static void
add_fields (Saying *self)
{
  for (guint i = 0; i < self->draft->fields->len; i++)
    {
      const char *id = g_ptr_array_index (self->draft->fields, i);
      if (mft_agreement_get_field (self->agreement, id) != NULL)
        continue;
      MftField *field = mft_values_new_field (id);
      g_autofree char *initial = mft_plan_dup_initial (self->plan, id);
      if (field == NULL)
        field = mft_field_new (id, MFT_FIELD_TEXT, TRUE, id, NULL);
      g_autofree char *value = initial != NULL ? mft_field_parse (field, initial, NULL) : NULL;
      mft_field_set_default (field, value);
      mft_field_set_value (field, value);
      mft_edit_add_field (self->agreement, field);
    }
}

static gboolean
add_attachments (Saying *self, GError **error)
{
  MftBlock *root = mft_agreement_get_root (self->agreement);

  for (guint i = 0; i < mft_block_n_children (self->draft->root); i++)
    {
      MftBlock *block = mft_block_get_child (self->draft->root, i);
      if (mft_block_get_kind (block) == MFT_BLOCK_ATTACHMENT
          && !mft_edit_insert (self->agreement, root, mft_block_n_children (root),
                               mft_block_copy (block), error))
        return FALSE;
    }
  return TRUE;
}

/* The clause as the children of a Pasal in the draft, with their words. */
static MftBlock *
say (Saying *self, gboolean as_ayat, GError **error)
{
  const MftPassageManner manner = { .as_ayat = as_ayat };
  MftDraft *draft = self->draft;
  g_autofree char *place = g_strconcat ("pasal/", self->unit->id, NULL);
  MftBlock *body = mft_draft_append (draft, draft->root, MFT_BLOCK_BODY, "part/klausul");
  MftBlock *pasal = mft_draft_append (draft, body, MFT_BLOCK_PASAL, place);
  const char *heading = mft_wording_get_value (self->form, self->unit, "heading");
  g_autoptr (MftText) text
      = mft_text_new (heading != NULL ? heading : self->unit->title, MFT_STYLE_PLAIN);

  if (!g_hash_table_contains (draft->places, self->unit->id))
    g_hash_table_insert (draft->places, g_strdup (self->unit->id), pasal);
  mft_block_set_text (pasal, text);
  mft_block_set_clause (pasal, self->unit->id, self->form->id);
  mft_passages_append (draft, pasal, self->unit, self->form, 0, &manner);
  mft_draft_add_attachments (draft);
  return mft_draft_write (draft, error) ? pasal : NULL;
}

/* Copies the children of `from` into `to`, from `index` on. */
static gboolean
take_over (MftAgreement *agreement, MftBlock *from, MftBlock *to, guint index, GError **error)
{
  for (guint i = 0; i < mft_block_n_children (from); i++)
    if (!mft_edit_insert (agreement, to, index + i, mft_block_copy (mft_block_get_child (from, i)),
                          error))
      return FALSE;
  return TRUE;
}

static MftBlock *
put_in (Saying *self, MftClausePlace place, MftBlock *at, GError **error)
{
  MftBlock *body = mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY);
  MftBlock *pasal = at != NULL ? mft_block_get_ancestor (at, MFT_BLOCK_PASAL) : NULL;
  MftBlock *said = say (self, place == MFT_CLAUSE_AS_AYAT, error);
  guint index;

  if (said == NULL)
    return NULL;
  if (place == MFT_CLAUSE_AS_AYAT && pasal != NULL)
    {
      while (at != pasal && mft_block_get_parent (at) != pasal)
        at = mft_block_get_parent (at);
      index = at != pasal ? mft_block_get_index (at) + 1 : mft_block_n_children (pasal);
      return take_over (self->agreement, said, pasal, index, error) ? pasal : NULL;
    }
  index = pasal != NULL ? mft_block_get_index (pasal) + 1 : mft_block_n_children (body);
  MftBlock *added = mft_block_copy (said);
  return mft_edit_insert (self->agreement, body, index, added, error) ? added : NULL;
}

static MftBlock *
insert (MftAgreement *agreement, const MftClauseLibrary *library, const char *id, const char *form,
        MftClausePlace place, MftBlock *at, guint depth, GError **error)
{
  Saying self;
  MftBlock *pasal = NULL;

  if (start_saying (&self, agreement, library, id, form, error))
    {
      g_autoptr (GPtrArray) needs = list_needs (&self);
      MftBlock *behind = at;
      gboolean ready = depth < NEEDS_DEPTH_MOST || unknown (error, "end of clauses for", id);
      for (guint i = 0; ready && i < needs->len; i++)
        {
          behind = insert (agreement, library, needs->pdata[i], NULL, MFT_CLAUSE_AS_PASAL, behind,
                           depth + 1, error);
          ready = behind != NULL;
        }
      if (needs->len > 0 && ready)
        {
          end_saying (&self);
          ready = start_saying (&self, agreement, library, id, form, error);
        }
      if (ready)
        pasal = put_in (&self, place, place == MFT_CLAUSE_AS_AYAT ? at : behind, error);
      if (pasal != NULL && !add_attachments (&self, error))
        pasal = NULL;
      if (pasal != NULL)
        {
          add_fields (&self);
          mft_clause_keep (agreement, library, id);
        }
    }
  end_saying (&self);
  return pasal;
}

/* Ends the step; what failed half-way is taken back. */
static void
end_step (MftAgreement *agreement, guint64 revision, gboolean done)
{
  mft_edit_end (agreement);
  if (!done && mft_agreement_get_revision (agreement) != revision)
    mft_agreement_undo (agreement);
}

MftBlock *
mft_clause_insert (MftAgreement *agreement, const MftClauseLibrary *library, const char *id,
                   const char *form, MftClausePlace place, MftBlock *at, GError **error)
{
  guint64 revision = mft_agreement_get_revision (agreement);
  MftBlock *pasal;

  mft_edit_begin (agreement);
  pasal = insert (agreement, library, id, form, place, at, 0, error);
  end_step (agreement, revision, pasal != NULL);
  return pasal;
}

/* Another of the same kind may stand there already. */
static gboolean
say_attachment (Saying *self, GError **error)
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
  Saying self;
  gboolean done;

  mft_edit_begin (agreement);
  done = start_saying (&self, agreement, library, id, NULL, error) && say_attachment (&self, error)
         && add_attachments (&self, error);
  if (done)
    add_fields (&self);
  end_saying (&self);
  end_step (agreement, revision, done);
  return done ? mft_block_get_child (root, mft_block_n_children (root) - 1) : NULL;
}

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

/* Units that the old wording named keep their ids in the new one. */
static void
keep_ids (Saying *self)
{
  for (guint i = 0; i < self->form->passages->len; i++)
    {
      const MftPassage *passage = g_ptr_array_index (self->form->passages, i);
      if (passage->label == NULL)
        continue;
      g_autofree char *place = g_strconcat (self->unit->id, "#", passage->label, NULL);
      MftBlock *block = g_hash_table_lookup (self->draft->places, place);
      if (block != NULL && mft_block_get_kind (block) != MFT_BLOCK_PASAL)
        mft_passages_keep_id (self->draft, self->unit, self->form, i, mft_block_get_id (block));
    }
}

/* What the clause says in its Pasal goes; returns where it began. */
static guint
take_out (MftAgreement *agreement, MftBlock *pasal, const char *id, GHashTable *ids)
{
  guint first = mft_block_n_children (pasal);

  for (guint i = mft_block_n_children (pasal); i > 0; i--)
    {
      MftBlock *child = mft_block_get_child (pasal, i - 1);
      if (!is_of (child, id))
        continue;
      first = i - 1;
      for (MftBlock *at = child; at != NULL; at = mft_block_next (at, child))
        g_hash_table_remove (ids, mft_block_get_id (at));
      mft_edit_remove (agreement, child, NULL);
    }
  return first;
}

static gboolean
stands_alone (MftBlock *pasal, const char *id)
{
  for (guint i = 0; i < mft_block_n_children (pasal); i++)
    if (!is_of (mft_block_get_child (pasal, i), id))
      return FALSE;
  return is_of (pasal, id);
}

static gboolean
swap (Saying *self, MftBlock *pasal, GError **error)
{
  MftAgreement *agreement = self->agreement;
  const char *id = self->unit->id;
  gboolean alone = stands_alone (pasal, id);
  guint index;
  MftBlock *said;

  keep_ids (self);
  index = take_out (agreement, pasal, id, self->draft->ids);
  said = say (self, !alone, error);
  if (said == NULL || !take_over (agreement, said, pasal, index, error))
    return FALSE;
  if (is_of (pasal, id))
    mft_edit_clause (agreement, pasal, id, self->form->id);
  if (alone && mft_wording_get_value (self->form, self->unit, "heading") != NULL)
    mft_edit_text (agreement, pasal, 0, G_MAXUINT, mft_block_get_text (said), NULL);
  add_fields (self);
  mft_clause_keep (agreement, self->clauses, id);
  return add_attachments (self, error);
}

gboolean
mft_clause_swap (MftAgreement *agreement, const MftClauseLibrary *library, MftBlock *block,
                 const char *form, GError **error)
{
  const char *id = mft_clause_of_block (block, NULL);
  MftBlock *pasal = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
  g_autofree char *kept = g_strdup (id);
  guint64 revision = mft_agreement_get_revision (agreement);
  Saying self;
  gboolean done = FALSE;

  if (id == NULL || pasal == NULL)
    return unknown (error, "clause in", mft_block_get_id (block));
  mft_edit_begin (agreement);
  if (start_saying (&self, agreement, library, kept, form, error))
    {
      g_autoptr (GPtrArray) needs = list_needs (&self);
      done = needs->len == 0 || unknown (error, "clause", needs->pdata[0]);
      done = done && swap (&self, pasal, error);
    }
  end_saying (&self);
  end_step (agreement, revision, done);
  return done;
}

#define AUTHORITIES "B-komparisi"

static MftBlock *
find_person (MftAgreement *agreement, guint party)
{
  MftBlock *part = mft_agreement_get_part (agreement, MFT_BLOCK_KOMPARISI);

  for (guint i = 0; part != NULL && i < mft_block_n_children (part); i++)
    {
      MftBlock *block = mft_block_get_child (part, i);
      if (mft_block_get_kind (block) == MFT_BLOCK_PERSON && mft_block_get_party (block) == party)
        return block;
    }
  return NULL;
}

const MftUnit *
mft_clause_get_authorities (MftAgreement *agreement, const MftClauseLibrary *library, guint party,
                            const char **form)
{
  MftBlock *person = find_person (agreement, party);

  if (form != NULL)
    *form
        = person != NULL && is_of (person, AUTHORITIES) ? mft_block_get_alternative (person) : NULL;
  return mft_clause_library_get (library, AUTHORITIES);
}

gboolean
mft_clause_set_authority (MftAgreement *agreement, const MftClauseLibrary *library, guint party,
                          const char *form, GError **error)
{
  MftBlock *person = find_person (agreement, party);
  guint64 revision = mft_agreement_get_revision (agreement);
  gboolean done = FALSE;
  Saying self;

  if (person == NULL)
    return unknown (error, "person of party", form);
  mft_edit_begin (agreement);
  if (start_saying (&self, agreement, library, AUTHORITIES, form, error))
    {
      MftBlock *said
          = mft_draft_append (self.draft, self.draft->root, MFT_BLOCK_PERSON, "komparisi/orang");
      mft_draft_say (self.draft, said, mft_passage_get_tokens (self.form->passages->pdata[0]),
                     self.unit, party);
      done = mft_draft_write (self.draft, error)
             && mft_edit_text (agreement, person, 0, G_MAXUINT, mft_block_get_text (said), error);
      if (done)
        {
          add_fields (&self);
          mft_edit_clause (agreement, person, AUTHORITIES, self.form->id);
        }
    }
  end_saying (&self);
  end_step (agreement, revision, done);
  return done;
}
