/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/text/text-writer.h"

#include "agreement/chapter.h"
#include "agreement/shown.h"

typedef struct
{
  MftAgreement *agreement;
  GString *out;
} Writer;

static void
indent (Writer *writer, guint level)
{
  for (guint i = 0; i < level; i++)
    g_string_append (writer->out, "    ");
}

static void
write_line (Writer *writer, guint level, const char *label, const char *words)
{
  indent (writer, level);
  g_string_append (writer->out, label);
  if (label[0] != '\0' && words[0] != '\0')
    g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, words);
  g_string_append_c (writer->out, '\n');
}

static void
write_gap (Writer *writer)
{
  if (writer->out->len > 0 && !g_str_has_suffix (writer->out->str, "\n\n"))
    g_string_append_c (writer->out, '\n');
}

/* "Pasal 7" and its heading stand in two lines, all else in one. */
/* The BAB that begins with a Pasal. */
static void
write_chapter (Writer *writer, MftBlock *pasal)
{
  g_autofree char *label = mft_chapter_dup_label (writer->agreement, pasal);
  g_autofree char *heading = mft_chapter_dup_heading (writer->agreement, pasal);

  if (label == NULL)
    return;
  write_gap (writer);
  write_line (writer, 0, label, "");
  write_line (writer, 0, "", heading);
}

static void
write_heading (Writer *writer, MftBlock *block, const char *words)
{
  write_chapter (writer, block);
  write_gap (writer);
  write_line (writer, 0, mft_block_get_label (block), "");
  if (words[0] != '\0')
    write_line (writer, 0, "", words);
  g_string_append_c (writer->out, '\n');
}

static void
write_row (Writer *writer, MftBlock *row, guint level)
{
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = 0; i < mft_block_n_children (row); i++)
    {
      g_autofree char *words = mft_shown_text (writer->agreement, mft_block_get_child (row, i));
      g_string_append_printf (cells, "%s%s", i > 0 ? " | " : "", words);
    }
  write_line (writer, level, "", cells->str);
}

static void write_block (Writer *writer, MftBlock *block, guint level);

static void
write_children (Writer *writer, MftBlock *block, guint level)
{
  for (guint i = 0; i < mft_block_n_children (block); i++)
    write_block (writer, mft_block_get_child (block, i), level);
}

static void
write_block (Writer *writer, MftBlock *block, guint level)
{
  MftBlockKind kind = mft_block_get_kind (block);
  g_autofree char *words = mft_shown_text (writer->agreement, block);

  switch (kind)
    {
    case MFT_BLOCK_PASAL:
    case MFT_BLOCK_ATTACHMENT:
      write_heading (writer, block, words);
      write_children (writer, block, 0);
      break;
    case MFT_BLOCK_TABLE_HEAD:
    case MFT_BLOCK_ROW:
      write_row (writer, block, level);
      break;
    case MFT_BLOCK_ITEM:
    case MFT_BLOCK_CONTACT:
      write_line (writer, level, mft_block_get_label (block), words);
      write_children (writer, block, level + 1);
      break;
    case MFT_BLOCK_LINE:
      write_line (writer, level, "", words);
      break;
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
    case MFT_BLOCK_TABLE:
      write_children (writer, block, level);
      break;
    case MFT_BLOCK_CENTERED:
    case MFT_BLOCK_PERSON:
    case MFT_BLOCK_AYAT:
    case MFT_BLOCK_PARAGRAPH:
    case MFT_BLOCK_SIGNATURE:
    case MFT_BLOCK_CELL:
    case MFT_BLOCK_FIGURE:
      write_gap (writer);
      if (words[0] != '\0' || mft_block_get_label (block)[0] != '\0')
        write_line (writer, level, mft_block_get_label (block), words);
      write_children (writer, block, kind == MFT_BLOCK_SIGNATURE ? level : level + 1);
      break;
    }
}

char *
mft_text_export (MftAgreement *agreement)
{
  Writer writer = { agreement, g_string_new (NULL) };

  write_block (&writer, mft_agreement_get_root (agreement), 0);
  return g_string_free (writer.out, FALSE);
}
