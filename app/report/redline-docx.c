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
      for (guint i = 0; i < entry->change->pieces->len; i++)
        {
          const MftPiece *piece = &g_array_index (entry->change->pieces, MftPiece, i);
          mft_pieces_add (pieces, piece->kind, piece->text, strlen (piece->text));
        }
      return pieces;
    }
  MftPieceKind kind = entry->left != NULL ? MFT_PIECE_REMOVED : MFT_PIECE_ADDED;
  const MftVersion *version = entry->left != NULL ? entry->left : entry->right;
  mft_pieces_add (pieces, kind, gap, strlen (gap));
  mft_pieces_add (pieces, kind, version->text, strlen (version->text));
  return pieces;
}

/* Pieces of one paragraph, and what became of its end. */
typedef struct
{
  GArray *pieces;
  MftPieceKind end;
} Line;

static void
clear_line (gpointer line)
{
  g_array_unref (((Line *) line)->pieces);
}

/* Line feeds, kept, put in or taken out, end paragraphs. */
static GArray *
cut_lines (GArray *pieces, MftPieceKind last_end)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Line line = { mft_pieces_new (), last_end };

  g_array_set_clear_func (lines, clear_line);
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
              line = (Line){ mft_pieces_new (), last_end };
            }
          mft_pieces_add (line.pieces, piece->kind, parts[j], strlen (parts[j]));
        }
    }
  g_array_append_val (lines, line);
  return lines;
}

static gboolean
is_centred (MftBlockKind kind)
{
  return kind == MFT_BLOCK_PASAL || kind == MFT_BLOCK_CENTERED || kind == MFT_BLOCK_ATTACHMENT;
}

static void
write_entry (Writer *writer, const MftRedlineEntry *entry)
{
  const MftVersion *version = entry->right != NULL ? entry->right : entry->left;
  MftPieceKind end = entry->left == NULL    ? MFT_PIECE_ADDED
                     : entry->right == NULL ? MFT_PIECE_REMOVED
                                            : MFT_PIECE_KEPT;
  g_autoptr (GArray) pieces = list_pieces (entry);
  g_autoptr (GArray) lines = cut_lines (pieces, end);
  gboolean centred = is_centred (version->kind);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      start_paragraph (writer, line->end, centred);
      for (guint j = 0; j < line->pieces->len; j++)
        {
          const MftPiece *piece = &g_array_index (line->pieces, MftPiece, j);
          write_run (writer, piece->kind, piece->text, centred);
        }
      mft_xml_writer_end (writer->xml);
    }
}

GBytes *
mft_redline_to_docx (const MftComparison *comparison, const char *author, const char *date,
                     GError **error)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autoptr (GArray) entries = mft_redline_new (comparison);
  Writer writer = { xml, author, date, 0 };

  mft_xml_writer_start (xml, "w:document");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_WORD_SPACE);
  mft_xml_writer_start (xml, "w:body");
  for (guint i = 0; i < entries->len; i++)
    write_entry (&writer, &g_array_index (entries, MftRedlineEntry, i));
  mft_xml_writer_raw (xml, "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" "
                           "w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" "
                           "w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>");
  g_autoptr (GBytes) main = mft_xml_writer_finish (xml);
  MftOfficePackage package
      = { "word",
          "document.xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
          main,
          mft_office_word_styles,
          NULL };

  return mft_office_write (&package, error);
}
