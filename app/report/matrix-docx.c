/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include "report/marked.h"
#include "report/office.h"

/* A4 landscape with margins of 2 cm, in twentieths of a point. */
#define TABLE_WIDTH 14570
#define SECTION                                                                                    \
  "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1134\" " \
  "w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" "          \
  "w:gutter=\"0\"/></w:sectPr>"
#define BORDER(side) "<w:" side " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"
#define TABLE_FORMAT                                                                               \
  "<w:tblPr><w:tblW w:w=\"14570\" w:type=\"dxa\"/><w:tblBorders>" BORDER ("top") BORDER ("left")   \
      BORDER ("bottom") BORDER ("right") BORDER ("insideH")                                        \
          BORDER ("insideV") "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr>"

static guint
width_of (const MftMatrix *matrix, guint column)
{
  double all = 0;

  for (guint i = 0; i < matrix->n_columns; i++)
    all += mft_column_weight (matrix->columns[i]);
  return (guint) (TABLE_WIDTH * mft_column_weight (matrix->columns[column]) / all);
}

static void
write_cell (MftXmlWriter *xml, const MftMatrix *matrix, guint column, GArray *cell)
{
  g_autofree char *format = g_strdup_printf ("<w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>",
                                             width_of (matrix, column));

  mft_xml_writer_start (xml, "w:tc");
  mft_xml_writer_raw (xml, format);
  mft_xml_writer_start (xml, "w:p");
  for (guint i = 0; i < cell->len; i++)
    {
      const MftMarkedSpan *span = &g_array_index (cell, MftMarkedSpan, i);
      mft_office_run (xml, span->kind, span->text);
    }
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
}

static void
write_head (MftXmlWriter *xml, const MftMatrix *matrix)
{
  mft_xml_writer_start (xml, "w:tr");
  mft_xml_writer_raw (xml, "<w:trPr><w:tblHeader/></w:trPr>");
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      g_autoptr (GArray) title = mft_marked_new_plain (matrix->titles[i]);
      write_cell (xml, matrix, i, title);
    }
  mft_xml_writer_end (xml);
}

static void
write_paragraph (MftXmlWriter *xml, const char *text)
{
  mft_xml_writer_start (xml, "w:p");
  mft_office_run (xml, MFT_MARK_NONE, text);
  mft_xml_writer_end (xml);
}

static void
write_table (MftXmlWriter *xml, const MftMatrix *matrix)
{
  mft_xml_writer_start (xml, "w:tbl");
  mft_xml_writer_raw (xml, TABLE_FORMAT);
  mft_xml_writer_start (xml, "w:tblGrid");
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      g_autofree char *width = g_strdup_printf ("%u", width_of (matrix, i));
      mft_xml_writer_start (xml, "w:gridCol");
      mft_xml_writer_attribute (xml, "w:w", width);
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
  write_head (xml, matrix);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (matrix->rows, i);
      mft_xml_writer_line (xml);
      mft_xml_writer_start (xml, "w:tr");
      for (guint j = 0; j < row->len; j++)
        write_cell (xml, matrix, j, g_ptr_array_index (row, j));
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

GBytes *
mft_matrix_to_docx (const MftMatrix *matrix, GError **error)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();

  mft_xml_writer_start (xml, "w:document");
  mft_xml_writer_attribute (xml, "xmlns:w", MFT_WORD_SPACE);
  mft_xml_writer_start (xml, "w:body");
  write_paragraph (xml, matrix->title);
  write_paragraph (xml, matrix->subtitle);
  write_table (xml, matrix);
  mft_xml_writer_raw (xml, SECTION);
  g_autoptr (GBytes) main = mft_xml_writer_finish (xml);
  return mft_office_write_word (main, error);
}
