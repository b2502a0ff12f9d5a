/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/office.h"

#include <string.h>

#include "container/zip-writer.h"

#define TYPES_SPACE "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONS_SPACE "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
#define SHEET_NAME "worksheets/sheet1.xml"

/* One face, one size. */
static const char word_styles[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      "<w:styles xmlns:w=\"" MFT_WORD_SPACE "\"><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/>"
      "<w:lang w:val=\"id-ID\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      "<w:spacing w:after=\"60\"/></w:pPr></w:pPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
      "w:val=\"Normal\"/>"
      "</w:style></w:styles>\n";

static void
write_override (MftXmlWriter *xml, const char *folder, const char *name, const char *type)
{
  g_autofree char *path = g_strdup_printf ("/%s/%s", folder, name);

  mft_xml_writer_start (xml, "Override");
  mft_xml_writer_attribute (xml, "PartName", path);
  mft_xml_writer_attribute (xml, "ContentType", type);
  mft_xml_writer_end (xml);
}

static GBytes *
write_types (const MftOfficePackage *package)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();

  mft_xml_writer_start (xml, "Types");
  mft_xml_writer_attribute (xml, "xmlns", TYPES_SPACE);
  mft_xml_writer_raw (xml, "<Default Extension=\"rels\" ContentType=\"application/"
                           "vnd.openxmlformats-package.relationships+xml\"/>"
                           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
  write_override (xml, package->folder, package->main_name, package->main_type);
  write_override (xml, package->folder, "styles.xml", package->styles_type);
  if (package->sheet != NULL)
    write_override (xml, package->folder, SHEET_NAME, SHEET_TYPE);
  return mft_xml_writer_finish (xml);
}

static void
write_relation (MftXmlWriter *xml, const char *id, const char *type, const char *target)
{
  g_autofree char *full = g_strconcat (OFFICE_RELATIONS, type, NULL);

  mft_xml_writer_start (xml, "Relationship");
  mft_xml_writer_attribute (xml, "Id", id);
  mft_xml_writer_attribute (xml, "Type", full);
  mft_xml_writer_attribute (xml, "Target", target);
  mft_xml_writer_end (xml);
}

/* The package's own relations, or with `inner` those of its main part. */
static GBytes *
write_relations (const MftOfficePackage *package, gboolean inner)
{
  g_autoptr (MftXmlWriter) xml = mft_xml_writer_new ();
  g_autofree char *main_path = g_strdup_printf ("%s/%s", package->folder, package->main_name);

  mft_xml_writer_start (xml, "Relationships");
  mft_xml_writer_attribute (xml, "xmlns", RELATIONS_SPACE);
  if (!inner)
    write_relation (xml, "rId1", "officeDocument", main_path);
  else
    write_relation (xml, "rId1", "styles", "styles.xml");
  if (inner && package->sheet != NULL)
    write_relation (xml, "rId2", "worksheet", SHEET_NAME);
  return mft_xml_writer_finish (xml);
}

static void
add_part (MftZipWriter *zip, const MftOfficePackage *package, const char *name, GBytes *content)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", package->folder, name);

  mft_zip_writer_add (zip, path, content, FALSE);
}

GBytes *
mft_office_write (const MftOfficePackage *package, GError **error)
{
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();
  g_autoptr (GBytes) types = write_types (package);
  g_autoptr (GBytes) outer = write_relations (package, FALSE);
  g_autoptr (GBytes) inner = write_relations (package, TRUE);
  g_autoptr (GBytes) styles = g_bytes_new (package->styles, strlen (package->styles));
  g_autofree char *inner_name = g_strdup_printf ("_rels/%s.rels", package->main_name);

  mft_zip_writer_add (zip, "[Content_Types].xml", types, FALSE);
  mft_zip_writer_add (zip, "_rels/.rels", outer, FALSE);
  add_part (zip, package, package->main_name, package->main);
  add_part (zip, package, inner_name, inner);
  add_part (zip, package, "styles.xml", styles);
  if (package->sheet != NULL)
    add_part (zip, package, SHEET_NAME, package->sheet);
  return mft_zip_writer_finish (zip, error);
}

GBytes *
mft_office_write_word (GBytes *main, GError **error)
{
  const MftOfficePackage package = { "word",
                                     "document.xml",
                                     WORD_TYPES "document.main+xml",
                                     WORD_TYPES "styles+xml",
                                     main,
                                     word_styles,
                                     NULL };

  return mft_office_write (&package, error);
}

void
mft_office_words (MftXmlWriter *xml, const char *element, const char *text)
{
  mft_xml_writer_start (xml, element);
  mft_xml_writer_attribute (xml, "xml:space", "preserve");
  mft_xml_writer_text (xml, text);
  mft_xml_writer_end (xml);
}

static void
write_format (MftXmlWriter *xml, MftMarkKind kind)
{
  g_autofree char *format = g_strdup_printf (
      "<w:rPr>%s<w:color w:val=\"%s\"/>%s</w:rPr>", kind == MFT_MARK_REMOVED ? "<w:strike/>" : "",
      mft_mark_colour (kind) + 1,
      kind == MFT_MARK_ADDED ? "<w:u w:val=\"single\"/>"
                             : (kind == MFT_MARK_MOVED ? "<w:u w:val=\"double\"/>" : ""));

  mft_xml_writer_raw (xml, format);
}

void
mft_office_run (MftXmlWriter *xml, MftMarkKind kind, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  mft_xml_writer_start (xml, "w:r");
  if (kind != MFT_MARK_NONE)
    write_format (xml, kind);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        mft_xml_writer_raw (xml, "<w:br/>");
      mft_office_words (xml, "w:t", lines[i]);
    }
  mft_xml_writer_end (xml);
}
