/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/text/text-reader.h"

#include "bahasa/text.h"
#include "exchange/error.h"
#include "exchange/recognise/importer.h"
#include "exchange/recognise/line.h"

#define SIZE_MOST (4 * 1024 * 1024)

typedef struct
{
  GPtrArray *lines;
  MftImportReport *report;
  MftStyle style; /* a bold run may go over lines that follow each other */
  guint number;
  guint gap;
} Reader;

static gboolean
is_escapable (char c)
{
  return c != '\0' && strchr ("\\`*_{}[]<>()#+-.!|$~&", c) != NULL;
}

/* Whether the star at `at` opens or closes italics: a partner on this line, no space inside. */
static gboolean
is_italic_mark (const char *line, const char *at, MftStyle style)
{
  if ((style & MFT_STYLE_ITALIC) != 0)
    return at > line && at[-1] != ' ';
  return at[1] != ' ' && at[1] != '\0' && strchr (at + 1, '*') != NULL;
}

/* Takes Markdown's marks out of a line and makes styles of them. */
static MftText *
parse_styles (Reader *reader, const char *line)
{
  MftTextBuilder builder;
  g_autoptr (GString) words = g_string_new (NULL);
  const char *at = line;

  mft_text_builder_init (&builder);
  while (*at != '\0')
    {
      gboolean bold = at[0] == '*' && at[1] == '*';
      gboolean italic = !bold && at[0] == '*' && is_italic_mark (line, at, reader->style);

      if (bold || italic)
        {
          mft_text_builder_words (&builder, words->str, reader->style);
          g_string_truncate (words, 0);
          reader->style ^= bold ? MFT_STYLE_BOLD : MFT_STYLE_ITALIC;
          at += bold ? 2 : 1;
        }
      else
        {
          at += at[0] == '\\' && is_escapable (at[1]) ? 1 : 0;
          g_string_append_c (words, *at++);
        }
    }
  mft_text_builder_words (&builder, words->str, reader->style);
  reader->style &= ~(guint) MFT_STYLE_ITALIC;
  return mft_text_builder_end (&builder);
}

/* Past a bullet or a heading mark; they say nothing about the level (reference: import traps). */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "- ", "* ", "+ ", "• ", "– ", "— ", "> " };

  if (line[0] == '#')
    {
      gsize marks = strspn (line, "#");
      if (line[marks] == ' ')
        line += marks + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return skip_bullet (line + strlen (bullets[i]));
  return line;
}

static gboolean
has_words (const char *line)
{
  for (; *line != '\0'; line = g_utf8_next_char (line))
    if (g_unichar_isalnum (g_utf8_get_char (line)))
      return TRUE;
  return FALSE;
}

/* "- 3 -": a page number between dashes. */
static gboolean
is_page_number (const char *line)
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

static char **
split_columns (const char *raw)
{
  GPtrArray *columns = g_ptr_array_new ();
  const char *at = raw;

  while (at != NULL)
    {
      gsize gap = 0;
      const char *end = find_column_gap (at, &gap);
      g_autofree char *part = end != NULL ? g_strndup (at, (gsize) (end - at)) : g_strdup (at);
      g_autofree char *piece = mft_text_normalize (part);

      if (has_words (piece))
        g_ptr_array_add (columns, g_steal_pointer (&piece));
      at = end != NULL ? end + gap : NULL;
    }
  g_ptr_array_add (columns, NULL);
  return (char **) g_ptr_array_free (columns, FALSE);
}

static void
add_line (Reader *reader, const char *raw)
{
  g_autofree char *normal = mft_text_normalize (raw);

  reader->number++;
  if (normal[0] == '\0')
    {
      reader->gap++;
      reader->style = MFT_STYLE_PLAIN;
      return;
    }
  if (!has_words (normal) || is_page_number (normal))
    {
      mft_import_report_drop (reader->report, reader->number, normal);
      return;
    }
  g_autoptr (MftText) text = parse_styles (reader, skip_bullet (normal));
  g_ptr_array_add (reader->lines,
                   mft_import_line_new (reader->number, reader->gap, text, split_columns (raw)));
  reader->gap = 0;
}

static char *
to_utf8 (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size == 0)
    return g_strdup ("");
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);
  text = g_convert (data, (gssize) size, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (data, (gssize) size);
}

MftAgreement *
mft_text_import (GBytes *bytes, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_import_line_free);
  Reader reader = { .lines = lines, .report = report };
  g_autofree char *text = NULL;
  g_auto (GStrv) raw = NULL;

  if (g_bytes_get_size (bytes) > SIZE_MOST)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_LIMIT, "text too large");
      return NULL;
    }
  text = to_utf8 (bytes);
  g_strdelimit (text, "\f\v", '\n');
  raw = g_strsplit (text, "\n", -1);
  for (guint i = 0; raw[i] != NULL; i++)
    add_line (&reader, g_strdelimit (raw[i], "\r", ' '));
  if (lines->len == 0)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY,
                           "no words in the text");
      return NULL;
    }
  return mft_import_recognise (lines, report);
}
