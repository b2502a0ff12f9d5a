/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and tables. */
#include "exchange/docx/docx-borders.h"
#include "exchange/docx/docx-reader-private.h"

#define COLUMNS_MOST 63 /* as Word */

/* The properties that hold in the text that is read: rejecting a change brings the old ones back. */
static const xmlNode *
find_properties (MftDocxReader *self, const xmlNode *paragraph)
{
  const xmlNode *properties = mft_docx_child (paragraph, "pPr");
  const xmlNode *change
      = self->changes == MFT_CHANGES_REJECT ? mft_docx_child (properties, "pPrChange") : NULL;

  return change != NULL ? mft_docx_child (change, "pPr") : properties;
}

/* Whether the paragraph's end is not in the text that is read, so that the next one goes on with it. */
static gboolean
goes_on (MftDocxReader *self, const xmlNode *paragraph)
{
  const xmlNode *mark = mft_docx_child (mft_docx_child (paragraph, "pPr"), "rPr");

  for (const xmlNode *at = mark != NULL ? mark->children : NULL; at != NULL; at = at->next)
    if (!_mft_docx_keeps (self, at))
      return TRUE;
  return FALSE;
}

static void
end_paragraph (MftDocxReader *self)
{
  MftDocxLabel number = mft_docx_counter_next (self->counter, self->properties, self->style);
  MftImportHints hints = { .label = number.label,
                           .list = number.list,
                           .bullet = number.bullet,
                           .across = _mft_docx_is_across (self),
                           .place = self->place };

  /* A field that nobody ended would swallow the rest. */
  for (guint i = self->fields->len; i > 0; i--)
    if (!g_array_index (self->fields, MftDocxField, i - 1).shows)
      g_array_remove_index (self->fields, i - 1);
  mft_import_source_end (self->source, &hints);
  g_free (number.label);
}

/* What stands in text boxes comes behind the paragraph that they hang on. */
static void
read_boxes (MftDocxReader *self)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&self->boxes);

  self->boxes = g_ptr_array_new ();
  for (guint i = 0; i < boxes->len; i++)
    {
      g_autofree char *words = _mft_docx_dup_words (boxes->pdata[i]);
      if (mft_import_has_words (words))
        mft_import_report_guess (self->report, mft_import_source_number (self->source), words,
                                 "text-box", MFT_CONFIDENCE_MEDIUM);
      _mft_docx_read_blocks (self, boxes->pdata[i]);
    }
}

static void
read_paragraph (MftDocxReader *self, xmlNode *paragraph)
{
  const char *style;

  self->properties = find_properties (self, paragraph);
  style = mft_docx_value (self->properties, "pStyle");
  self->style = style != NULL ? style : mft_docx_style_sheet_default (self->styles);
  if (mft_docx_style_sheet_is_contents (self->styles, self->style))
    {
      g_autofree char *words = _mft_docx_dup_words (paragraph);
      if (mft_import_has_words (words))
        mft_import_report_drop (self->report, mft_import_source_number (self->source), words);
      return;
    }
  _mft_docx_read_inline (self, paragraph);
  if (goes_on (self, paragraph))
    return;
  end_paragraph (self);
  read_boxes (self);
  if (mft_docx_child (mft_docx_child (paragraph, "pPr"), "sectPr") != NULL)
    self->section++;
}

static gboolean
is_ruled (MftDocxReader *self, const xmlNode *table)
{
  const xmlNode *properties = mft_docx_child (table, "tblPr");
  const xmlNode *borders = mft_docx_child (properties, "tblBorders");
  const xmlNode *row = mft_docx_child (table, "tr");

  for (const xmlNode *at = row != NULL ? row->children : NULL; at != NULL; at = at->next)
    if (mft_docx_is (at, "tc")
        && mft_docx_borders_are_drawn (mft_docx_child (mft_docx_child (at, "tcPr"), "tcBorders")))
      return TRUE;
  if (borders != NULL)
    return mft_docx_borders_are_drawn (borders);
  return mft_docx_style_sheet_is_ruled (self->styles, mft_docx_value (properties, "tblStyle"));
}

static void
read_cell (MftDocxReader *self, xmlNode *cell)
{
  const xmlNode *properties = mft_docx_child (cell, "tcPr");
  const char *span = mft_docx_value (properties, "gridSpan");
  const char *fill = NULL;
  gboolean shaded = self->shaded;
  guint64 columns;

  if (mft_docx_child (properties, "shd") != NULL)
    fill = mft_docx_attribute (mft_docx_child (properties, "shd"), "fill");
  self->shaded = shaded || (fill != NULL && !g_str_equal (fill, "auto"));
  _mft_docx_read_blocks (self, cell);
  self->shaded = shaded;
  self->place.column
      += span != NULL && g_ascii_string_to_unsigned (span, 10, 1, COLUMNS_MOST, &columns, NULL)
             ? (guint) columns
             : 1;
}

/* Cells may be wrapped in content controls. */
static void
read_cells (MftDocxReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    if (mft_docx_is (at, "tc"))
      read_cell (self, at);
    else if (mft_docx_is (at, "sdt") || mft_docx_is (at, "sdtContent")
             || mft_docx_is (at, "customXml"))
      read_cells (self, at);
}

static gboolean
keeps_row (MftDocxReader *self, const xmlNode *row)
{
  const xmlNode *properties = mft_docx_child (row, "trPr");

  for (const xmlNode *at = properties != NULL ? properties->children : NULL; at != NULL;
       at = at->next)
    if (!_mft_docx_keeps (self, at))
      return FALSE;
  return TRUE;
}

static void
read_rows (MftDocxReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    if (mft_docx_is (at, "tr") && keeps_row (self, at))
      {
        self->place.column = 0;
        read_cells (self, at);
        self->place.row++;
      }
    else if (mft_docx_is (at, "sdt") || mft_docx_is (at, "sdtContent")
             || mft_docx_is (at, "customXml"))
      read_rows (self, at);
}

/* Rows and cells of a table inside a cell, however they are wrapped: they stand in that cell. */
static void
read_nested (MftDocxReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    if (mft_docx_is (at, "tc"))
      _mft_docx_read_blocks (self, at);
    else if (at->type == XML_ELEMENT_NODE && (!mft_docx_is (at, "tr") || keeps_row (self, at)))
      read_nested (self, at);
}

static void
read_table (MftDocxReader *self, xmlNode *table)
{
  MftImportPlace outer = self->place;

  if (outer.table == 0)
    {
      self->place = (MftImportPlace){ .table = ++self->tables, .ruled = is_ruled (self, table) };
      read_rows (self, table);
    }
  else
    read_nested (self, table);
  self->place = outer;
}

void
_mft_docx_read_blocks (MftDocxReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    {
      if (at->type != XML_ELEMENT_NODE || !_mft_docx_keeps (self, at)
          || _mft_docx_note_comment (self, at))
        continue;
      if (mft_docx_is (at, "p"))
        read_paragraph (self, at);
      else if (mft_docx_is (at, "tbl"))
        read_table (self, at);
      else if (mft_docx_is (at, "bookmarkStart") && mft_docx_attribute (at, "name") != NULL)
        mft_import_source_anchor (self->source, mft_docx_attribute (at, "name"));
      else if (!mft_docx_is (at, "sdtPr") && !mft_docx_is (at, "sectPr")
               && !mft_docx_is (at, "tcPr"))
        _mft_docx_read_blocks (self, at);
    }
}
