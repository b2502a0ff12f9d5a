/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "container/zip-writer.h"
#include "exchanged.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static void
add (MftZipWriter *zip, const char *name, const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  mft_zip_writer_add (zip, name, bytes, TRUE);
}

static void
add_text (MftZipWriter *zip, const char *name, const char *text)
{
  add (zip, name, text, strlen (text));
}

/* The bytes as the main part and as the list of numbers of a DOCX: packed, few changes would get past the
 * checksums. */
static GBytes *
wrap (const uint8_t *data, size_t size)
{
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();

  add_text (zip, "[Content_Types].xml", "<Types/>");
  add_text (zip, "_rels/.rels",
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"a\" Type=\"" OFFICE "officeDocument\" Target=\"d.xml\"/></Relationships>");
  add_text (zip, "_rels/d.xml.rels",
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"a\" Type=\"" OFFICE "numbering\" Target=\"d.xml\"/><Relationship Id=\"b\" "
            "Type=\"" OFFICE "styles\" Target=\"d.xml\"/><Relationship Id=\"c\" Type=\"" OFFICE
            "comments\" Target=\"d.xml\"/></Relationships>");
  add (zip, "d.xml", data, size);
  return mft_zip_writer_finish (zip, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = wrap (data, size);

  read_and_save (bytes, "fuzz.docx");
  return 0;
}
