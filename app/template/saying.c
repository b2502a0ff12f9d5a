/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/saying-private.h"

#include "agreement/edit.h"
#include "agreement/shown.h"
#include "template/draft-parts.h"
#include "template/error.h"
#include "template/passages.h"
#include "template/term.h"

gboolean
_mft_saying_refuse_unknown (GError **error, const char *what, const char *id)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN, "there is no %s '%s'", what,
               id);
  return FALSE;
}

gboolean
_mft_saying_is_of (MftBlock *block, const char *id)
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
    if (_mft_saying_is_of (mft_block_get_child (body, i), DEFINITIONS))
      return TRUE;
  return FALSE;
}

/* The definition as the article has it now, to be said again; NULL for a term defined elsewhere. */
static GPtrArray *
definition_in (MftSaying *self, MftBlock *block)
{
  MftBlock *pasal = mft_block_get_ancestor (block, MFT_BLOCK_PASAL);
  g_autofree char *shown = NULL;
  GPtrArray *tokens;

  if (pasal == NULL || !_mft_saying_is_of (pasal, DEFINITIONS))
    return NULL;
  shown = mft_shown_text (self->agreement, block);
  tokens = mft_tokens_parse (g_strdelimit (shown, "{}*", ' '), NULL);
  return tokens != NULL ? mft_draft_keep (self->draft, tokens) : NULL;
}

/* What the agreement defines are the terms, whatever its template would define. */
static void
take_own_terms (MftSaying *self)
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
name_passages (MftSaying *self, const MftUnit *unit, MftBlock *pasal)
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
name_places (MftSaying *self)
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

void
_mft_saying_end (MftSaying *self)
{
  g_clear_pointer (&self->draft, mft_draft_free);
  g_clear_pointer (&self->plan, mft_plan_free);
  g_clear_pointer (&self->values, mft_values_free);
}

gboolean
_mft_saying_start (MftSaying *self, MftAgreement *agreement, const MftClauseLibrary *library,
                   const char *id, const char *form, GError **error)
{
  g_autoptr (GHashTable) no_choices = g_hash_table_new (g_str_hash, g_str_equal);
  const MftTemplate *template = mft_template_get (mft_agreement_get_setting (agreement, "templat"));

  *self = (MftSaying){ .agreement = agreement, .clauses = library };
  self->unit = mft_clause_library_get (library, id);
  if (self->unit == NULL)
    return _mft_saying_refuse_unknown (error, "clause", id);
  self->form = mft_unit_get_wording (self->unit, form);
  if (self->form == NULL)
    return _mft_saying_refuse_unknown (error, "alternative", form);
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
GPtrArray *
_mft_saying_list_needs (MftSaying *self)
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

void
_mft_saying_add_fields (MftSaying *self)
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

gboolean
_mft_saying_add_attachments (MftSaying *self, GError **error)
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
MftBlock *
_mft_saying_say (MftSaying *self, gboolean as_ayat, GError **error)
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
gboolean
_mft_saying_take_over (MftAgreement *agreement, MftBlock *from, MftBlock *to, guint index,
                       GError **error)
{
  for (guint i = 0; i < mft_block_n_children (from); i++)
    if (!mft_edit_insert (agreement, to, index + i, mft_block_copy (mft_block_get_child (from, i)),
                          error))
      return FALSE;
  return TRUE;
}

/* Ends the step; what failed half-way is taken back. */
void
_mft_saying_end_step (MftAgreement *agreement, guint64 revision, gboolean done)
{
  mft_edit_end (agreement);
  if (!done && mft_agreement_get_revision (agreement) != revision)
    mft_agreement_undo (agreement);
}
