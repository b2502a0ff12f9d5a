/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs, lists, tables. */
#include "exchange/odt/odt-reader-private.h"

#include "bahasa/text.h"

#define REPEATS_MOST 64

/* An item's first paragraph has its number; in a list of headings, each has. */
static MftOdtLabel
take_label (MftOdtReader *self)
{
  MftOdtLabel label = { 0 };

  if (self->list != NULL && !self->labelled)
    {
      label = mft_odt_counter_next (self->counter, self->list, self->list_style, self->level,
                                    self->start);
      self->labelled = TRUE;
      self->start = NULL;
    }
  return label;
}

void
_mft_odt_end_paragraph (MftOdtReader *self)
{
  MftOdtLabel label = take_label (self);
  MftImportHints hints = { .label = label.label,
                           .list = label.list,
                           .bullet = label.bullet,
                           .across = self->across,
                           .place = self->place };

  mft_import_source_end (self->source, &hints);
  g_free (label.label);
}

static void
read_boxes (MftOdtReader *self)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&self->boxes);
  MftOdtReader outer = *self;

  self->boxes = g_ptr_array_new ();
  for (guint i = 0; i < boxes->len; i++)
    {
      g_autofree char *content = (char *) xmlNodeGetContent (boxes->pdata[i]);
      g_autofree char *words = mft_text_normalize (content != NULL ? content : "");
      if (mft_import_has_words (words))
        mft_import_report_guess (self->report, mft_import_source_number (self->source), words,
                                 "text-box", MFT_CONFIDENCE_MEDIUM);
      self->list = NULL;
      _mft_odt_read_blocks (self, boxes->pdata[i]);
    }
  self->list = outer.list;
  self->labelled = outer.labelled;
}

/* Headings count on their own, unless they stand in a list. */
static void
open_outline (MftOdtReader *self, const xmlNode *heading)
{
  const char *level = mft_xml_attribute (heading, MFT_ODT_TEXT, "outline-level");
  guint64 number = 1;

  self->list = mft_odt_counter_outline (self->counter);
  self->list_style = NULL;
  self->labelled = FALSE;
  self->start = NULL;
  if (level != NULL)
    g_ascii_string_to_unsigned (level, 10, 1, 10, &number, NULL);
  self->level = (guint) number;
}

static void
read_paragraph (MftOdtReader *self, xmlNode *paragraph)
{
  gboolean outline = self->list == NULL && mft_xml_is (paragraph, MFT_ODT_TEXT, "h")
                     && mft_xml_attribute (paragraph, MFT_ODT_TEXT, "is-list-header") == NULL;

  self->style = mft_xml_attribute (paragraph, MFT_ODT_TEXT, "style-name");
  mft_odt_style_sheet_pages (self->sheet, "paragraph", self->style, &self->across);
  _mft_odt_read_inline (self, paragraph, NULL);
  if (self->skipping > 0)
    return; /* the paragraph's end was inserted, too */
  if (outline)
    open_outline (self, paragraph);
  _mft_odt_end_paragraph (self);
  if (outline)
    self->list = NULL;
  read_boxes (self);
}

/* The list style of the first paragraph inside, for lists that name none. */
static const char *
find_style (MftOdtReader *self, const xmlNode *list)
{
  for (const xmlNode *at = list->children; at != NULL; at = at->next)
    {
      if (mft_xml_is (at, MFT_ODT_TEXT, "p") || mft_xml_is (at, MFT_ODT_TEXT, "h"))
        return mft_odt_style_sheet_list (self->sheet,
                                         mft_xml_attribute (at, MFT_ODT_TEXT, "style-name"));
      const char *found = at->type == XML_ELEMENT_NODE ? find_style (self, at) : NULL;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
read_item (MftOdtReader *self, xmlNode *item, gboolean numbered)
{
  self->labelled = !numbered;
  self->start = mft_xml_attribute (item, MFT_ODT_TEXT, "start-value");
  _mft_odt_read_blocks (self, item);
}

static void
read_list (MftOdtReader *self, xmlNode *list)
{
  const char *own = mft_xml_attribute (list, MFT_ODT_TEXT, "style-name");
  const char *override = NULL;
  MftOdtList *outer = self->list;
  const char *outer_style = self->list_style;
  guint outer_level = self->level;

  if (outer == NULL)
    {
      self->list = mft_odt_counter_open (self->counter, list, find_style (self, list));
      self->level = 0;
      self->list_style = NULL;
    }
  override = own != NULL ? own : self->list_style;
  self->list_style = override;
  self->level++;
  for (xmlNode *at = list->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_TEXT, "list-item") || mft_xml_is (at, MFT_ODT_TEXT, "list-header"))
      read_item (self, at, mft_xml_is (at, MFT_ODT_TEXT, "list-item"));
  self->list = outer;
  self->list_style = outer_style;
  self->level = outer_level;
  self->labelled = TRUE;
}

static gboolean
has_border (MftOdtReader *self, const xmlNode *cell)
{
  static const char *const sides[]
      = { "border", "border-top", "border-bottom", "border-left", "border-right" };
  const char *style = mft_xml_attribute (cell, MFT_ODT_TABLE, "style-name");

  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (sides); i++)
    {
      const char *border = mft_odt_style_sheet_property (
          self->sheet, "table-cell", style, "table-cell-properties", MFT_ODT_FO, sides[i]);
      if (border != NULL && !g_str_equal (border, "none") && !g_str_equal (border, "hidden"))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_ruled (MftOdtReader *self, const xmlNode *node)
{
  for (const xmlNode *at = node->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_TABLE, "table-cell"))
      {
        if (has_border (self, at))
          return TRUE;
      }
    else if (at->type == XML_ELEMENT_NODE && at->ns != NULL
             && g_str_equal ((const char *) at->ns->href, MFT_ODT_TABLE) && is_ruled (self, at))
      return TRUE;
  return FALSE;
}

static guint
repeats (const xmlNode *cell)
{
  const char *count = mft_xml_attribute (cell, MFT_ODT_TABLE, "number-columns-repeated");
  guint64 number = 1;

  if (count != NULL)
    g_ascii_string_to_unsigned (count, 10, 1, REPEATS_MOST, &number, NULL);
  return (guint) number;
}

static void
read_row (MftOdtReader *self, xmlNode *row)
{
  self->place.column = 0;
  for (xmlNode *at = row->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_TABLE, "table-cell")
        || mft_xml_is (at, MFT_ODT_TABLE, "covered-table-cell"))
      {
        _mft_odt_read_blocks (self, at);
        self->place.column += repeats (at);
      }
  self->place.row++;
}

static void
read_rows (MftOdtReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_TABLE, "table-row"))
      read_row (self, at);
    else if (mft_xml_is (at, MFT_ODT_TABLE, "table-header-rows")
             || mft_xml_is (at, MFT_ODT_TABLE, "table-rows")
             || mft_xml_is (at, MFT_ODT_TABLE, "table-row-group"))
      read_rows (self, at);
}

/* A table inside a cell is a part of that cell. */
static void
read_table (MftOdtReader *self, xmlNode *table)
{
  MftImportPlace outer = self->place;
  MftOdtList *list = self->list;

  self->list = NULL;
  mft_odt_style_sheet_pages (self->sheet, "table",
                             mft_xml_attribute (table, MFT_ODT_TABLE, "style-name"), &self->across);
  if (outer.table == 0)
    {
      self->place = (MftImportPlace){ .table = ++self->tables, .ruled = is_ruled (self, table) };
      read_rows (self, table);
    }
  else
    _mft_odt_read_blocks (self, table);
  self->list = list;
  self->place = outer;
}

static gboolean
is_index (const xmlNode *node)
{
  return mft_xml_is (node, MFT_ODT_TEXT, "table-of-content")
         || mft_xml_is (node, MFT_ODT_TEXT, "alphabetical-index");
}

static void
drop (MftOdtReader *self, xmlNode *node)
{
  g_autofree char *content = (char *) xmlNodeGetContent (node);
  g_autofree char *words = mft_text_normalize (content != NULL ? content : "");

  if (mft_import_has_words (words))
    mft_import_report_drop (self->report, mft_import_source_number (self->source), words);
}

void
_mft_odt_read_blocks (MftOdtReader *self, xmlNode *parent)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    {
      if (at->type != XML_ELEMENT_NODE || _mft_odt_read_change (self, at))
        continue;
      if (mft_xml_is (at, MFT_ODT_TEXT, "p") || mft_xml_is (at, MFT_ODT_TEXT, "h"))
        read_paragraph (self, at);
      else if (mft_xml_is (at, MFT_ODT_TEXT, "list"))
        read_list (self, at);
      else if (mft_xml_is (at, MFT_ODT_TABLE, "table"))
        read_table (self, at);
      else if (is_index (at))
        drop (self, at);
      else if (!mft_xml_is (at, MFT_ODT_TEXT, "tracked-changes"))
        _mft_odt_read_blocks (self, at);
    }
}
