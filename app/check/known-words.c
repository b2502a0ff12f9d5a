/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check/known-words-private.h"

#include "base/content.h"

static gpointer
read_words (gpointer unused)
{
  g_autoptr (GBytes) bytes = mft_content_read ("words.txt");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) unused;
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#')
      g_hash_table_add (words, g_strdup (*line));
  return words;
}

gboolean
_mft_known_words_contain (const char *word)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *words = g_once (&once, read_words, NULL);

  if (g_hash_table_contains (words, word))
    return TRUE;
  g_autofree char *lower = g_utf8_strdown (word, -1);
  return g_hash_table_contains (words, lower);
}
