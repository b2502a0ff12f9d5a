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

typedef struct
{
  guint contents, important;
  guint changed; /* Pasal in which what the agreement says changed */
  guint kept;    /* Pasal in which it did not */
} Tally;

/* The Pasal, as the newer version names it, that a block moved away from; NULL: it is none, or gone. Borrowed. */
static const char *
find_former_article (const MftComparison *comparison, const MftChange *moved)
{
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      const char *rest = NULL;
      if (change->left == NULL || change->right == NULL || change->left->kind != MFT_BLOCK_PASAL
          || !g_str_has_prefix (moved->left->path, change->left->path))
        continue;
      rest = moved->left->path + strlen (change->left->path);
      if (rest[0] == '\0' || rest[0] == ' ')
        return change->article;
    }
  return NULL;
}

/* The heading of a BAB is told with a Pasal, but is no part of it. */
static gboolean
is_of_chapter (const MftChange *change)
{
  const MftVersion *version = change->right != NULL ? change->right : change->left;

  return mft_version_get_chapter_pasal (version) != NULL;
}

static Tally
count (const MftComparison *comparison)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  Tally tally = { 0 };

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (change->article != NULL)
        g_hash_table_add (all, change->article);
      if (!mft_change_is_of_content (change))
        continue;
      tally.contents++;
      tally.important += change->important ? 1 : 0;
      if (change->article != NULL && !is_of_chapter (change))
        g_hash_table_add (changed, change->article);
      const char *former
          = change->class == MFT_CHANGE_MOVED || change->class == MFT_CHANGE_MOVED_EDITED
                ? find_former_article (comparison, change)
                : NULL;
      if (former != NULL)
        g_hash_table_add (changed, (gpointer) former);
    }
  tally.changed = g_hash_table_size (changed);
  tally.kept = g_hash_table_size (all) - tally.changed;
  return tally;
}

char *
mft_comparison_sentence (const MftComparison *comparison)
{
  Tally tally = count (comparison);

  if (tally.contents == 0)
    return g_strdup (_ ("Nothing changed in what the agreement says."));
  GString *sentence = g_string_new (NULL);
  g_string_printf (sentence,
                   ngettext ("%u change of content", "%u changes of content", tally.contents),
                   tally.contents);
  /* Translators: "9 changes of content in 5 Pasal, 3 important; 10 Pasal unchanged". */
  if (tally.changed > 0)
    g_string_append_printf (sentence, _ (" in %u Pasal"), tally.changed);
  if (tally.important > 0)
    g_string_append_printf (sentence, _ (", %u of them important"), tally.important);
  if (tally.kept > 0)
    g_string_append_printf (sentence, _ ("; %u Pasal unchanged"), tally.kept);
  return g_string_free (sentence, FALSE);
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
