/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/words.h"

#include "bahasa/scan.h"
#include "bahasa/text.h"

struct _MftWords
{
  GHashTable *counts;
  guint count;
};

MftWords *
mft_words_new (const char *text)
{
  MftWords *words = g_new0 (MftWords, 1);

  words->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mft_words_add (words, text);
  return words;
}

void
mft_words_free (MftWords *words)
{
  g_hash_table_unref (words->counts);
  g_free (words);
}

static guint
count_of (const MftWords *words, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (words->counts, word));
}

static void
add_word (MftWords *words, const char *start, const char *end)
{
  if (start == end)
    return;
  char *word = g_strndup (start, (gsize) (end - start));
  guint count = count_of (words, word) + 1;
  g_hash_table_insert (words->counts, word, GUINT_TO_POINTER (count));
  words->count++;
}

void
mft_words_add (MftWords *words, const char *text)
{
  g_autofree char *normal = mft_text_normalize (text);
  const char *start = normal;
  const char *at = normal;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    if (mft_scan_boundary (at))
      {
        add_word (words, start, at);
        start = g_utf8_next_char (at);
      }
  add_word (words, start, at);
}

guint
mft_words_count (const MftWords *words)
{
  return words->count;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
mft_words_missing (const MftWords *words, const MftWords *others)
{
  GPtrArray *missing = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words->counts);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    for (guint i = count_of (others, word); i < count_of (words, word); i++)
      g_ptr_array_add (missing, g_strdup (word));
  g_ptr_array_sort (missing, compare_words);
  g_ptr_array_add (missing, NULL);
  return (char **) g_ptr_array_free (missing, FALSE);
}
