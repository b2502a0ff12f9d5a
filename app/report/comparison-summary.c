/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in each Pasal: "ayat (2) edited; 1 ayat inserted". */
#include <glib/gi18n.h>

#include "report/comparison.h"

/* More units than these are counted, not named. */
#define NAMED_MOST 3

static void
summary_free (gpointer data)
{
  MftArticleSummary *summary = data;

  g_free (summary->article);
  g_free (summary->heading);
  g_free (summary->sentence);
  g_free (summary);
}

static const MftVersion *
shown_version (const MftChange *change)
{
  return change->right != NULL ? change->right : change->left;
}

/* The bytes of "Pasal 7" in its path: of what was deleted, the Pasal's former number. */
static gsize
pasal_length (const MftChange *change, const MftVersion *version)
{
  gsize length = strlen (change->article);
  const char *space = strchr (version->path, ' ');

  if (g_str_has_prefix (version->path, change->article)
      && (version->path[length] == '\0' || version->path[length] == ' '))
    return length;
  return change->class == MFT_CHANGE_DELETED && space != NULL
             ? strcspn (space + 1, " ") + (gsize) (space + 1 - version->path)
             : strlen (version->path);
}

/* Whether it moved here from another Pasal. */
static gboolean
came_from_elsewhere (const MftChange *change)
{
  gsize length = strlen (change->article);

  return (change->class == MFT_CHANGE_MOVED || change->class == MFT_CHANGE_MOVED_EDITED)
         && !(g_str_has_prefix (change->left->path, change->article)
              && (change->left->path[length] == '\0' || change->left->path[length] == ' '))
         && change->right->path[length] == ' ';
}

/* "ayat (2)" of "Pasal 7 ayat (2)"; outside the Pasal the whole path. Owned by the caller. */
static char *
dup_unit (const MftChange *change)
{
  const MftVersion *version = shown_version (change);

  if (change->article == NULL || mft_version_get_chapter_pasal (version) != NULL)
    return g_strdup (version->path);
  if (version->kind == MFT_BLOCK_PASAL)
    return g_strdup (C_ ("part of a Pasal", "heading"));
  gsize length = pasal_length (change, version);
  if (came_from_elsewhere (change))
    /* Translators: a moved unit, and where it was: "ayat (4) (from Pasal 1 ayat (2))". */
    return g_strdup_printf (_ ("%s (from %s)"), version->path + length + 1, change->left->path);
  if (version->path[length] == '\0')
    return g_strdup (C_ ("part of a Pasal", "text"));
  /* Of several: "ayat (2), ayat (3)". */
  g_autofree char *again = g_strdup_printf (", %.*s ", (int) length, version->path);
  g_auto (GStrv) parts = g_strsplit (version->path + length + 1, again, -1);
  return g_strjoinv (", ", parts);
}

/* "ayat" of "ayat (1) huruf a, …"; what has no number of its own is a part. Owned by the caller. */
static char *
dup_unit_kind (const MftChange *change)
{
  g_autofree char *unit = dup_unit (change);
  g_auto (GStrv) words = g_strsplit (unit, " ", -1);
  guint n = g_strv_length (words);

  if (change->article == NULL || n < 2)
    return g_strdup (C_ ("part of a Pasal", "part"));
  return g_strdup (words[n - 2]);
}

/* The changes of one class among from..to; NULL for none. */
static GPtrArray *
list_class (const MftComparison *comparison, MftChangeClass class, guint from, guint to)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (change->class == class)
        g_ptr_array_add (list, (gpointer) change);
    }
  if (list->len > 0)
    return list;
  g_ptr_array_unref (list);
  return NULL;
}

/* "ayat (2), ayat (4)"; NULL if there are too many, or two of one name. */
static char *
dup_names (GPtrArray *changes)
{
  GString *names = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      char *unit = dup_unit (changes->pdata[i]);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", unit);
      g_hash_table_add (seen, unit);
    }
  if (changes->len <= NAMED_MOST && g_hash_table_size (seen) == changes->len)
    return g_string_free (names, FALSE);
  g_string_free (names, TRUE);
  return NULL;
}

/* "1 ayat, 2 huruf", in the order they come in. */
static char *
dup_kinds (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < changes->len; i++)
    {
      char *kind = dup_unit_kind (changes->pdata[i]);
      guint at;
      if (g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, &at))
        g_free (kind);
      else
        {
          at = kinds->len;
          g_ptr_array_add (kinds, kind);
          g_array_set_size (counts, at + 1);
        }
      g_array_index (counts, guint, at)++;
    }
  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", g_array_index (counts, guint, i),
                            (const char *) kinds->pdata[i]);
  return g_string_free (text, FALSE);
}

static gboolean
is_whole_pasal (GPtrArray *changes)
{
  const MftChange *first = changes->pdata[0];
  gboolean heading = FALSE;

  for (guint i = 0; i < changes->len; i++)
    heading |= shown_version (changes->pdata[i])->kind == MFT_BLOCK_PASAL;
  return heading && first->article != NULL
         && (first->class == MFT_CHANGE_INSERTED || first->class == MFT_CHANGE_DELETED);
}

/* "ayat (2) edited" */
static char *
describe (GPtrArray *changes)
{
  const MftChange *first = changes->pdata[0];
  const char *word = mft_change_class_word (first->class);
  gboolean alone = first->class == MFT_CHANGE_INSERTED || first->class == MFT_CHANGE_DELETED;
  g_autofree char *names = NULL;

  if (!mft_change_is_of_content (first))
    return g_strdup_printf ("%u %s", changes->len, word);
  if (is_whole_pasal (changes))
    /* Translators: %s is "inserted" or "deleted". */
    return g_strdup_printf (_ ("the whole Pasal %s"), word);
  names = alone ? NULL : dup_names (changes);
  if (names == NULL)
    names = dup_kinds (changes);
  return g_strdup_printf ("%s %s", names, word);
}

/* The stretch of one Pasal that begins at `from`; NULL if nothing changed in it. */
static MftArticleSummary *
summarize (const MftComparison *comparison, guint from, guint to)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  MftArticleSummary *summary = NULL;

  for (guint i = MFT_CHANGE_SAME + 1; i < MFT_CHANGE_N_CLASSES; i++)
    {
      g_autoptr (GPtrArray) list = list_class (comparison, (MftChangeClass) i, from, to);
      if (list != NULL)
        g_ptr_array_add (parts, describe (list));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  summary = g_new0 (MftArticleSummary, 1);
  summary->sentence = g_strjoinv ("; ", (char **) parts->pdata);
  for (guint i = to; i > from; i--)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i - 1);
      summary->important += change->important ? 1 : 0;
      if (change->class != MFT_CHANGE_SAME)
        summary->first = i - 1;
    }
  summary->article = g_strdup (mft_comparison_get_change (comparison, from)->article);
  summary->heading = g_strdup (mft_comparison_get_change (comparison, from)->heading);
  return summary;
}

GPtrArray *
mft_comparison_summarize (const MftComparison *comparison)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func (summary_free);
  guint n = mft_comparison_n_changes (comparison);

  for (guint from = 0, to = 0; from < n; from = to)
    {
      to = mft_comparison_article_end (comparison, from);
      MftArticleSummary *summary = summarize (comparison, from, to);
      if (summary != NULL)
        g_ptr_array_add (summaries, summary);
    }
  return summaries;
}
