/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-fixture.h"

#include "container/zip-writer.h"
#include "container/zip.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006"

static const char spaces[]
    = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:r=\"" OFFICE "/relationships\" xmlns:m=\"" OFFICE "/math\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
      " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
      " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

static const char content_types[]
    = "<?xml version=\"1.0\"?><Types "
      "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
      "Extension=\"rels\" "
      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
      "PartName=\"/word/document.xml\" ContentType=\"application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

static const char relationships_start[]
    = "<?xml version=\"1.0\"?><Relationships "
      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

static void
add (MftZipWriter *zip, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  mft_zip_writer_add (zip, name, bytes, g_str_equal (name, "mimetype"));
}

static GBytes *
finish (MftZipWriter *zip)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mft_zip_writer_finish (zip, &error);

  g_assert_no_error (error);
  return bytes;
}

GBytes *
mft_zip_fixture (const char *name, ...)
{
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();
  va_list parts;

  va_start (parts, name);
  for (; name != NULL; name = va_arg (parts, const char *))
    add (zip, name, va_arg (parts, const char *));
  va_end (parts);
  return finish (zip);
}

/* "header2" is of the kind "header", and its root element is w:hdr. */
static char *
kind_of (const char *part)
{
  return g_strndup (part, strcspn (part, "0123456789"));
}

static const char *
root_of (const char *kind)
{
  if (g_str_equal (kind, "header"))
    return "hdr";
  return g_str_equal (kind, "footer") ? "ftr" : kind;
}

static void
add_part (MftZipWriter *zip, GString *relationships, const char *part, const char *content)
{
  g_autofree char *kind = kind_of (part);
  g_autofree char *name = g_strdup_printf ("word/%s.xml", part);
  g_autofree char *text
      = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%s%s>%s</w:%s>",
                         root_of (kind), spaces, content, root_of (kind));

  add (zip, name, text);
  g_string_append_printf (relationships,
                          "<Relationship Id=\"id-%s\" Type=\"" OFFICE
                          "/relationships/%s\" Target=\"%s.xml\"/>",
                          part, kind, part);
}

GBytes *
mft_docx_fixture (const char *body, ...)
{
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();
  g_autoptr (GString) relationships = g_string_new (relationships_start);
  g_autofree char *document
      = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document%s><w:body>%s</"
                         "w:body></w:document>",
                         spaces, body);
  va_list parts;
  const char *part;

  add (zip, "[Content_Types].xml", content_types);
  g_autofree char *root
      = g_strconcat (relationships_start,
                     "<Relationship Id=\"r1\" Type=\"" OFFICE "/relationships/officeDocument\" "
                     "Target=\"word/document.xml\"/></Relationships>",
                     NULL);
  add (zip, "_rels/.rels", root);
  add (zip, "word/document.xml", document);
  va_start (parts, body);
  while ((part = va_arg (parts, const char *)) != NULL)
    add_part (zip, relationships, part, va_arg (parts, const char *));
  va_end (parts);
  g_string_append (relationships, "</Relationships>");
  add (zip, "word/_rels/document.xml.rels", relationships->str);
  return finish (zip);
}

GBytes *
mft_zip_fixture_without_source (GBytes *bytes)
{
  g_autoptr (MftZip) zip = mft_zip_open (bytes, NULL, NULL);
  g_autoptr (MftZipWriter) writer = mft_zip_writer_new ();

  for (guint i = 0; i < mft_zip_size (zip); i++)
    {
      const char *name = mft_zip_name (zip, i);
      g_autoptr (GBytes) part = mft_zip_read (zip, name, NULL);
      if (!g_str_has_prefix (name, "customXml/") && !g_str_equal (name, "naskah.rdf"))
        mft_zip_writer_add (writer, name, part, g_str_equal (name, "mimetype"));
    }
  return mft_zip_writer_finish (writer, NULL);
}
