/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/line.h"

#include "bahasa/text.h"

MftImportLine *
mft_import_line_new (guint number, guint gap, MftText *text, char **columns)
{
  MftImportLine *line = g_new0 (MftImportLine, 1);

  line->number = number;
  line->gap = gap;
  line->text = mft_text_ref (text);
  line->words = mft_text_dup_words (text);
  line->columns = columns;
  return line;
}

void
mft_import_line_free (MftImportLine *line)
{
  mft_text_unref (line->text);
  g_free (line->words);
  g_strfreev (line->columns);
  g_free (line->id);
  g_clear_pointer (&line->anchors, g_ptr_array_unref);
  g_clear_pointer (&line->links, g_array_unref);
  g_free (line);
}

gboolean
mft_import_has_words (const char *line)
{
  for (; *line != '\0'; line = g_utf8_next_char (line))
    if (g_unichar_isalnum (g_utf8_get_char (line)))
      return TRUE;
  return FALSE;
}

gboolean
mft_import_is_page_number (const char *line)
{
  g_autofree char *bare = g_strdup (line);
  gsize length;

  g_strdelimit (bare, "-–—", ' ');
  g_strstrip (bare);
  length = strlen (bare);
  return (line[0] == '-' || g_str_has_prefix (line, "–")) && length > 0 && length <= 4
         && strspn (bare, "0123456789") == length && line[strlen (line) - 1] != bare[length - 1];
}

/* Where the next column begins: behind three or more spaces, or a tab. NULL: nowhere. */
static const char *
find_column_gap (const char *at, gsize *size)
{
  for (; *at != '\0'; at++)
    {
      *size = strspn (at, " \t");
      if (*size >= 3 || memchr (at, '\t', *size) != NULL)
        return at;
      at += *size > 0 ? *size - 1 : 0;
    }
  return NULL;
}

char **
mft_import_columns (const char *raw)
{
  GPtrArray *columns = g_ptr_array_new ();
  const char *at = raw;

  while (at != NULL)
    {
      gsize gap = 0;
      const char *end = find_column_gap (at, &gap);
      g_autofree char *part = end != NULL ? g_strndup (at, (gsize) (end - at)) : g_strdup (at);
      g_autofree char *piece = mft_text_normalize (part);

      if (mft_import_has_words (piece))
        g_ptr_array_add (columns, g_steal_pointer (&piece));
      at = end != NULL ? end + gap : NULL;
    }
  g_ptr_array_add (columns, NULL);
  return (char **) g_ptr_array_free (columns, FALSE);
}

MftText *
mft_import_line_dup_rest (const MftImportLine *line, gsize size)
{
  const char *rest = line->words + size;

  while (*rest == ' ')
    rest++;
  return mft_text_slice (line->text, (guint) g_utf8_pointer_to_offset (line->words, rest),
                         mft_text_length (line->text));
}

gboolean
mft_words_are_capitals (const char *words)
{
  gboolean letters = FALSE;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_islower (c))
        return FALSE;
      letters |= g_unichar_isupper (c);
    }
  return letters;
}

/* Where the words end without closing quotes and brackets. */
static gsize
length_without_closers (const char *words, gsize length)
{
  static const char *const closers[] = { ")", "\"", "'", "”", "’", " " };
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (closers); i++)
        {
          gsize size = strlen (closers[i]);
          if (length >= size && memcmp (words + length - size, closers[i], size) == 0)
            {
              length -= size;
              found = TRUE;
            }
        }
    }
  return length;
}

gboolean
mft_words_are_closed (const char *words)
{
  static const char *const endings[] = { "; dan", "; atau", "; dan/atau", ", dan", ", atau" };
  gsize length = length_without_closers (words, strlen (words));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (words, endings[i]))
      return TRUE;
  return length > 0 && strchr (".;:", words[length - 1]) != NULL;
}

gboolean
mft_words_want_number (const char *words)
{
  static const char *const keywords[]
      = { "ayat", "huruf", "angka", "pasal", "nomor", "butir", "bagian", "lampiran", "tahun" };
  const char *last = strrchr (words, ' ');
  g_autofree char *word = g_ascii_strdown (last != NULL ? last + 1 : words, -1);

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_equal (word, keywords[i]))
      return TRUE;
  /* "… ayat (1) dan / (2)" */
  return (g_str_equal (word, "dan") || g_str_equal (word, "atau") || g_str_equal (word, "dengan"))
         && last != NULL && last > words && last[-1] == ')';
}

gboolean
mft_words_go_on (const char *words)
{
  static const char *const endings[] = { ",", "-", " dan", " atau", " yang", " dengan", " untuk" };
  gsize length = strlen (words);

  /* A role and a comma stand above a name: "PIHAK KESATU,". */
  if (length > 0 && mft_words_are_capitals (words))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (words, endings[i]) && !mft_words_are_closed (words))
      return TRUE;
  return mft_words_want_number (words);
}

gboolean
mft_words_begin_sentence (const char *words)
{
  gunichar first = g_utf8_get_char (words);

  return g_unichar_isupper (first) || g_unichar_isdigit (first) || first == '"' || first == 0x201C
         || first == 0x201D || first == '(';
}
