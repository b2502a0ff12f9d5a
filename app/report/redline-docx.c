/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/redline.h"

#include <string.h>

#include "report/office.h"

typedef struct
{
  MftXmlWriter *xml;
  const char *author;
  const char *date;
  guint changes; /* so far; each has a number */
} Writer;

static const char *
element_of (MftPieceKind kind)
{
  return kind == MFT_PIECE_ADDED ? "w:ins" : "w:del";
}

static void
start_change (Writer *writer, MftPieceKind kind)
{
  g_autofree char *number = g_strdup_printf ("%u", ++writer->changes);

  mft_xml_writer_start (writer->xml, element_of (kind));
  mft_xml_writer_attribute (writer->xml, "w:id", number);
  mft_xml_writer_attribute (writer->xml, "w:author", writer->author);
  mft_xml_writer_attribute (writer->xml, "w:date", writer->date);
}

/* A run as it is, or put in or taken out. */
static void
write_run (Writer *writer, MftPieceKind kind, const char *text, gboolean bold)
{
  if (text[0] == '\0')
    return;
  if (kind != MFT_PIECE_KEPT)
    start_change (writer, kind);
  mft_xml_writer_start (writer->xml, "w:r");
  if (bold)
    mft_xml_writer_raw (writer->xml, "<w:rPr><w:b/></w:rPr>");
  mft_office_words (writer->xml, kind == MFT_PIECE_REMOVED ? "w:delText" : "w:t", text);
  mft_xml_writer_end (writer->xml);
  if (kind != MFT_PIECE_KEPT)
    mft_xml_writer_end (writer->xml);
}

/* Word writes a paragraph's end at its start. `mark` says whether that end was put in or taken out. */
static void
start_paragraph (Writer *writer, MftPieceKind mark, gboolean centred)
{
  mft_xml_writer_line (writer->xml);
  mft_xml_writer_start (writer->xml, "w:p");
  mft_xml_writer_start (writer->xml, "w:pPr");
  if (centred)
    mft_xml_writer_raw (writer->xml, "<w:jc w:val=\"center\"/>");
  if (mark != MFT_PIECE_KEPT)
    {
      mft_xml_writer_start (writer->xml, "w:rPr");
      start_change (writer, mark);
      mft_xml_writer_end (writer->xml);
      mft_xml_writer_end (writer->xml);
    }
  mft_xml_writer_end (writer->xml);
}

/* The label and the words, with what an entry has of both versions. */
static GArray *
list_pieces (const MftRedlineEntry *entry)
{
  GArray *pieces = mft_pieces_new ();
  const char *left = entry->left != NULL ? entry->left->label : "";
  const char *right = entry->right != NULL ? entry->right->label : "";
  gboolean same = g_str_equal (left, right);
  const char *gap = left[0] != '\0' || right[0] != '\0' ? " " : "";

  mft_pieces_add (pieces, same ? MFT_PIECE_KEPT : MFT_PIECE_REMOVED, left, strlen (left));
  if (!same)
    mft_pieces_add (pieces, MFT_PIECE_ADDED, right, strlen (right));
  if (entry->left != NULL && entry->right != NULL)
    {
      mft_pieces_add (pieces,
                      same               ? MFT_PIECE_KEPT
                      : left[0] == '\0'  ? MFT_PIECE_ADDED
                      : right[0] == '\0' ? MFT_PIECE_REMOVED
                                         : MFT_PIECE_KEPT,
                      gap, strlen (gap));
      g_autoptr (GArray) words = mft_change_dup_pieces_with_labels (entry->change);
      for (guint i = 0; i < words->len; i++)
        {
          const MftPiece *piece = &g_array_index (words, MftPiece, i);
          mft_pieces_add (pieces, piece->kind, piece->text, strlen (piece->text));
        }
      return pieces;
    }
  MftPieceKind kind = entry->left != NULL ? MFT_PIECE_REMOVED : MFT_PIECE_ADDED;
  const MftVersion *version = entry->left != NULL ? entry->left : entry->right;
  mft_pieces_add (pieces, kind, gap, strlen (gap));
  g_autofree char *text = mft_version_dup_text_with_labels (version);
  mft_pieces_add (pieces, kind, text, strlen (text));
  return pieces;
}

/* Pieces of one paragraph, and what became of its end. */
typedef struct
{
  GArray *pieces;
  MftPieceKind end;
  gboolean centred;
} Line;

static void
clear_line (gpointer line)
{
  g_array_unref (((Line *) line)->pieces);
}

static gboolean
is_centred (const MftVersion *version)
{
  return mft_version_is_heading (version) || version->kind == MFT_BLOCK_CENTERED
         || version->kind == MFT_BLOCK_ATTACHMENT;
}

/* Line feeds, kept, put in or taken out, end paragraphs. */
static void
add_lines (GArray *lines, const MftRedlineEntry *entry)
{
  const MftVersion *version = entry->right != NULL ? entry->right : entry->left;
  MftPieceKind last_end = entry->left == NULL    ? MFT_PIECE_ADDED
                          : entry->right == NULL ? MFT_PIECE_REMOVED
                                                 : MFT_PIECE_KEPT;
  g_autoptr (GArray) pieces = list_pieces (entry);
  Line line = { mft_pieces_new (), last_end, is_centred (version) };

  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      g_auto (GStrv) parts = g_strsplit (piece->text, "\n", -1);
      for (guint j = 0; parts[j] != NULL; j++)
        {
          if (j > 0)
            {
              line.end = piece->kind;
              g_array_append_val (lines, line);
              line.pieces = mft_pieces_new ();
              line.end = last_end;
            }
          mft_pieces_add (line.pieces, piece->kind, parts[j], strlen (parts[j]));
        }
    }
  g_array_append_val (lines, line);
}

static gboolean
is_wholly (const Line *line, MftPieceKind kind)
{
  return line->end == kind
         && (line->pieces->len == 0
             || (line->pieces->len == 1 && g_array_index (line->pieces, MftPiece, 0).kind == kind));
}

/* LibreOffice takes a change at the end of a paragraph and whole paragraphs of the same kind behind it for
 * one, and would take the end between them along. So that end changed, and the last one did not: the words
 * are the same either way. */
static void
join_neighbours (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      guint last = i;
      if (line->end != MFT_PIECE_KEPT || line->pieces->len == 0)
        continue;
      MftPieceKind kind = g_array_index (line->pieces, MftPiece, line->pieces->len - 1).kind;
      if (kind == MFT_PIECE_KEPT)
        continue;
      while (last + 1 < lines->len && is_wholly (&g_array_index (lines, Line, last + 1), kind))
        last++;
      line->end = last > i ? kind : MFT_PIECE_KEPT;
      g_array_index (lines, Line, last).end = MFT_PIECE_KEPT;
    }
}

static GArray *
list_lines (const MftComparison *comparison)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) entries = mft_redline_new (comparison);

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < entries->len; i++)
    add_lines (lines, &g_array_index (entries, MftRedlineEntry, i));
  join_neighbours (lines);
  return lines;
}

static void
write_line (Writer *writer, const Line *line)
{
  start_paragraph (writer, line->end, line->centred);
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (line->pieces, MftPiece, i);
      write_run (writer, piece->kind, piece->text, line->centred);
    }
  mft_xml_writer_end (writer->xml);
}

GBytes *
mft_redline_to_docx (const MftComparison *comparison, const char *author, const char *date,
                     GError **error)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autoptr (GArray) lines = list_lines (comparison);
  Writer writer = { xml, author, date, 0 };

  mft_xml_writer_start (xml, "w:document");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_WORD_SPACE);
  mft_xml_writer_start (xml, "w:body");
  for (guint i = 0; i < lines->len; i++)
    write_line (&writer, &g_array_index (lines, Line, i));
  mft_xml_writer_raw (xml, "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" "
                           "w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" "
                           "w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>");
  g_autoptr (GBytes) main = mft_xml_writer_finish (xml);
  return mft_office_write_word (main, error);
}
