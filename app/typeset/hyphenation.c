/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/hyphenation.h"

#include "hyphen-trie.h"

#define LETTERS_LEAST 6
#define LETTERS_MOST 60
#define SIDE_LEAST 3

/* The word in small letters between two points, as the patterns have it; FALSE if it is not for us. */
static gboolean
to_pattern (const gunichar *letters, guint count, char *word)
{
  guint capitals = 0;

  if (count < LETTERS_LEAST || count > LETTERS_MOST)
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      gunichar small = g_unichar_tolower (letters[i]);
      capitals += small != letters[i] ? 1 : 0;
      if (small < 'a' || small > 'z')
        return FALSE;
      word[i + 1] = (char) small;
    }
  word[0] = word[count + 1] = '.';
  word[count + 2] = '\0';
  return capitals < 2;
}

/* The child of a node for a letter; 0, the root, if there is none. */
static guint
step (guint node, char letter)
{
  guint first = hyphen_nodes[node].children;

  for (guint i = first; i < first + hyphen_nodes[node].n_children; i++)
    if (hyphen_nodes[i].letter == letter)
      return i;
  return 0;
}

/* The weight of each place, before word[i], is the greatest that any pattern gives it; odd ones are where a word
 * may break (Liang, Word Hy-phen-a-tion by Com-put-er, 1983). */
static void
weigh (const char *word, guint8 *weights)
{
  for (guint start = 0; word[start] != '\0'; start++)
    for (guint at = start, node = step (0, word[at]); node != 0; node = step (node, word[++at]))
      for (guint i = 0; hyphen_nodes[node].points != 0 && i <= at - start + 1; i++)
        weights[start + i] = MAX (weights[start + i], hyphen_points[hyphen_nodes[node].points + i]);
}

/* "di-ikuti", "di-ubah": the patterns do not know the prefix before a vowel and break behind it. A word of
 * which it is no part ("dialog") breaks there as well. */
static gboolean
is_after_prefix_vowel (const char *word, guint i)
{
  return i == 2 && word[1] == 'd' && word[2] == 'i' && strchr ("aiueo", word[3]) != NULL;
}

void
mft_hyphenate (const gunichar *letters, guint count, guint8 *breaks)
{
  char word[LETTERS_MOST + 3];
  guint8 weights[LETTERS_MOST + 3] = { 0 };

  memset (breaks, 0, count);
  if (!to_pattern (letters, count, word))
    return;
  weigh (word, weights);
  for (guint i = SIDE_LEAST - 1; i + SIDE_LEAST < count; i++)
    breaks[i] = (weights[i + 2] & 1) && !is_after_prefix_vowel (word, i);
}
