/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/docx/docx-writer.h"

#include "agreement/shown.h"
#include "container/zip-writer.h"
#include "exchange/clean/clean.h"

#include "exchange/docx/docx-names.h"
#include "exchange/docx/docx-parts.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define CUSTOM_XML "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#define KIND "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] = DECLARATION
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\""
    " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Default Extension=\"png\" ContentType=\"image/png\"/>"
    "<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" KIND "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" KIND "styles+xml\"/>"
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"" KIND "numbering+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" KIND "settings+xml\"/>"
    "<Override PartName=\"/customXml/itemProps1.xml\""
    " ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\""
    " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "%s</Types>\n";

static const char comments_types[]
    = "<Override PartName=\"/word/comments.xml\" ContentType=\"" KIND "comments+xml\"/>"
      "<Override PartName=\"/word/commentsExtended.xml\""
      " ContentType=\"" KIND "commentsExtended+xml\"/>";

static const char relations[]
    = DECLARATION "<Relationships xmlns=\"" MFT_DOCX_PACKAGE_RELATIONS "\">"
                  "<Relationship Id=\"rId1\" Type=\"" MFT_DOCX_RELATIONS "/officeDocument\""
                  " Target=\"word/document.xml\"/>"
                  "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
                  "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                  "</Relationships>\n";

static const char document_relations[] = DECLARATION
    "<Relationships xmlns=\"" MFT_DOCX_PACKAGE_RELATIONS "\">"
    "<Relationship Id=\"rId1\" Type=\"" MFT_DOCX_RELATIONS "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" MFT_DOCX_RELATIONS "/numbering\""
    " Target=\"numbering.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" MFT_DOCX_RELATIONS "/settings\""
    " Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" MFT_DOCX_RELATIONS "/customXml\""
    " Target=\"../customXml/item1.xml\"/>"
    "%s</Relationships>\n";

static const char comments_relations[]
    = "<Relationship Id=\"rId6\" Type=\"" MFT_DOCX_RELATIONS "/comments\""
      " Target=\"comments.xml\"/>"
      "<Relationship Id=\"rId7\" Type=\"" MFT_DOCX_RELATIONS_2011 "/commentsExtended\""
      " Target=\"commentsExtended.xml\"/>";

/* Programs keep a part that is not theirs only if the document leads to it and it has a name (ECMA-376-1
 * §15.2.5, §22.5). */
static const char source_properties[]
    = DECLARATION "<ds:datastoreItem xmlns:ds=\"" CUSTOM_XML
                  "\" ds:itemID=\"{6D756661-6B61-4174-8E61-736B61680001}\">"
                  "<ds:schemaRefs/></ds:datastoreItem>\n";

static const char source_relations[]
    = DECLARATION "<Relationships xmlns=\"" MFT_DOCX_PACKAGE_RELATIONS "\">"
                  "<Relationship Id=\"rId1\" Type=\"" MFT_DOCX_RELATIONS "/customXmlProps\""
                  " Target=\"itemProps1.xml\"/></Relationships>\n";

static const char settings[]
    = DECLARATION "<w:settings xmlns:w=\"" MFT_DOCX_SPACE "\">"
                  "<w:defaultTabStop w:val=\"560\"/><w:autoHyphenation/><w:doNotHyphenateCaps/>"
                  "<w:characterSpacingControl w:val=\"doNotCompress\"/>"
                  "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
                  " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                  "<w:themeFontLang w:val=\"id-ID\"/>"
                  "</w:settings>\n";

/* A title and nothing else: neither who wrote it nor when. */
static GBytes *
core_properties (MftAgreement *agreement)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autofree char *title = mft_agreement_dup_title (agreement);

  mft_xml_writer_start (xml, "cp:coreProperties");
  mft_xml_writer_attribute (
      xml, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  mft_xml_writer_attribute (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  mft_xml_writer_element (xml, "dc:title", title);
  mft_xml_writer_element (xml, "dc:language", "id-ID");
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}

static void
add (MftZipWriter *zip, const char *name, GBytes *part)
{
  g_autoptr (GBytes) content = part;

  mft_zip_writer_add (zip, name, content, FALSE);
}

static void
add_text (MftZipWriter *zip, const char *name, const char *text)
{
  add (zip, name, g_bytes_new_static (text, strlen (text)));
}

/* `format` with `more` in it. */
static void
add_listing (MftZipWriter *zip, const char *name, const char *format, const char *more)
{
  g_auto (GStrv) halves = g_strsplit (format, "%s", 2);
  char *text = g_strconcat (halves[0], more, halves[1], NULL);

  add (zip, name, g_bytes_new_take (text, strlen (text)));
}

GBytes *
mft_docx_write (MftAgreement *agreement, GError **error)
{
  g_autoptr (MftFlow) flow = mft_flow_new (agreement);
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (MftDocxNumber));
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  GBytes *body = mft_docx_body (flow, review, numbers, threads);
  gboolean comments = threads->len > 0;
  GPtrArray *pictures = mft_flow_pictures (flow);
  g_autofree char *picture_relations = mft_docx_picture_relations (pictures);
  g_autofree char *margin_relations = mft_docx_margin_relations (flow);
  g_autofree char *margin_types = mft_docx_margin_types (flow);
  g_autofree char *types = g_strconcat (comments ? comments_types : "", margin_types, NULL);
  g_autofree char *more
      = g_strconcat (comments ? comments_relations : "", margin_relations, picture_relations, NULL);

  add_listing (zip, "[Content_Types].xml", content_types, types);
  add_text (zip, "_rels/.rels", relations);
  add (zip, "word/document.xml", body);
  add_listing (zip, "word/_rels/document.xml.rels", document_relations, more);
  add (zip, "word/styles.xml", mft_docx_styles (flow));
  add (zip, "word/numbering.xml", mft_docx_numbering (flow, numbers));
  add_text (zip, "word/settings.xml", settings);
  mft_docx_add_margins (zip, flow);
  if (comments)
    {
      add (zip, "word/comments.xml", mft_docx_comments (threads));
      add (zip, "word/commentsExtended.xml", mft_docx_comments_extended (threads));
    }
  mft_docx_add_pictures (zip, pictures);
  add (zip, "docProps/core.xml", core_properties (agreement));
  add (zip, "customXml/item1.xml", mft_clean_source (agreement));
  add_text (zip, "customXml/itemProps1.xml", source_properties);
  add_text (zip, "customXml/_rels/item1.xml.rels", source_relations);
  return mft_zip_writer_finish (zip, error);
}
