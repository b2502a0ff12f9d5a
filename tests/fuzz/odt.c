/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "agreement/akn.h"
#include "container/zip-writer.h"
#include "exchange/exchange.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

/* The bytes as content.xml and styles.xml. Whatever comes in can be saved and opened again. */
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
  for (int changes = MFT_CHANGES_ACCEPT; changes <= MFT_CHANGES_REJECT; changes++)
    {
      const MftReadOptions options = { .changes = (MftTrackedChanges) changes };
      g_autoptr (MftAgreement) agreement
          = mft_exchange_read_with (bytes, "fuzz.odt", &options, NULL, NULL);
      if (agreement == NULL)
        return 0;
      g_autoptr (GBytes) saved = mft_akn_write (agreement);
      g_autoptr (GError) error = NULL;
      g_autoptr (MftAgreement) opened = mft_akn_read (saved, NULL, &error);
      g_assert_no_error (error);
    }
  return 0;
}
