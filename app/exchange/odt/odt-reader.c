/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/odt/odt-reader-private.h"

#include "container/zip.h"
#include "exchange/error.h"
#include "typeset/profile.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

static const MftXmlLimits part_limits
    = { .size = 64 * 1024 * 1024, .depth = 200, .nodes = 6000000 };

gboolean
mft_odt_is_document (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  /* The entry "mimetype" comes first and is not packed (ODF 1.3 part 2 §3.3). */
  return size > 38 + strlen (MIMETYPE) && memcmp (data, "PK\003\004", 4) == 0
         && memcmp (data + 30, "mimetype", 8) == 0
         && g_strstr_len (data + 38, (gssize) strlen (MIMETYPE) + 64, MIMETYPE) != NULL;
}

/* A part that may be missing. */
static xmlDoc *
read_part (MftZip *zip, const char *name, MftImportReport *report)
{
  g_autoptr (GBytes) bytes = mft_zip_has (zip, name) ? mft_zip_read (zip, name, NULL) : NULL;
  xmlDoc *doc = bytes != NULL ? mft_xml_parse (bytes, name, &part_limits, NULL) : NULL;

  if (doc == NULL)
    mft_import_report_guess (report, 0, name, "part-unreadable", MFT_CONFIDENCE_LOW);
  return doc;
}

static xmlNode *
find_text (xmlDoc *doc)
{
  for (xmlNode *at = xmlDocGetRootElement (doc)->children; at != NULL; at = at->next)
    if (mft_xml_is (at, MFT_ODT_OFFICE, "body"))
      for (xmlNode *kind = at->children; kind != NULL; kind = kind->next)
        if (mft_xml_is (kind, MFT_ODT_OFFICE, "text"))
          return kind;
  return NULL;
}

static void
take_region (MftOdtReader *self, const xmlNode *region)
{
  const char *id = mft_xml_attribute (region, MFT_ODT_XML, "id");
  xmlNode *change = mft_xml_element (region->children);

  if (id == NULL)
    id = mft_xml_attribute (region, MFT_ODT_TEXT, "id");
  if (id == NULL || change == NULL)
    return;
  g_hash_table_insert (self->regions, (gpointer) id, change);
  self->report->insertions += mft_xml_is (change, MFT_ODT_TEXT, "insertion") ? 1 : 0;
  self->report->deletions += mft_xml_is (change, MFT_ODT_TEXT, "deletion") ? 1 : 0;
}

static void
take_changes (MftOdtReader *self, const xmlNode *text)
{
  for (const xmlNode *at = text->children; at != NULL; at = at->next)
    for (const xmlNode *region
         = mft_xml_is (at, MFT_ODT_TEXT, "tracked-changes") ? at->children : NULL;
         region != NULL; region = region->next)
      if (mft_xml_is (region, MFT_ODT_TEXT, "changed-region"))
        take_region (self, region);
}

static void
read_margin (xmlNode *parent, MftImportMargin *margin)
{
  for (xmlNode *at = parent->children; at != NULL; at = at->next)
    if (at->type == XML_TEXT_NODE)
      mft_import_margin_words (margin, (const char *) at->content);
    else if (mft_xml_is (at, MFT_ODT_TEXT, "page-number")
             || mft_xml_is (at, MFT_ODT_TEXT, "page-count"))
      mft_import_margin_number (margin);
    else if (mft_xml_is (at, MFT_ODT_TEXT, "s"))
      mft_import_margin_words (margin, " ");
    else if (mft_xml_is (at, MFT_ODT_TEXT, "tab") || mft_xml_is (at, MFT_ODT_TEXT, "line-break"))
      mft_import_margin_break (margin);
    else if (at->type == XML_ELEMENT_NODE)
      {
        read_margin (at, margin);
        if (mft_xml_is (at, MFT_ODT_TEXT, "p") || mft_xml_is (at, MFT_ODT_TEXT, "h"))
          mft_import_margin_break (margin);
      }
}

/* MFT_SETTING_HEAD for a header, MFT_SETTING_FOOT for a footer, of the first page and others; else NULL. */
static const char *
setting_of (const xmlNode *node)
{
  const char *name = node->type == XML_ELEMENT_NODE ? (const char *) node->name : "";

  if (node->ns == NULL || g_strcmp0 ((const char *) node->ns->href, MFT_ODT_STYLE) != 0
      || g_str_has_suffix (name, "-style"))
    return NULL;
  if (g_str_has_prefix (name, "header"))
    return MFT_SETTING_HEAD;
  return g_str_has_prefix (name, "footer") ? MFT_SETTING_FOOT : NULL;
}

/* Headers and footers of all page styles. */
static void
report_margins (MftOdtReader *self, xmlNode *node)
{
  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (setting_of (at) != NULL)
      {
        g_autoptr (MftImportMargin) margin = mft_import_margin_new ();
        read_margin (at, margin);
        _mft_odt_read_pictures (self, at, TRUE);
        mft_import_source_margin (self->source, setting_of (at), margin);
      }
    else if (mft_xml_is (at, MFT_ODT_OFFICE, "master-styles")
             || mft_xml_is (at, MFT_ODT_STYLE, "master-page"))
      report_margins (self, at);
}

static void
read_document (MftOdtReader *self, xmlNode *text, xmlDoc *styles)
{
  g_autoptr (GHashTable) regions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) comments = g_ptr_array_new ();

  self->regions = regions;
  self->comments = comments;
  self->boxes = g_ptr_array_new ();
  take_changes (self, text);
  _mft_odt_read_blocks (self, text);
  _mft_odt_place_comments (self);
  if (styles != NULL)
    report_margins (self, xmlDocGetRootElement (styles));
  g_ptr_array_unref (self->boxes);
}

MftAgreement *
mft_odt_import (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                GError **error)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, error);
  g_autoptr (GBytes) content_bytes = zip != NULL ? mft_zip_read (zip, "content.xml", error) : NULL;
  g_autoptr (xmlDoc) content
      = content_bytes != NULL ? mft_xml_parse (content_bytes, "content.xml", &part_limits, error)
                              : NULL;
  g_autoptr (xmlDoc) styles = NULL;
  xmlNode *text;

  if (content == NULL)
    return NULL;
  text = find_text (content);
  if (text == NULL)
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FORMAT,
                           "an Office file, but no text document");
      return NULL;
    }
  styles = read_part (zip, "styles.xml", report);
  g_autoptr (MftOdtStyleSheet) sheet = mft_odt_style_sheet_new (content, styles);
  g_autoptr (MftOdtCounter) counter = mft_odt_counter_new (sheet);
  g_autoptr (MftImportSource) source = mft_import_source_new (report);
  MftOdtReader reader = { .zip = zip,
                          .sheet = sheet,
                          .counter = counter,
                          .report = report,
                          .source = source,
                          .changes = options->changes };
  read_document (&reader, text, styles);
  return mft_import_source_recognise (source, error);
}
