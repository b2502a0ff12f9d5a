/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/hyphenation.h"

#include <hyphen.h>

#include "config.h"

#define LETTERS_LEAST 6
#define LETTERS_MOST 60
#define SIDE_LEAST 3

static HyphenDict *
dictionary (void)
{
  static gsize loaded;
  static HyphenDict *dictionary_id;

  if (g_once_init_enter (&loaded))
    {
      dictionary_id = hnj_hyphen_load (MFT_HYPHEN_DICTIONARY);
      g_once_init_leave (&loaded, 1);
    }
  return dictionary_id;
}

void
mft_hyphenation_prepare (void)
{
  dictionary ();
}

/* The word in small letters as the dictionary wants it (ISO 8859-1); FALSE if it is not for us. */
static gboolean
to_dictionary (const gunichar *letters, guint count, char *word)
{
  guint capitals = 0;

  if (count < LETTERS_LEAST || count > LETTERS_MOST)
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      gunichar small = g_unichar_tolower (letters[i]);
      capitals += small != letters[i] ? 1 : 0;
      if (small > 0xff || !g_unichar_isalpha (small))
        return FALSE;
      word[i] = (char) (guchar) small;
    }
  word[count] = '\0';
  return capitals < 2;
}

void
mft_hyphenate (const gunichar *letters, guint count, guint8 *breaks)
{
  static GMutex lock;
  char word[LETTERS_MOST + 1];
  char points[LETTERS_MOST + 6]; /* libhyphen: the word's length + 5 */
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;

  memset (breaks, 0, count);
  if (dictionary () == NULL || !to_dictionary (letters, count, word))
    return;
  g_mutex_lock (&lock);
  int failed
      = hnj_hyphen_hyphenate3 (dictionary (), word, (int) count, points, NULL, &replacements,
                               &positions, &cuts, SIDE_LEAST, SIDE_LEAST, SIDE_LEAST, SIDE_LEAST);
  g_mutex_unlock (&lock);
  for (guint i = SIDE_LEAST - 1; !failed && i + SIDE_LEAST < count; i++)
    breaks[i] = (points[i] & 1) != 0 && (replacements == NULL || replacements[i] == NULL);
  for (guint i = 0; replacements != NULL && i < count; i++)
    free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);
}
