/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template/article.h"

#include <string.h>

#include "template/error.h"

void
mft_use_free (MftUse *use)
{
  g_strfreev (use->forms);
  g_free (use);
}

void
mft_article_free (MftArticle *article)
{
  g_free (article->heading);
  g_ptr_array_unref (article->uses);
  g_free (article);
}

/* What stands before "=": a unit's id is upper case, an alternative's is not. */
static gboolean
starts_unit (const char *word)
{
  return g_ascii_isupper (word[0]) && word[1] == '-';
}

static gboolean
refuse (GError **error, const char *what, const char *id)
{
  g_set_error (error, MFT_TEMPLATE_ERROR, MFT_TEMPLATE_ERROR_UNKNOWN, "%s '%s'", what, id);
  return FALSE;
}

static char
cut_mark (char *word)
{
  gsize size = strlen (word);
  char mark = size > 0 && (word[size - 1] == '?' || word[size - 1] == '!') ? word[size - 1] : 0;

  if (mark != 0)
    word[size - 1] = '\0';
  return mark;
}

/* One of several words that "/" parts: "K-50=tetap", "K-51" or a further alternative, "rinci". */
static gboolean
take_word (const MftClauseLibrary *library, MftUnit *own, GPtrArray *uses, GStrvBuilder *forms,
           const char *given, GError **error)
{
  g_autofree char *word = g_strdup (given);
  char mark = cut_mark (word);
  char *form = strchr (word, '=');
  MftUse *use = NULL;

  if (starts_unit (word))
    {
      if (form != NULL)
        *form++ = '\0';
      use = g_new0 (MftUse, 1);
      use->unit = own != NULL && g_str_equal (own->id, word)
                      ? own
                      : mft_clause_library_get (library, word);
      g_ptr_array_add (uses, use);
      if (use->unit == NULL)
        return refuse (error, "there is no clause", word);
    }
  else
    {
      form = word;
      use = g_ptr_array_index (uses, uses->len - 1);
    }
  if (mark != 0)
    use->mark = mark;
  if (form == NULL)
    return TRUE;
  if (mft_unit_get_wording (use->unit, form) == NULL || *form == '\0')
    return refuse (error, "there is no alternative", given);
  g_strv_builder_add (forms, form);
  return TRUE;
}

static void
end_use (MftUse *use, GStrvBuilder *forms)
{
  use->forms = g_strv_builder_end (forms);
  if (use->forms[0] != NULL)
    return;
  g_strfreev (use->forms);
  use->forms = g_new0 (char *, use->unit->forms->len + 1);
  for (guint i = 0; i < use->unit->forms->len; i++)
    use->forms[i] = g_strdup (((MftWording *) use->unit->forms->pdata[i])->id);
}

static gboolean
take_group (const MftClauseLibrary *library, MftUnit *own, GPtrArray *uses, const char *group,
            GError **error)
{
  g_auto (GStrv) words = mft_split_list (group, "/");
  guint first = uses->len;

  if (words[0] != NULL && !starts_unit (words[0]))
    return refuse (error, "no clause stands before the alternative", words[0]);
  for (guint i = 0; words[i] != NULL;)
    {
      g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();
      do
        if (!take_word (library, own, uses, forms, words[i], error))
          return FALSE;
      while (words[++i] != NULL && !starts_unit (words[i]));
      end_use (g_ptr_array_index (uses, uses->len - 1), forms);
    }
  for (guint i = first; uses->len - first > 1 && i < uses->len; i++)
    {
      MftUse *use = g_ptr_array_index (uses, i);
      use->rival = TRUE;
      use->mark = i > first ? '?' : use->mark;
    }
  return TRUE;
}

GPtrArray *
mft_uses_parse (const MftClauseLibrary *library, MftUnit *own, const char *value, const char *plus,
                GError **error)
{
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_use_free);
  g_auto (GStrv) groups = mft_split_list (value, plus);

  for (guint i = 0; groups[i] != NULL; i++)
    if (!take_group (library, own, uses, groups[i], error))
      return NULL;
  if (uses->len == 0)
    return refuse (error, "no clause is named by", value), NULL;
  return g_steal_pointer (&uses);
}
