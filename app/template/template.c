/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/template.h"

#include "agreement/party.h"
#include "template/error.h"
#include "template/template-choices.h"

static const char *const part_keys[]
    = { "judul",       "pembukaan",   "komparisi", "kolektif", "premis",
        "dasar_hukum", "kesepakatan", "penutup",   "ttd" };

void
mft_template_free (MftTemplate *template)
{
  g_hash_table_unref (template->parts);
  g_ptr_array_unref (template->articles);
  g_ptr_array_unref (template->attachments);
  g_ptr_array_unref (template->choices);
  g_free (template);
}

/* Puts the template's file and line before what is wrong with an entry. */
static gboolean
place_fault (const MftTemplate *template, const MftEntry *entry, GError *reason, GError **error)
{
  g_set_error (error, reason->domain, reason->code, "%s:%u: %s", template->unit->file, entry->line,
               reason->message);
  g_error_free (reason);
  return FALSE;
}

/* The uses that an entry names, or its own text. */
static GPtrArray *
read_uses (const MftTemplate *template, const MftEntry *entry, const char *value, const char *plus,
           GError **error)
{
  GError *reason = NULL;
  const char *named = entry->own != NULL ? entry->own->id : value;
  GPtrArray *uses = mft_uses_parse (template->clauses, entry->own, named, plus, &reason);

  if (uses == NULL)
    place_fault (template, entry, reason, error);
  return uses;
}

static gboolean
take_part (MftTemplate *template, MftEntry *entry, GError **error)
{
  GPtrArray *uses = read_uses (template, entry, entry->value, "+", error);

  if (uses == NULL)
    return FALSE;
  if (uses->len > 0 && entry->mark != 0)
    ((MftUse *) uses->pdata[0])->mark = entry->mark;
  g_hash_table_insert (template->parts, entry->key, uses);
  return TRUE;
}

/* pasal: K-25=tetap + K-28 | JANGKA WAKTU */
static gboolean
take_article (MftTemplate *template, MftEntry *entry, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (entry->value, "|", 2);
  GPtrArray *uses = read_uses (template, entry, sides[0] != NULL ? sides[0] : "", "+", error);

  if (uses == NULL)
    return FALSE;
  MftArticle *article = g_new0 (MftArticle, 1);
  article->uses = uses;
  article->heading = sides[1] != NULL ? g_strdup (g_strstrip (sides[1])) : NULL;
  g_ptr_array_add (template->articles, article);
  return TRUE;
}

static gboolean
holds_clause (MftArticle *article, const char *id)
{
  for (guint i = 0; i < article->uses->len; i++)
    if (g_str_equal (((MftUse *) article->uses->pdata[i])->unit->id, id))
      return TRUE;
  return FALSE;
}

/* Where further clauses go: before the Pasal on disputes, else before the last one. */
static guint
place_of_extras (const MftTemplate *template)
{
  for (guint i = 0; i < template->articles->len; i++)
    if (holds_clause (template->articles->pdata[i], "K-49"))
      return i;
  return template->articles->len > 0 ? template->articles->len - 1 : 0;
}

/* tambahan: K-16, K-17 */
static gboolean
take_extras (MftTemplate *template, GError **error)
{
  MftEntry *entry = mft_entries_find (template->unit->entries, "tambahan");
  guint place = place_of_extras (template);

  if (entry == NULL)
    return TRUE;
  g_auto (GStrv) clauses = mft_split_list (entry->value, ",");
  for (guint i = 0; clauses[i] != NULL; i++)
    {
      GPtrArray *uses = read_uses (template, entry, clauses[i], "+", error);
      if (uses == NULL)
        return FALSE;
      ((MftUse *) uses->pdata[0])->mark = '?';
      MftArticle *article = g_new0 (MftArticle, 1);
      article->uses = uses;
      g_ptr_array_insert (template->articles, (int) (place + i), article);
    }
  return TRUE;
}

static gboolean
take_attachments (MftTemplate *template, MftEntry *entry, GError **error)
{
  GPtrArray *uses = read_uses (template, entry, entry->value, ",", error);

  if (uses == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (template->attachments, uses);
  return TRUE;
}

static gboolean
take_parties (MftTemplate *template, MftEntry *entry, GError **error)
{
  g_auto (GStrv) number = g_strsplit (entry->value, "+", 2);
  guint64 parties;

  if (!g_ascii_string_to_unsigned (number[0], 10, MFT_PARTIES_LEAST, MFT_PARTIES_MOST, &parties,
                                   NULL))
    return place_fault (template, entry,
                        g_error_new (MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX,
                                     "\"%s\" is no number of parties", entry->value),
                        error);
  template->parties = (guint) parties;
  return TRUE;
}

static gboolean
take_entry (MftTemplate *template, MftEntry *entry, GError **error)
{
  if (g_str_equal (entry->key, "naskah"))
    template->document = entry->value;
  else if (g_str_equal (entry->key, "catatan"))
    template->note = entry->value;
  else if (g_str_equal (entry->key, "pihak"))
    return take_parties (template, entry, error);
  else if (g_str_equal (entry->key, "pasal"))
    return take_article (template, entry, error);
  else if (g_str_equal (entry->key, "lampiran"))
    return take_attachments (template, entry, error);
  else if (g_strv_contains (part_keys, entry->key))
    return take_part (template, entry, error);
  return TRUE;
}

/* A template that lacks one of these could not make an agreement. */
static gboolean
check_whole (const MftTemplate *template, GError **error)
{
  static const char *const needed[]
      = { "judul", "pembukaan", "komparisi", "kolektif", "premis", "kesepakatan", "ttd" };
  const char *missing = template->document == NULL     ? "naskah"
                        : template->parties == 0       ? "pihak"
                        : template->articles->len == 0 ? "pasal"
                                                       : NULL;

  for (guint i = 0; missing == NULL && i < G_N_ELEMENTS (needed); i++)
    if (mft_template_get_part (template, needed[i]) == NULL)
      missing = needed[i];
  if (missing == NULL)
    return TRUE;
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_SYNTAX,
               "%s:%u: template \"%s\" has no \"%s\"", template->unit->file, template->unit->line,
               template->id, missing);
  return FALSE;
}

MftTemplate *
mft_template_new (const MftClauseLibrary *library, MftUnit *unit, GError **error)
{
  g_autoptr (MftTemplate) template = g_new0 (MftTemplate, 1);

  template->id = unit->id;
  template->title = unit->title;
  template->clauses = library;
  template->unit = unit;
  template->parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  template->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_article_free);
  template->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_use_free);
  template->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_choice_free);
  for (guint i = 0; i < unit->entries->len; i++)
    if (!take_entry (template, g_ptr_array_index (unit->entries, i), error))
      return NULL;
  if (!take_extras (template, error) || !check_whole (template, error)
      || !mft_template_collect_choices (template, error))
    return NULL;
  return g_steal_pointer (&template);
}

MftUse *
mft_template_get_part (const MftTemplate *template, const char *key)
{
  GPtrArray *uses = g_hash_table_lookup (template->parts, key);

  return uses != NULL && uses->len > 0 ? g_ptr_array_index (uses, 0) : NULL;
}

MftChoice *
mft_template_get_choice (const MftTemplate *template, const char *id)
{
  for (guint i = 0; i < template->choices->len; i++)
    {
      MftChoice *choice = g_ptr_array_index (template->choices, i);
      if (g_str_equal (choice->id, id))
        return choice;
    }
  return NULL;
}

static GPtrArray *
ours (void)
{
  static GPtrArray *templates = NULL;

  if (g_once_init_enter (&templates))
    {
      const MftClauseLibrary *library = mft_clause_library_get_default ();
      g_autoptr (GPtrArray) units = mft_clause_library_list_templates (library);
      GPtrArray *read = g_ptr_array_new ();

      for (guint i = 0; i < units->len; i++)
        {
          g_autoptr (GError) error = NULL;
          MftTemplate *template = mft_template_new (library, units->pdata[i], &error);
          /* Compiled in: a fault in it is ours, and the tests find it. */
          if (template == NULL)
            g_error ("%s", error->message);
          g_ptr_array_add (read, template);
        }
      g_ptr_array_add (read, NULL);
      g_once_init_leave (&templates, read);
    }
  return templates;
}

const MftTemplate *const *
mft_templates (void)
{
  return (const MftTemplate *const *) ours ()->pdata;
}

const MftTemplate *
mft_template_get (const char *id)
{
  for (const MftTemplate *const *template = mft_templates (); *template != NULL; template ++)
    if (g_str_equal ((*template)->id, id))
      return *template;
  return NULL;
}
