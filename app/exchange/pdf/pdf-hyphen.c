/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-hyphen.h"

#include "exchange/pdf/pdf-line.h"

#define COLUMN "   " /* as MftPdfLine parts them */
#define SOFT_HYPHEN "\xc2\xad"

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

static GHashTable *
collect_words (GPtrArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MftPdfLine *line = lines->pdata[i];
      g_auto (GStrv) parts = g_strsplit (line->words, " ", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        g_hash_table_add (words, letters_of (parts[k]));
    }
  return words;
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
  g_autofree char *whole = g_strconcat (first, next, NULL);
  g_autofree char *letters = letters_of (whole);
  /* That of a date or a number stays: "(08-05-2023)". */
  return letters[0] != '\0' && g_hash_table_contains (words, letters) ? 1 : 0;
}

/* The next line's first word goes to the end of this one. */
static void
join (MftPdfLine *line, MftPdfLine *next, gsize hyphen)
{
  char *column = last_column (next);
  gsize size = strcspn (column, " ");
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
