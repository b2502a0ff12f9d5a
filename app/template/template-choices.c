/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/template-choices.h"

#include <string.h>

#include "template/error.h"

char *
mft_effect_dup_id (const char *effect)
{
  return g_strndup (effect, strcspn (effect, "="));
}

const char *
mft_effect_get_choice (const char *effect)
{
  const char *equals = strchr (effect, '=');

  return equals != NULL ? equals + 1 : MFT_CHOICE_ON;
}

MftEntry *
mft_entries_find_initial (GPtrArray *entries, const char *field, const char **value)
{
  gsize size = strlen (field);

  for (guint i = 0; i < entries->len; i++)
    {
      MftEntry *entry = g_ptr_array_index (entries, i);
      if (!g_str_equal (entry->key, "isian") || !g_str_has_prefix (entry->value, field))
        continue;
      const char *rest = entry->value + size + strspn (entry->value + size, " ");
      if (*rest == '=')
        {
          *value = rest + 1 + strspn (rest + 1, " ");
          return entry;
        }
    }
  return NULL;
}

static void
add_choice (MftTemplate *template, const char *id, GStrvBuilder *choices, const char *initial)
{
  g_ptr_array_add (template->choices, mft_choice_new (id, g_strv_builder_end (choices), initial));
}

static void
add_switch (MftTemplate *template, const char *id, gboolean on)
{
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

  g_strv_builder_add_many (choices, MFT_CHOICE_ON, MFT_CHOICE_OFF, NULL);
  add_choice (template, id, choices, on ? MFT_CHOICE_ON : MFT_CHOICE_OFF);
}

static gboolean
fault (const MftTemplate *template, const MftEntry *entry, GError **error)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX,
               "%s:%u: a variant is \"id = a / b → K-1 / K-2\"", template->unit->file, entry->line);
  return FALSE;
}

/* varian: id = a / b → K-51 / K-50; one clause alone after the arrow takes the choice as its
 * alternative. */
static gboolean
take_variant (MftTemplate *template, MftEntry *entry, GError **error)
{
  g_auto (GStrv) sides = mft_split_list (entry->value, "→");
  g_auto (GStrv) words = sides[0] != NULL ? mft_split_list (sides[0], "=") : NULL;

  if (words == NULL || g_strv_length (words) != 2 || g_strv_length (sides) > 2)
    return fault (template, entry, error);
  g_auto (GStrv) choices = mft_split_list (words[1], "/");
  g_auto (GStrv) effects = sides[1] != NULL ? mft_split_list (sides[1], "/") : NULL;
  guint n_effects = effects != NULL ? g_strv_length (effects) : 0;
  guint n_choices = g_strv_length (choices);

  if (n_choices < 2 || (n_effects > 1 && n_effects != n_choices))
    return fault (template, entry, error);
  if (n_effects == 1)
    {
      g_autofree char *clause = g_steal_pointer (&effects[0]);
      g_strfreev (effects);
      effects = g_new0 (char *, n_choices + 1);
      for (guint i = 0; i < n_choices; i++)
        effects[i] = g_strconcat (clause, "=", choices[i], NULL);
    }
  MftChoice *choice = mft_choice_new (words[0], g_steal_pointer (&choices), NULL);
  choice->effects = g_steal_pointer (&effects);
  g_ptr_array_add (template->choices, choice);
  return TRUE;
}

static gboolean
is_governed (const MftTemplate *template, const char *id)
{
  for (guint i = 0; i < template->choices->len; i++)
    {
      MftChoice *choice = g_ptr_array_index (template->choices, i);
      for (guint e = 0; choice->effects != NULL && choice->effects[e] != NULL; e++)
        {
          g_autofree char *governed = mft_effect_dup_id (choice->effects[e]);
          if (g_str_equal (governed, id))
            return TRUE;
        }
    }
  return FALSE;
}

/* Lines with [?] in any alternative of the clause. */
static void
add_optional_lines (MftTemplate *template, MftUnit *unit)
{
  for (guint f = 0; f < unit->forms->len; f++)
    {
      MftWording *form = g_ptr_array_index (unit->forms, f);
      for (guint i = 0; i < form->passages->len; i++)
        {
          MftPassage *passage = g_ptr_array_index (form->passages, i);
          if (!passage->optional)
            continue;
          g_autofree char *id = g_strconcat (unit->id, "#", passage->label, NULL);
          if (mft_template_get_choice (template, id) == NULL)
            add_switch (template, id, FALSE);
        }
    }
}

static void
add_use (MftTemplate *template, const char *id, MftUse *use)
{
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  gboolean plain = use->forms[1] == NULL;
  const char *first = plain ? MFT_CHOICE_ON : use->forms[0];

  if (!is_governed (template, id) && mft_template_get_choice (template, id) == NULL
      && (!plain || use->mark != 0))
    {
      if (plain)
        g_strv_builder_add (choices, MFT_CHOICE_ON);
      else
        g_strv_builder_addv (choices, (const char **) use->forms);
      if (use->mark != 0)
        g_strv_builder_add (choices, MFT_CHOICE_OFF);
      add_choice (template, id, choices, use->mark == '?' ? MFT_CHOICE_OFF : first);
    }
  add_optional_lines (template, use->unit);
}

/* isian: definisi = D-balai; D-osd? */
static void
add_definitions (MftTemplate *template)
{
  const char *value = NULL;

  if (mft_entries_find_initial (template->unit->entries, "definisi", &value) == NULL)
    return;
  g_auto (GStrv) ids = mft_split_list (value, ";");
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_has_suffix (ids[i], "?"))
      {
        ids[i][strlen (ids[i]) - 1] = '\0';
        add_switch (template, ids[i], FALSE);
      }
}

static void
add_packs (MftTemplate *template)
{
  g_autoptr (GPtrArray) packs = mft_clause_library_list (template->clauses, "paket-");
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  guint found = 0;

  for (guint i = 0; i < packs->len; i++)
    {
      MftUnit *pack = g_ptr_array_index (packs, i);
      MftEntry *of = mft_entries_find (pack->entries, "templat");
      if (of == NULL || !g_str_equal (of->value, template->id))
        continue;
      g_strv_builder_add (choices, pack->id);
      found++;
    }
  if (found == 0)
    return;
  g_strv_builder_add (choices, MFT_CHOICE_OFF);
  add_choice (template, "paket", choices, MFT_CHOICE_OFF);
}

gboolean
mft_template_collect_choices (MftTemplate *template, GError **error)
{
  MftUse *opening = mft_template_get_part (template, "pembukaan");
  MftUse *basis = mft_template_get_part (template, "dasar_hukum");

  add_packs (template);
  for (guint i = 0; i < template->unit->entries->len; i++)
    {
      MftEntry *entry = g_ptr_array_index (template->unit->entries, i);
      if (g_str_equal (entry->key, "varian") && !take_variant (template, entry, error))
        return FALSE;
    }
  add_use (template, opening->unit->id, opening);
  if (basis != NULL)
    add_use (template, "dasar_hukum", basis);
  add_definitions (template);
  for (guint i = 0; i < template->articles->len; i++)
    {
      MftArticle *article = g_ptr_array_index (template->articles, i);
      for (guint u = 0; u < article->uses->len; u++)
        {
          MftUse *use = g_ptr_array_index (article->uses, u);
          add_use (template, use->unit->id, use);
        }
    }
  for (guint i = 0; i < template->attachments->len; i++)
    {
      MftUse *use = g_ptr_array_index (template->attachments, i);
      add_use (template, use->unit->id, use);
    }
  return TRUE;
}
