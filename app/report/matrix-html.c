/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include "container/xml-writer.h"

#include "report/marked.h"

static const char style[]
    = "body{font-family:sans-serif;margin:2em auto;max-width:80em;color:#1a1a1a}"
      "table{border-collapse:collapse;width:100%}"
      "th,td{border:1px solid #999;padding:.4em .6em;text-align:left;vertical-align:top;"
      "white-space:pre-line}"
      "th{background:#eee}"
      "del{color:#a51d2d;text-decoration:line-through}"
      "ins{color:#1a5fb4;text-decoration:underline}"
      "@media print{thead{display:table-header-group}@page{size:A4 landscape}}";

static void
write_cell (MftXmlWriter *html, GArray *cell)
{
  mft_xml_writer_start (html, "td");
  for (guint i = 0; i < cell->len; i++)
    {
      const MftMarkedSpan *span = &g_array_index (cell, MftMarkedSpan, i);
      switch (span->kind)
        {
        case MFT_MARK_NONE:
          mft_xml_writer_text (html, span->text);
          break;
        case MFT_MARK_REMOVED:
          mft_xml_writer_element (html, "del", span->text);
          break;
        case MFT_MARK_ADDED:
        case MFT_MARK_MOVED:
          mft_xml_writer_element (html, "ins", span->text);
          break;
        }
    }
  mft_xml_writer_end (html);
}

static void
write_table (MftXmlWriter *html, const MftMatrix *matrix)
{
  mft_xml_writer_start (html, "table");
  mft_xml_writer_start (html, "thead");
  mft_xml_writer_start (html, "tr");
  for (guint i = 0; i < matrix->n_columns; i++)
    {
      mft_xml_writer_start (html, "th");
      mft_xml_writer_attribute (html, "scope", "col");
      mft_xml_writer_text (html, matrix->titles[i]);
      mft_xml_writer_end (html);
    }
  mft_xml_writer_end (html);
  mft_xml_writer_end (html);
  mft_xml_writer_start (html, "tbody");
  for (guint i = 0; i < matrix->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (matrix->rows, i);
      mft_xml_writer_line (html);
      mft_xml_writer_start (html, "tr");
      for (guint j = 0; j < row->len; j++)
        write_cell (html, g_ptr_array_index (row, j));
      mft_xml_writer_end (html);
    }
  mft_xml_writer_end (html);
  mft_xml_writer_end (html);
}

GBytes *
mft_matrix_to_html (const MftMatrix *matrix)
{
  g_autoptr (MftXmlWriter) html = mft_xml_writer_new_fragment ();

  mft_xml_writer_raw (html, "<!DOCTYPE html>\n");
  mft_xml_writer_start (html, "html");
  mft_xml_writer_attribute (html, "lang", "id");
  mft_xml_writer_start (html, "head");
  mft_xml_writer_raw (html, "<meta charset=\"utf-8\">");
  mft_xml_writer_element (html, "title", matrix->title);
  mft_xml_writer_element (html, "style", style);
  mft_xml_writer_end (html);
  mft_xml_writer_line (html);
  mft_xml_writer_start (html, "body");
  mft_xml_writer_element (html, "h1", matrix->title);
  mft_xml_writer_element (html, "p", matrix->subtitle);
  write_table (html, matrix);
  return mft_xml_writer_finish (html);
}
