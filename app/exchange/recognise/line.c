/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/recognise/line.h"

MftImportLine *
mft_import_line_new (guint number, guint gap, MftText *text, char **columns)
{
  MftImportLine *line = g_new (MftImportLine, 1);

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
  g_free (line);
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
mft_words_begin_sentence (const char *words)
{
  gunichar first = g_utf8_get_char (words);

  return g_unichar_isupper (first) || g_unichar_isdigit (first) || first == '"' || first == 0x201C
         || first == 0x201D || first == '(';
}
