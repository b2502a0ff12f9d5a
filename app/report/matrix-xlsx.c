/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include "report/marked.h"
#include "report/office.h"

/* A cell of a spreadsheet holds no more characters (Excel's limit). */
#define CELL_MOST 32767

#define CHARS_PER_WEIGHT 18

static const char styles[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<styleSheet xmlns=\"" MFT_SHEET_SPACE "\"><fonts count=\"2\"><font><sz val=\"10\"/>"
      "<name val=\"Arial\"/></font><font><b/><sz val=\"10\"/><name val=\"Arial\"/></font></fonts>"
      "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      "<borders count=\"1\"><border><left style=\"thin\"/><right style=\"thin\"/>"
      "<top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
      "<xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
      "<xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" "
      "wrapText=\"1\"/></xf></cellXfs></styleSheet>\n";

static void
write_run (MftXmlWriter *xml, const MftMarkedSpan *span, glong *left)
{
  glong length = g_utf8_strlen (span->text, -1);
  g_autofree char *text = g_utf8_substring (span->text, 0, MIN (length, *left));
  g_autofree char *format = g_strdup_printf (
      "<rPr>%s%s<sz val=\"10\"/><color rgb=\"FF%s\"/><rFont val=\"Arial\"/></rPr>",
      span->kind == MFT_MARK_REMOVED ? "<strike/>" : "", span->kind == MFT_MARK_ADDED ? "<u/>" : "",
      mft_mark_colour (span->kind) + 1);

  *left -= MIN (length, *left);
  if (text[0] == '\0')
    return;
  mft_xml_writer_start (xml, "r");
  mft_xml_writer_raw (xml, format);
  mft_office_words (xml, "t", text);
  mft_xml_writer_end (xml);
}

static void
write_cell (MftXmlWriter *xml, guint column, guint row, const char *style_index, GArray *cell)
{
  g_autofree char *place = g_strdup_printf ("%c%u", 'A' + (int) column, row);
  glong left = CELL_MOST;

  mft_xml_writer_start (xml, "c");
  mft_xml_writer_attribute (xml, "r", place);
  mft_xml_writer_attribute (xml, "s", style_index);
  if (cell->len > 0)
    {
      mft_xml_writer_attribute (xml, "t", "inlineStr");
      mft_xml_writer_start (xml, "is");
      for (guint i = 0; i < cell->len; i++)
        write_run (xml, &g_array_index (cell, MftMarkedSpan, i), &left);
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

static void
start_row (MftXmlWriter *xml, guint row)
{
  g_autofree char *number = g_strdup_printf ("%u", row);

  mft_xml_writer_line (xml);
  mft_xml_writer_start (xml, "row");
  mft_xml_writer_attribute (xml, "r", number);
}

static void
write_widths (MftXmlWriter *xml, const MftMatrix *matrix)
{
  mft_xml_writer_start (xml, "cols");
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      char width[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (width, sizeof width, "%.1f",
                       mft_column_weight (matrix->columns[i]) * CHARS_PER_WEIGHT);
      mft_xml_writer_start (xml, "col");
      mft_xml_writer_attribute (xml, "min", number);
      mft_xml_writer_attribute (xml, "max", number);
      mft_xml_writer_attribute (xml, "width", width);
      mft_xml_writer_attribute (xml, "customWidth", "1");
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
}

static GBytes *
write_sheet (const MftMatrix *matrix)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();

  mft_xml_writer_start (xml, "worksheet");
  mft_xml_writer_attribute (xml, "xmlns", MFT_SHEET_SPACE);
  mft_xml_writer_raw (xml, "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
                           "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                           "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
  write_widths (xml, matrix);
  mft_xml_writer_start (xml, "sheetData");
  start_row (xml, 1);
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      g_autoptr (GArray) title = mft_marked_new_plain (matrix->titles[i]);
      write_cell (xml, i, 1, "1", title);
    }
  mft_xml_writer_end (xml);
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (matrix->rows, i);
      start_row (xml, i + 2);
      for (guint j = 0; j < row->len; j++)
        write_cell (xml, j, i + 2, "0", g_ptr_array_index (row, j));
      mft_xml_writer_end (xml);
    }
  mft_xml_writer_end (xml);
  mft_xml_writer_raw (xml,
                      "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
  return mft_xml_writer_finish (xml);
}

/* The head is repeated on every printed page. */
static const char workbook[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<workbook xmlns=\"" MFT_SHEET_SPACE "\" xmlns:r=\"http://schemas.openxmlformats.org/"
      "officeDocument/2006/relationships\"><sheets><sheet name=\"Matriks\" sheetId=\"1\" "
      "r:id=\"rId2\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Titles\" "
      "localSheetId=\"0\">Matriks!$1:$1</definedName></definedNames></workbook>\n";

GBytes *
mft_matrix_to_xlsx (const MftMatrix *matrix, GError **error)
{
  g_autoptr (GBytes) main = g_bytes_new_static (workbook, sizeof workbook - 1);
  g_autoptr (GBytes) sheet = write_sheet (matrix);
  MftOfficePackage package
      = { "xl",
          "workbook.xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
          main,
          styles,
          sheet };

  return mft_office_write (&package, error);
}
