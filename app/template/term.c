/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/term.h"

#include <string.h>

void
mft_term_free (MftTerm *term)
{
  g_free (term->words);
  g_free (term);
}

static char *
without_stars (const char *title)
{
  char *words = g_strdup (title);
  char *to = words;

  for (const char *from = title; *from != '\0'; from++)
    if (*from != '*')
      *to++ = *from;
  *to = '\0';
  return words;
}

gboolean
mft_term_find_definition (const char *words, gsize *start, gsize *end)
{
  static const char *const phrases[] = { "selanjutnya disebut ", "selanjutnya disingkat " };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *found = strstr (words, phrases[i]);
      if (found == NULL)
        continue;
      const char *term = found + strlen (phrases[i]);
      const char *adalah = strstr (term, " adalah ");
      gsize size = strcspn (term, ",.;:");
      if (adalah != NULL)
        size = MIN (size, (gsize) (adalah - term));
      *start = (gsize) (term - words);
      *end = *start + size;
      return size > 0;
    }
  return FALSE;
}

/* "Rencana Kerja" in a clause that says "yang selanjutnya disebut Rencana Kerja". */
static gboolean
defines_in_place (const MftWording *form, const char *term)
{
  for (guint i = 0; i < form->passages->len; i++)
    {
      GPtrArray *tokens = mft_passage_get_tokens (form->passages->pdata[i]);
      for (guint t = 0; t < tokens->len; t++)
        {
          const MftToken *token = g_ptr_array_index (tokens, t);
          gsize start, end;
          if (token->kind == MFT_TOKEN_TEXT && mft_term_find_definition (token->text, &start, &end)
              && end - start == strlen (term)
              && strncmp (token->text + start, term, end - start) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_defined_in_place (const MftPlan *plan, const char *term)
{
  GHashTableIter iter;
  gpointer form;

  g_hash_table_iter_init (&iter, plan->forms);
  while (g_hash_table_iter_next (&iter, NULL, &form))
    if (defines_in_place (form, term))
      return TRUE;
  return FALSE;
}

static gboolean
holds_unit (GPtrArray *terms, const MftUnit *unit)
{
  for (guint i = 0; i < terms->len; i++)
    if (((MftTerm *) terms->pdata[i])->unit == unit)
      return TRUE;
  return FALSE;
}

static void
add_unit (GPtrArray *terms, const MftUnit *unit)
{
  if (holds_unit (terms, unit))
    return;
  MftTerm *term = g_new0 (MftTerm, 1);
  MftWording *form = g_ptr_array_index (unit->forms, 0);
  term->words = without_stars (unit->title);
  term->unit = unit;
  term->tokens = mft_passage_get_tokens (form->passages->pdata[0]);
  g_ptr_array_add (terms, term);
}

/* "D-balai", or "D-osd?" where the choice "D-osd" decides. */
static void
add_named (const MftPlan *plan, GPtrArray *terms, const char *given)
{
  g_autofree char *id = g_strndup (given, strcspn (given, "?"));
  MftUnit *unit = mft_clause_library_get (plan->template->clauses, id);
  const char *choice = mft_plan_get_choice (plan, id);

  if (unit != NULL && (choice == NULL || g_str_equal (choice, MFT_CHOICE_ON)))
    add_unit (terms, unit);
}

static MftUnit *
find_by_title (GPtrArray *units, const char *title)
{
  for (guint i = 0; i < units->len; i++)
    {
      MftUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *words = without_stars (unit->title);
      if (g_str_equal (words, title))
        return unit;
    }
  return NULL;
}

static void
add_asked_by (const MftPlan *plan, GPtrArray *terms, GPtrArray *units, const MftUse *use)
{
  MftWording *form = mft_plan_get_wording (plan, use->unit);
  const char *value = form != NULL ? mft_wording_get_value (form, use->unit, "istilah") : NULL;
  g_auto (GStrv) titles = mft_split_list (value != NULL ? value : "", ";");

  for (guint i = 0; titles[i] != NULL; i++)
    {
      MftUnit *unit = find_by_title (units, titles[i]);
      if (unit != NULL && !is_defined_in_place (plan, titles[i]))
        add_unit (terms, unit);
    }
}

static gboolean
is_word_at (const char *words, const char *at, gsize size)
{
  gunichar before = at > words ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  return !g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (at + size));
}

static gboolean
uses_term (GPtrArray *tokens, const char *term)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const MftToken *token = g_ptr_array_index (tokens, i);
      const char *found = token->kind == MFT_TOKEN_TEXT ? strstr (token->text, term) : NULL;
      if (found != NULL && is_word_at (token->text, found, strlen (term)))
        return TRUE;
    }
  return FALSE;
}

/* A definition that uses a term of ours brings it in, and so on. */
static void
add_used (GPtrArray *terms, GPtrArray *units)
{
  for (guint i = 0; i < terms->len; i++)
    for (guint u = 0; u < units->len; u++)
      {
        const MftTerm *term = g_ptr_array_index (terms, i);
        MftUnit *unit = g_ptr_array_index (units, u);
        g_autofree char *words = without_stars (unit->title);
        if (unit != term->unit && term->unit != NULL && uses_term (term->tokens, words))
          add_unit (terms, unit);
      }
}

GPtrArray *
mft_terms_collect (const MftPlan *plan, char **given)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_term_free);
  g_autoptr (GPtrArray) units = mft_clause_library_list (plan->template->clauses, "D-");
  g_autofree char *initial = mft_plan_dup_initial (plan, "definisi");
  g_auto (GStrv) named = mft_split_list (initial != NULL ? initial : "", "\n");
  MftUnit *article = mft_clause_library_get (plan->template->clauses, "K-1");

  if (article == NULL || mft_plan_get_wording (plan, article) == NULL)
    return terms;
  for (guint i = 0; named[i] != NULL; i++)
    add_named (plan, terms, named[i]);
  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    add_named (plan, terms, given[i]);
  for (guint i = 0; i < plan->articles->len; i++)
    {
      GPtrArray *uses = ((MftArticle *) plan->articles->pdata[i])->uses;
      for (guint u = 0; u < uses->len; u++)
        add_asked_by (plan, terms, units, uses->pdata[u]);
    }
  add_used (terms, units);
  return terms;
}

/* Abbreviations and proper names have one form only. */
static gboolean
has_lower_form (const char *term)
{
  for (const char *word = term; word != NULL; word = strchr (word, ' '))
    {
      word += *word == ' ';
      if (!g_ascii_isupper (word[0]) || !g_ascii_islower (word[1]))
        return FALSE;
    }
  return TRUE;
}

/* "di bidang pelindungan data pribadi" names a field of law, not the term. */
static gboolean
is_after_field_of_law (const char *words, const char *at)
{
  const char *sentence = words;
  g_autofree char *before = NULL;

  for (const char *c = words; c < at; c++)
    if (*c == '.' || *c == ';' || *c == ',')
      sentence = c;
  before = g_strndup (sentence, (gsize) (at - sentence));
  return strstr (before, "di bidang ") != NULL || strstr (before, "membidangi ") != NULL;
}

static void
capitalize_one (char *words, const char *term)
{
  gsize size = strlen (term);
  gsize length = strlen (words);

  if (!has_lower_form (term))
    return;
  for (gsize at = 0; at + size <= length; at++)
    if (g_ascii_strncasecmp (words + at, term, size) == 0 && is_word_at (words, words + at, size)
        && !is_after_field_of_law (words, words + at))
      memcpy (words + at, term, size);
}

char *
mft_terms_capitalize (GPtrArray *terms, const char *words)
{
  char *text = g_strdup (words);

  for (guint i = 0; i < terms->len; i++)
    capitalize_one (text, ((MftTerm *) terms->pdata[i])->words);
  return text;
}

GPtrArray *
mft_terms_list_undefined (const MftPlan *plan, GPtrArray *terms)
{
  GPtrArray *undefined = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) units = mft_clause_library_list (plan->template->clauses, "D-");

  for (guint i = 0; i < units->len; i++)
    {
      MftUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *words = without_stars (unit->title);
      if (!holds_unit (terms, unit) && has_lower_form (words) && !is_defined_in_place (plan, words))
        g_ptr_array_add (undefined, g_steal_pointer (&words));
    }
  return undefined;
}

char *
mft_terms_lower (GPtrArray *undefined, const char *words, gboolean at_start)
{
  char *text = g_strdup (words);

  for (guint i = 0; i < undefined->len; i++)
    {
      const char *term = g_ptr_array_index (undefined, i);
      gsize size = strlen (term);
      for (char *at = text; (at = strstr (at, term)) != NULL; at += size)
        if (is_word_at (text, at, size))
          for (gsize c = at_start && at == text ? 1 : 0; c < size; c++)
            at[c] = g_ascii_tolower (at[c]);
    }
  return text;
}
