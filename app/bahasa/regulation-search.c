/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bahasa/capitals.h"
#include "bahasa/regulation-private.h"
#include "bahasa/text.h"

/* How well a regulation answers; 0: not at all. */
typedef struct
{
  const MftRegulation *regulation;
  guint score;
} Match;

/* The words of a title or alias that begin with every word that was asked for. */
static gboolean
has_words (const char *text, char **words)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " -/", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gboolean found = **word == '\0';
      for (char **part = parts; *part != NULL && !found; part++)
        found = g_str_has_prefix (*part, *word);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static guint
score_names (const MftRegulation *regulation, const char *query, char **words)
{
  g_autofree char *name = mft_regulation_dup_short_name (regulation);
  g_autofree char *lower = mft_capitals (name, MFT_CAPITALS_LOWER);
  guint score = 0;

  g_autofree char *title = mft_capitals (regulation->title, MFT_CAPITALS_LOWER);

  if (g_str_equal (lower, query))
    return 120;
  if (g_str_equal (title, query))
    return 105;
  if (g_str_has_prefix (lower, query))
    score = 60;
  for (char **alias = regulation->aliases; *alias != NULL; alias++)
    if (g_str_equal (*alias, query))
      return 110;
    else if (g_str_has_prefix (*alias, query))
      score = MAX (score, 80);
    else if (has_words (*alias, words))
      score = MAX (score, 50);
  return score;
}

/* Among those that are alike the higher one first (UU 12/2011 Pasal 7). */
static guint
rank (const char *kind)
{
  return g_str_equal (kind, "UU")        ? 3
         : g_str_equal (kind, "PP")      ? 2
         : g_str_equal (kind, "Perpres") ? 1
                                         : 0;
}

static guint
score (const MftRegulation *regulation, const char *query, char **words)
{
  g_autofree char *name = mft_regulation_dup_name (regulation);
  g_autofree char *lower = mft_capitals (name, MFT_CAPITALS_LOWER);
  guint found = score_names (regulation, query, words);

  if (found == 0 && has_words (lower, words))
    found = 40;
  if (found == 0)
    return 0;
  found += rank (regulation->kind);
  /* What is in force and stands for itself first; an amendment is cited with what it amends. */
  if (g_str_has_prefix (regulation->title, "Perubahan"))
    found -= 15;
  if (regulation->status == MFT_REGULATION_REPEALED)
    found -= 20;
  return regulation->status == MFT_REGULATION_UNSURE ? found - 22 : found;
}

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (int) second->regulation->year - (int) first->regulation->year;
}

/* "UU No. 11 Tahun 2008", "uu 11 tahun 2008" → "uu 11/2008". */
static char *
normalize (const char *query)
{
  g_autofree char *plain = mft_text_normalize (query);
  g_autofree char *lower = mft_capitals (plain, MFT_CAPITALS_LOWER);
  GString *words = g_string_new (lower);

  g_string_replace (words, "undang-undang", "uu", 0);
  g_string_replace (words, "peraturan pemerintah", "pp", 0);
  g_string_replace (words, "peraturan presiden", "perpres", 0);
  g_string_replace (words, " nomor ", " ", 0);
  g_string_replace (words, " no. ", " ", 0);
  g_string_replace (words, " no ", " ", 0);
  g_string_replace (words, " tahun ", "/", 0);
  return g_string_free (words, FALSE);
}

GPtrArray *
mft_regulation_search (const char *query, guint most)
{
  g_autofree char *words = normalize (query);
  g_auto (GStrv) parts = g_strsplit_set (words, " -/", -1);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  GPtrArray *all = _mft_regulation_list ();
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; *words != '\0' && i < all->len; i++)
    {
      Match match = { all->pdata[i], score (all->pdata[i], words, parts) };
      if (match.score > 0)
        g_array_append_val (matches, match);
    }
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < MIN (most, matches->len); i++)
    g_ptr_array_add (found, (gpointer) g_array_index (matches, Match, i).regulation);
  return found;
}
