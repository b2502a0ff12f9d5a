/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/line.h"

#include <glib/gi18n.h>

#include "agreement/chapter.h"

#define LEVEL_MOST 5

/* A block is one line of the buffer; this parts the label of a Pasal from its heading inside it. */
#define LINE_SEPARATOR "\u2028"

static guint
characters (const char *text)
{
  return (guint) g_utf8_strlen (text, -1);
}

static MftLineStyle
style_of (MftBlock *block)
{
  switch (mft_block_get_kind (block))
    {
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_ATTACHMENT:
      return MFT_LINE_HEADING;
    case MFT_BLOCK_CENTERED:
    case MFT_BLOCK_FIGURE:
      return MFT_LINE_CENTERED;
    case MFT_BLOCK_AYAT:
      return MFT_LINE_AYAT;
    case MFT_BLOCK_ITEM:
    case MFT_BLOCK_CONTACT:
    case MFT_BLOCK_PERSON:
      return MFT_LINE_ITEM;
    case MFT_BLOCK_ROW:
    case MFT_BLOCK_TABLE_HEAD:
      return MFT_LINE_ROW;
    case MFT_BLOCK_AGREEMENT:
    case MFT_BLOCK_TITLE:
    case MFT_BLOCK_OPENING:
    case MFT_BLOCK_KOMPARISI:
    case MFT_BLOCK_RECITALS:
    case MFT_BLOCK_LEGAL_BASIS:
    case MFT_BLOCK_SENTENCE:
    case MFT_BLOCK_BODY:
    case MFT_BLOCK_CLOSING:
    case MFT_BLOCK_SIGNATURES:
    case MFT_BLOCK_PARAGRAPH:
    case MFT_BLOCK_LINE:
    case MFT_BLOCK_SIGNATURE:
    case MFT_BLOCK_TABLE:
    case MFT_BLOCK_CELL:
      return MFT_LINE_PLAIN;
    }
  g_return_val_if_reached (MFT_LINE_PLAIN);
}

/* How far in the line stands: as far as the list it is in. */
static guint
level_of (MftBlock *block)
{
  guint level = 0;

  for (MftBlock *at = mft_block_get_parent (block); at != NULL; at = mft_block_get_parent (at))
    {
      MftBlockKind kind = mft_block_get_kind (at);
      gboolean labelled = *mft_block_get_label (at) != '\0';
      if (kind == MFT_BLOCK_ITEM || kind == MFT_BLOCK_CONTACT
          || (kind == MFT_BLOCK_AYAT && labelled))
        level++;
    }
  return MIN (level, LEVEL_MOST);
}

static gboolean
begins_part (MftBlock *block)
{
  MftBlock *parent = mft_block_get_parent (block);
  MftBlock *above = parent != NULL ? mft_block_get_parent (parent) : NULL;

  return above != NULL && mft_block_get_kind (above) == MFT_BLOCK_AGREEMENT
         && mft_block_get_index (block) == 0 && mft_block_get_index (parent) > 0;
}

/* "BAB II", its heading, "Pasal 7": lines of one label. */
static char *
pasal_prefix (MftAgreement *agreement, MftBlock *pasal)
{
  g_autofree char *chapter = mft_chapter_dup_label (agreement, pasal);
  g_autofree char *heading = mft_chapter_dup_heading (agreement, pasal);
  const char *label = mft_block_get_label (pasal);

  if (chapter == NULL)
    return g_strconcat (label, LINE_SEPARATOR, NULL);
  return g_strconcat (chapter, LINE_SEPARATOR, heading, LINE_SEPARATOR, label, LINE_SEPARATOR,
                      NULL);
}

static char *
prefix_of (MftAgreement *agreement, MftBlock *block, MftLineStyle style)
{
  const char *label = mft_block_get_label (block);

  /* Translators: stands before a paragraph that cannot be changed here. */
  if (mft_block_get_trait (block, MFT_TRAIT_KEPT) != NULL)
    return g_strconcat (_ ("[locked: from a newer Mufakat]"), " ", NULL);
  if (*label == '\0')
    return g_strdup ("");
  if (mft_block_get_kind (block) == MFT_BLOCK_PASAL)
    return pasal_prefix (agreement, block);
  return g_strconcat (label, style == MFT_LINE_HEADING ? LINE_SEPARATOR : "\t", NULL);
}

static char *
row_words (MftAgreement *agreement, MftBlock *row)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < mft_block_n_children (row); i++)
    {
      g_autofree char *cell = mft_shown_text (agreement, mft_block_get_child (row, i));
      g_string_append_printf (words, "%s%s", i > 0 ? "  ·  " : "", cell);
    }
  return g_string_free (words, FALSE);
}

/* What would end the line in the buffer becomes a blank of the same length in characters. */
static void
keep_on_one_line (char *words)
{
  for (char *at = words; *at != '\0'; at++)
    if (*at == '\n' || *at == '\r')
      *at = ' ';
}

static gboolean
has_line (MftBlock *block)
{
  MftBlockKind kind = mft_block_get_kind (block);

  return (mft_block_kind_has_text (kind) && kind != MFT_BLOCK_CELL) || kind == MFT_BLOCK_ROW
         || kind == MFT_BLOCK_TABLE_HEAD;
}

MftLine *
mft_line_new (MftAgreement *agreement, MftBlock *block)
{
  GString *shown;
  MftLine *line;

  if (!has_line (block))
    return NULL;
  line = g_new0 (MftLine, 1);
  line->id = g_strdup (mft_block_get_id (block));
  line->style = style_of (block);
  line->level = level_of (block);
  line->begins = begins_part (block);
  line->text = mft_text_ref (mft_block_get_text (block));
  line->spans = mft_shown_spans (agreement, block);

  g_autofree char *prefix = prefix_of (agreement, block, line->style);
  line->prefix = characters (prefix);
  shown = g_string_new (prefix);
  for (guint i = 0; i < line->spans->len; i++)
    {
      MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, i);
      keep_on_one_line (span->text);
      g_string_append (shown, span->text);
    }
  if (line->style == MFT_LINE_ROW)
    {
      g_autofree char *words = row_words (agreement, block);
      keep_on_one_line (words);
      g_string_append (shown, words);
    }
  line->shown = g_string_free (shown, FALSE);
  return line;
}

void
mft_line_free (MftLine *line)
{
  g_free (line->id);
  g_free (line->shown);
  g_array_unref (line->spans);
  mft_text_unref (line->text);
  g_free (line);
}

static gboolean
same_spans (const MftLine *a, const MftLine *b)
{
  if (a->spans->len != b->spans->len)
    return FALSE;
  for (guint i = 0; i < a->spans->len; i++)
    if (g_array_index (a->spans, MftShownSpan, i).state
        != g_array_index (b->spans, MftShownSpan, i).state)
      return FALSE;
  return TRUE;
}

gboolean
mft_line_equal (const MftLine *a, const MftLine *b)
{
  return a->style == b->style && a->level == b->level && a->begins == b->begins
         && a->prefix == b->prefix && g_str_equal (a->id, b->id) && g_str_equal (a->shown, b->shown)
         && mft_text_equal (a->text, b->text) && same_spans (a, b);
}

guint
mft_line_to_text (const MftLine *line, guint offset, gboolean after)
{
  guint shown = line->prefix;
  guint end = 0;

  for (guint i = 0; i < line->spans->len; i++)
    {
      const MftShownSpan *span = &g_array_index (line->spans, MftShownSpan, i);
      guint length = characters (span->text);
      gboolean words = span->run->kind == MFT_RUN_TEXT;
      if (offset <= shown)
        return span->run_start;
      if (offset < shown + length)
        return span->run_start + (words ? offset - shown : after ? 1 : 0);
      shown += length;
      end = span->run_start + mft_run_length (span->run);
    }
  return end;
}

guint
mft_line_from_text (const MftLine *line, guint text_offset)
{
  return line->prefix + mft_shown_offset_from_text (line->spans, text_offset);
}

GPtrArray *
mft_lines_new (MftAgreement *agreement)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_line_free);
  MftBlock *root = mft_agreement_get_root (agreement);

  for (MftBlock *block = root; block != NULL; block = mft_block_next (block, root))
    {
      MftLine *line = mft_line_new (agreement, block);
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  return lines;
}
