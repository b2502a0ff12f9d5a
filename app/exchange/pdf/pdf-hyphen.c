/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-hyphen.h"

#include "exchange/pdf/pdf-line.h"

#define COLUMN "   " /* as MftPdfLine parts them */
#define SOFT_HYPHEN "\xc2\xad"
#define CUT_LEAST 2      /* letters on either side of a line's end */
#define REPEATED_LEAST 3 /* that a word repeats */

/* Its letters, small; "" for none. Owned by the caller. */
static char *
letters_of (const char *word)
{
  GString *letters = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (at)));
    else if (letters->len > 0)
      break;
  return g_string_free (letters, FALSE);
}

/* The words of all lines, and those that have a hyphen of their own whole: "non-elektronik". */
static GHashTable *
collect_words (GPtrArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MftPdfLine *line = lines->pdata[i];
      g_auto (GStrv) parts = g_strsplit (line->words, " ", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        {
          const char *hyphen = strchr (parts[k], '-');
          g_autofree char *first = letters_of (parts[k]);
          if (hyphen != NULL && hyphen[1] != '\0')
            {
              g_autofree char *second = letters_of (hyphen + 1);
              g_hash_table_add (words, g_strconcat (first, "-", second, NULL));
            }
          g_hash_table_add (words, g_steal_pointer (&first));
        }
    }
  return words;
}

/* "undang" and "undangan", "warna" and "warni", "tukar" and "menukar": the hyphen is the word's own. */
static gboolean
is_reduplication (const char *head, const char *tail)
{
  gsize length = strlen (head);
  gsize alike = 0;

  for (gsize n = REPEATED_LEAST; n <= length; n++)
    if (strncmp (head + length - n, tail, n) == 0)
      return TRUE;
  for (gsize i = 0; i < length && tail[i] != '\0'; i++)
    alike += head[i] == tail[i] ? 1 : 0;
  return length > REPEATED_LEAST && (2 * alike > length || strstr (tail, head + 1) != NULL);
}

/* The letters that a word ends with, small. Owned by the caller. */
static char *
last_letters (const char *word)
{
  const char *start = word + strlen (word);

  while (start > word && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  return letters_of (start);
}

/* Whether the end of a line cut a word into these. `words` says how it is written elsewhere; if nowhere, what
 * goes on in small letters was one word: "ke-" and "menterian". That of a date or number stays: "(08-05-2023)". */
static gboolean
is_cut (const char *first, const char *next, GHashTable *words)
{
  g_autofree char *head = last_letters (first);
  g_autofree char *tail = letters_of (next);
  g_autofree char *whole = g_strconcat (head, tail, NULL);
  g_autofree char *compound = g_strconcat (head, "-", tail, NULL);

  if (head[0] == '\0' || !g_unichar_isalpha (g_utf8_get_char (next)))
    return FALSE;
  if (g_hash_table_contains (words, whole))
    return TRUE;
  return strlen (head) >= CUT_LEAST && strlen (tail) >= CUT_LEAST
         && g_unichar_islower (g_utf8_get_char (g_utf8_prev_char (first + strlen (first))))
         && g_unichar_islower (g_utf8_get_char (next)) && !g_hash_table_contains (words, compound)
         && !is_reduplication (head, tail);
}

/* Where what goes on begins: in the column that the line before ended in, the last one. */
static char *
last_column (MftPdfLine *line)
{
  char *found = line->words;

  for (char *at = strstr (found, COLUMN); at != NULL; at = strstr (found, COLUMN))
    found = at + strlen (COLUMN);
  return found;
}

/* The bytes of the hyphen that `line` ends with, if the next word goes on with it; 0: it does not. */
static gsize
cut_of (const MftPdfLine *line, const char *next, GHashTable *words)
{
  const char *last = strrchr (line->words, ' ');
  gsize size = strlen (line->words);

  if (g_str_has_suffix (line->words, SOFT_HYPHEN))
    return strlen (SOFT_HYPHEN);
  if (size < 2 || line->words[size - 1] != '-')
    return 0;
  g_autofree char *head = g_strndup (last != NULL ? last + 1 : line->words, size);
  g_autofree char *first = g_strndup (head, strlen (head) - 1);
  return is_cut (first, next, words) ? 1 : 0;
}

/* Letters that are no spaces. */
static guint
count_ink (const char *words, const char *end)
{
  guint count = 0;

  for (; words < end; words = g_utf8_next_char (words))
    count += g_unichar_isspace (g_utf8_get_char (words)) ? 0 : 1;
  return count;
}

/* The styles of the letters of `next` between these go to the end of `line`, whose hyphen goes. */
static void
move_styles (MftPdfLine *line, MftPdfLine *next, guint from, guint to)
{
  if (line->styles == NULL || next->styles == NULL || line->styles->len == 0
      || next->styles->len < to)
    return;
  g_byte_array_set_size (line->styles, line->styles->len - 1);
  g_byte_array_append (line->styles, next->styles->data + from, to - from);
  g_byte_array_remove_range (next->styles, from, to - from);
}

/* The next line's first word goes to the end of this one. */
static void
join (MftPdfLine *line, MftPdfLine *next, gsize hyphen)
{
  char *column = last_column (next);
  gsize size = strcspn (column, " ");
  guint before_ink = count_ink (next->words, column);

  move_styles (line, next, before_ink, before_ink + count_ink (column, column + size));
  g_autofree char *kept = g_strndup (line->words, strlen (line->words) - hyphen);
  g_autofree char *word = g_strndup (column, size);
  const char *rest = column + size + strspn (column + size, " ");
  g_autofree char *before = g_strndup (next->words, (gsize) (column - next->words));
  char *left = g_strchomp (g_strconcat (before, rest, NULL));

  g_free (line->words);
  line->words = g_strconcat (kept, word, NULL);
  g_free (next->words);
  next->words = left;
}

void
mft_pdf_join_hyphens (GPtrArray *lines)
{
  g_autoptr (GHashTable) words = collect_words (lines);

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      MftPdfLine *line = lines->pdata[i];
      MftPdfLine *next = lines->pdata[i + 1];
      gsize hyphen = cut_of (line, last_column (next), words);

      if (hyphen == 0)
        continue;
      join (line, next, hyphen);
      if (next->words[0] == '\0')
        g_ptr_array_remove_index (lines, i + 1);
    }
}
