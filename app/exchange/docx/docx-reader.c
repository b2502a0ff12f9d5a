/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-reader-private.h"

#include "exchange/error.h"
#include "exchange/recognise/importer.h"

gboolean
mft_docx_is_document (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (MftZip) zip = NULL;

  if (size < 4 || memcmp (data, "PK\003\004", 4) != 0)
    return FALSE;
  zip = mft_zip_open (bytes, NULL, NULL);
  return zip != NULL && mft_zip_has (zip, "[Content_Types].xml")
         && mft_zip_has (zip, "_rels/.rels");
}

static void
clear_field (gpointer data)
{
  MftDocxField *field = data;

  g_string_free (field->instruction, TRUE);
  g_free (field->link);
}

static void
read_document (MftDocxReader *self, xmlDoc *doc)
{
  xmlNode *body = mft_docx_child (xmlDocGetRootElement (doc), "body");

  if (body != NULL)
    {
      _mft_docx_find_sections (self, body);
      _mft_docx_read_blocks (self, body);
    }
  _mft_docx_report_margins (self);
  _mft_docx_report_comments (self);
}

static void
tell_damaged (MftImportReport *report, const char *part, gboolean damaged)
{
  if (damaged)
    mft_import_report_guess (report, 0, part, "part-unreadable", MFT_CONFIDENCE_LOW);
}

/* Reads with the parts that a document may have besides. */
static void
read_with_parts (MftDocxReader *self, xmlDoc *doc)
{
  gboolean styles_damaged = FALSE;
  gboolean numbering_damaged = FALSE;
  g_autoptr (xmlDoc) styles_doc = mft_docx_package_part (self->package, "styles", &styles_damaged);
  g_autoptr (xmlDoc) numbering_doc
      = mft_docx_package_part (self->package, "numbering", &numbering_damaged);
  g_autoptr (MftDocxStyleSheet) styles = mft_docx_style_sheet_new (styles_doc);
  g_autoptr (MftDocxCounter) numbering = mft_docx_counter_new (numbering_doc, styles);

  tell_damaged (self->report, "styles", styles_damaged);
  tell_damaged (self->report, "numbering", numbering_damaged);
  self->styles = styles;
  self->counter = numbering;
  self->fields = g_array_new (FALSE, FALSE, sizeof (MftDocxField));
  g_array_set_clear_func (self->fields, clear_field);
  self->boxes = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();
  read_document (self, doc);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->sections);
  g_clear_pointer (&self->footnotes, mft_xml_free);
  g_clear_pointer (&self->endnotes, mft_xml_free);
}

MftAgreement *
mft_docx_import (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                 GError **error)
{
  g_autoptr (MftDocxPackage) package = mft_docx_package_open (bytes, error);
  g_autoptr (xmlDoc) doc = package != NULL ? mft_docx_package_main (package, error) : NULL;
  g_autoptr (MftImportSource) source = mft_import_source_new (report);
  MftDocxReader reader
      = { .package = package, .report = report, .source = source, .changes = options->changes };

  if (doc == NULL)
    return NULL;
  if (!mft_docx_is (xmlDocGetRootElement (doc), "document"))
    {
      g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FORMAT,
                           "an Office file, but no text document");
      return NULL;
    }
  read_with_parts (&reader, doc);
  return mft_import_source_recognise (source, error);
}
