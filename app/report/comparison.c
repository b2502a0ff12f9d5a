/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/comparison.h"

#include <glib/gi18n.h>

const char *
mft_change_class_word (MftChangeClass class)
{
  switch (class)
    {
    case MFT_CHANGE_SAME:
      return _ ("unchanged");
    case MFT_CHANGE_EDITED:
      return _ ("edited");
    case MFT_CHANGE_MOVED:
      return _ ("moved");
    case MFT_CHANGE_MOVED_EDITED:
      return _ ("moved and edited");
    case MFT_CHANGE_INSERTED:
      return _ ("inserted");
    case MFT_CHANGE_DELETED:
      return _ ("deleted");
    case MFT_CHANGE_SPLIT:
      return _ ("split");
    case MFT_CHANGE_MERGED:
      return _ ("merged");
    case MFT_CHANGE_RENUMBERED:
      return _ ("number only");
    case MFT_CHANGE_REFERENCE_ONLY:
      return _ ("reference only");
    case MFT_CHANGE_COSMETIC:
      return _ ("cosmetic");
    }
  return "";
}

gboolean
mft_change_is_of_content (const MftChange *change)
{
  return change->class != MFT_CHANGE_SAME && change->class != MFT_CHANGE_RENUMBERED
         && change->class != MFT_CHANGE_REFERENCE_ONLY && change->class != MFT_CHANGE_COSMETIC;
}

static void
count (const MftComparison *comparison, guint *contents, guint *important, guint *articles)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *contents = *important = 0;
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (!mft_change_is_of_content (change))
        continue;
      ++*contents;
      *important += change->important ? 1 : 0;
      if (change->article != NULL)
        g_hash_table_add (seen, change->article);
    }
  *articles = g_hash_table_size (seen);
}

char *
mft_comparison_sentence (const MftComparison *comparison)
{
  guint contents, important, articles;

  count (comparison, &contents, &important, &articles);
  if (contents == 0)
    return g_strdup (_ ("Nothing changed in what the agreement says."));
  g_autofree char *changes = g_strdup_printf (
      ngettext ("%u change of content", "%u changes of content", contents), contents);
  /* Translators: "9 changes of content in 5 Pasal, 3 of them important" */
  return g_strdup_printf (_ ("%s in %u Pasal, %u of them important"), changes, articles, important);
}

static void
summary_free (gpointer data)
{
  MftArticleSummary *summary = data;

  g_free (summary->article);
  g_free (summary->heading);
  g_free (summary->sentence);
  g_free (summary);
}

/* "2 edited, 1 inserted" */
static char *
list_counts (const guint *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MFT_CHANGE_N_CLASSES; i++)
    if (i != MFT_CHANGE_SAME && counts[i] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", counts[i],
                              mft_change_class_word ((MftChangeClass) i));
  return g_string_free (text, FALSE);
}

/* The stretch of one Pasal that begins at `from`; NULL if nothing changed in it. */
static MftArticleSummary *
summarize (const MftComparison *comparison, guint from, guint to)
{
  guint counts[MFT_CHANGE_N_CLASSES] = { 0 };
  const MftChange *first = NULL;
  MftArticleSummary *summary = g_new0 (MftArticleSummary, 1);

  for (guint i = from; i < to; i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      counts[change->class]++;
      summary->important += change->important ? 1 : 0;
      if (first == NULL && change->class != MFT_CHANGE_SAME)
        {
          first = change;
          summary->first = i;
        }
    }
  if (first == NULL)
    return g_free (summary), NULL;
  summary->article = g_strdup (first->article);
  summary->heading = g_strdup (first->heading);
  summary->sentence = list_counts (counts);
  return summary;
}

GPtrArray *
mft_comparison_summarize (const MftComparison *comparison)
{
  GPtrArray *summaries = g_ptr_array_new_with_free_func (summary_free);
  guint n = mft_comparison_n_changes (comparison);

  for (guint from = 0, to = 0; from < n; from = to)
    {
      const char *article = mft_comparison_get_change (comparison, from)->article;
      while (to < n
             && g_strcmp0 (mft_comparison_get_change (comparison, to)->article, article) == 0)
        to++;
      MftArticleSummary *summary = summarize (comparison, from, to);
      if (summary != NULL)
        g_ptr_array_add (summaries, summary);
    }
  return summaries;
}

/* A sentence, then a line a Pasal; the last line says how many more there are. */
#define LINES_MOST 10

char *
mft_comparison_message (const MftComparison *comparison)
{
  g_autofree char *sentence = mft_comparison_sentence (comparison);
  g_autoptr (GPtrArray) summaries = mft_comparison_summarize (comparison);
  GString *message = g_string_new (sentence);
  guint shown = summaries->len < LINES_MOST ? summaries->len : LINES_MOST - 2;

  for (guint i = 0; i < shown; i++)
    {
      const MftArticleSummary *summary = g_ptr_array_index (summaries, i);
      g_string_append_printf (message, "\n%s%s%s: %s",
                              summary->article != NULL ? summary->article : _ ("Outside the Pasal"),
                              summary->heading != NULL ? " " : "",
                              summary->heading != NULL ? summary->heading : "", summary->sentence);
    }
  if (shown < summaries->len)
    {
      g_autofree char *more = g_strdup_printf (_ ("… and %u more"), summaries->len - shown);
      g_string_append_printf (message, "\n%s", more);
    }
  return g_string_free (message, FALSE);
}
