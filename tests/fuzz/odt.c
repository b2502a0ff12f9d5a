/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "container/zip-writer.h"
#include "exchanged.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

/* The bytes as content.xml and styles.xml. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (MftZipWriter) zip = mft_zip_writer_new ();
  g_autoptr (GBytes) mimetype = g_bytes_new_static (MIMETYPE, strlen (MIMETYPE));
  g_autoptr (GBytes) content = g_bytes_new (data, size);

  mft_zip_writer_add (zip, "mimetype", mimetype, TRUE);
  mft_zip_writer_add (zip, "content.xml", content, TRUE);
  mft_zip_writer_add (zip, "styles.xml", content, TRUE);
  g_autoptr (GBytes) bytes = mft_zip_writer_finish (zip, NULL);
  read_and_save (bytes, "fuzz.odt");
  return 0;
}
