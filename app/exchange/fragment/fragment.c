/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/fragment/fragment-private.h"

#include "bahasa/label.h"
#include "exchange/recognise/line.h"

/* Bullets are marks of a list like letters and digits. */
#define BULLET -1

static void
line_clear (gpointer data)
{
  mft_text_unref (((MftFragmentLine *) data)->text);
}

void
_mft_fragment_begin (MftFragmentReader *reader)
{
  *reader = (MftFragmentReader){ .lines = g_array_new (FALSE, FALSE, sizeof (MftFragmentLine)) };
  g_array_set_clear_func (reader->lines, line_clear);
}

static gsize
scan_bullet (const char *words)
{
  static const char *const bullets[] = { "- ", "– ", "• ", "· ", "* ", "\uf0b7 ", "o " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (words, bullets[i]))
      return strlen (bullets[i]);
  return 0;
}

/* A list whose marks are open goes on; other marks open one inside it. */
static guint
level_of (MftFragmentReader *reader, int kind)
{
  for (guint i = 0; i < reader->depth; i++)
    if (reader->kinds[i] == kind)
      {
        reader->depth = i + 1;
        return i + 1;
      }
  if (reader->depth < G_N_ELEMENTS (reader->kinds))
    reader->depth++;
  reader->kinds[reader->depth - 1] = kind;
  return reader->depth;
}

static MftFragmentLine
classify (MftFragmentReader *reader, const char *words, gsize *marker)
{
  MftFragmentLine line = { .kind = MFT_BLOCK_PARAGRAPH };
  gsize bullet = scan_bullet (words);
  MftLabel label;

  *marker = mft_label_scan (words, &label);
  if (*marker > 0 && label.kind == MFT_LABEL_PASAL)
    {
      line.kind = MFT_BLOCK_PASAL;
      reader->depth = 0;
    }
  else if (*marker > 0 && label.kind == MFT_LABEL_AYAT)
    {
      line.kind = MFT_BLOCK_AYAT;
      reader->depth = 0;
    }
  else if ((*marker > 0 && label.kind != MFT_LABEL_LAMPIRAN) || bullet > 0)
    {
      line.kind = MFT_BLOCK_ITEM;
      line.level = level_of (reader, *marker > 0 ? (int) label.kind : BULLET);
      *marker = MAX (*marker, bullet);
    }
  else
    *marker = 0;
  return line;
}

static void
join_to_last (MftFragmentReader *reader, MftText *text)
{
  MftFragmentLine *last = &g_array_index (reader->lines, MftFragmentLine, reader->lines->len - 1);
  g_autoptr (MftText) space
      = mft_text_length (last->text) > 0 ? mft_text_new (" ", MFT_STYLE_PLAIN) : NULL;
  g_autoptr (MftText) before
      = space != NULL ? mft_text_join (last->text, space) : mft_text_ref (last->text);

  mft_text_unref (last->text);
  last->text = mft_text_join (before, text);
}

static gboolean
goes_on (MftFragmentReader *reader, const char *words)
{
  const MftFragmentLine *last;

  if (reader->lines->len == 0)
    return FALSE;
  if (reader->wants_heading)
    return mft_words_are_capitals (words);
  last = &g_array_index (reader->lines, MftFragmentLine, reader->lines->len - 1);
  g_autofree char *before = mft_text_dup_words (last->text);
  return last->kind != MFT_BLOCK_PASAL && !mft_words_are_closed (before)
         && !mft_words_begin_sentence (words);
}

void
_mft_fragment_add (MftFragmentReader *reader, MftText *text)
{
  g_autofree char *words = mft_text_dup_words (text);
  gsize space = strspn (words, " ");
  gsize marker;

  if (words[space] == '\0')
    return;
  MftFragmentLine line = classify (reader, words + space, &marker);
  gsize start = space + marker + strspn (words + space + marker, " ");
  const char *end = words + strlen (words);
  while (end > words + start && end[-1] == ' ')
    end--;
  line.text = mft_text_slice (text, (guint) g_utf8_pointer_to_offset (words, words + start),
                              (guint) g_utf8_pointer_to_offset (words, end));
  if (line.kind == MFT_BLOCK_PARAGRAPH && goes_on (reader, words + space))
    {
      join_to_last (reader, line.text);
      mft_text_unref (line.text);
      reader->wants_heading = FALSE;
      return;
    }
  reader->wants_heading = line.kind == MFT_BLOCK_PASAL && mft_text_length (line.text) == 0;
  g_array_append_val (reader->lines, line);
}

GArray *
mft_fragment_read_text (const char *words)
{
  g_auto (GStrv) pieces = g_strsplit_set (words, "\n\r\v\f", -1);
  MftFragmentReader reader;

  _mft_fragment_begin (&reader);
  if (*words != '\0' && strpbrk (words, "\n\r\v\f") == NULL && strstr (words, "\u2028") == NULL)
    {
      MftFragmentLine alone
          = { .kind = MFT_BLOCK_PARAGRAPH, .text = mft_text_new (words, MFT_STYLE_PLAIN) };
      g_array_append_val (reader.lines, alone);
      return reader.lines;
    }
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (pieces[i], "\u2028", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        {
          g_autofree char *clean = g_strdelimit (g_strdup (parts[j]), "\t", ' ');
          g_autoptr (MftText) text = mft_text_new (clean, MFT_STYLE_PLAIN);
          _mft_fragment_add (&reader, text);
        }
    }
  return reader.lines;
}
