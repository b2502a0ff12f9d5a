/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/odt/odt-writer.h"

#include "agreement/shown.h"
#include "container/zip-writer.h"
#include "exchange/claim/claim.h"
#include "exchange/clean/clean.h"

#include "exchange/odt/odt-parts.h"
#include "draw/jpeg.h"
#include "exchange/picture.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define PACKAGE "http://docs.oasis-open.org/ns/office/1.2/meta/pkg#"

/* What other programs keep when they save is metadata that the package knows of (ODF 1.3 part 2 §6.2). */
static const char metadata[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<rdf:RDF xmlns:rdf=\"" RDF "\" xmlns:pkg=\"" PACKAGE "\">"
      "<rdf:Description rdf:about=\"" MFT_CLAIM_RDF "\">"
      "<rdf:type rdf:resource=\"" PACKAGE "MetadataFile\"/></rdf:Description>"
      "<rdf:Description rdf:about=\"\"><rdf:type rdf:resource=\"" PACKAGE "Document\"/>"
      "<pkg:hasPart rdf:resource=\"" MFT_CLAIM_RDF "\"/></rdf:Description>"
      "</rdf:RDF>\n";

/* The source goes along for our own reader; other programs pass it over. */
static const char manifest[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
      " manifest:version=\"1.3\">"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
      " manifest:media-type=\"" MIMETYPE "\"/>"
      "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"manifest.rdf\""
      " manifest:media-type=\"application/rdf+xml\"/>"
      "<manifest:file-entry manifest:full-path=\"" MFT_CLAIM_RDF "\""
      " manifest:media-type=\"application/rdf+xml\"/>";

static const char manifest_end[] = "</manifest:manifest>\n";

char *
mft_odt_picture_name (const MftFlowPicture *picture, guint number)
{
  return g_strdup_printf ("Pictures/gambar%u.%s", number,
                          mft_jpeg_is (picture->bytes) ? "jpg" : "png");
}

/* A title and nothing else: neither who wrote it nor when. */
static GBytes *
meta (MftAgreement *agreement)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autofree char *title = mft_agreement_dup_title (agreement);

  mft_xml_writer_start (xml, "office:document-meta");
  mft_odt_spaces (xml);
  mft_xml_writer_start (xml, "office:meta");
  mft_xml_writer_element (xml, "dc:title", title);
  mft_xml_writer_element (xml, "dc:language", "id-ID");
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}

/* The clean copy's naskah.xml as a statement about the document. */
static GBytes *
source (MftAgreement *agreement)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autoptr (GBytes) naskah = mft_clean_source (agreement);
  g_autofree char *text = g_strndup (g_bytes_get_data (naskah, NULL), g_bytes_get_size (naskah));

  mft_xml_writer_start (xml, "rdf:RDF");
  mft_xml_writer_attribute (xml, "xmlns:rdf", RDF);
  mft_xml_writer_attribute (xml, "xmlns:m", MFT_CLAIM_SPACE);
  mft_xml_writer_start (xml, "rdf:Description");
  mft_xml_writer_attribute (xml, "rdf:about", "");
  mft_xml_writer_element (xml, "m:" MFT_CLAIM_PROPERTY, text);
  mft_xml_writer_end (xml);
  mft_xml_writer_end (xml);
  return mft_xml_writer_finish (xml);
}

static void
add (MftZipWriter *zip, const char *name, GBytes *part, gboolean stored)
{
  g_autoptr (GBytes) content = part;

  mft_zip_writer_add (zip, name, content, stored);
}

/* The pictures, and the list of all that the package holds. */
static void
add_pictures (MftZipWriter *zip, GPtrArray *pictures)
{
  GString *list = g_string_new (manifest);

  for (guint i = 0; i < pictures->len; i++)
    {
      const MftFlowPicture *picture = pictures->pdata[i];
      g_autofree char *name = mft_odt_picture_name (picture, i + 1);
      mft_zip_writer_add (zip, name, picture->bytes, TRUE);
      g_string_append_printf (list,
                              "<manifest:file-entry manifest:full-path=\"%s\""
                              " manifest:media-type=\"image/%s\"/>",
                              name, mft_jpeg_is (picture->bytes) ? "jpeg" : "png");
    }
  g_string_append (list, manifest_end);
  add (zip, "META-INF/manifest.xml", g_string_free_to_bytes (list), FALSE);
}

GBytes *
mft_odt_write (MftAgreement *agreement, GError **error)
{
  g_autoptr (MftFlow) flow = mft_flow_new (agreement);
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();

  add (zip, "mimetype", g_bytes_new_static (MIMETYPE, strlen (MIMETYPE)), TRUE);
  add (zip, "content.xml", mft_odt_content (flow, review), FALSE);
  add (zip, "styles.xml", mft_odt_styles (flow), FALSE);
  add (zip, "meta.xml", meta (agreement), FALSE);
  add (zip, MFT_CLAIM_RDF, source (agreement), FALSE);
  add (zip, "manifest.rdf", g_bytes_new_static (metadata, strlen (metadata)), FALSE);
  add_pictures (zip, mft_flow_pictures (flow));
  return mft_zip_writer_finish (zip, error);
}
