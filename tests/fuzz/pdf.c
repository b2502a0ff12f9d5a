/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pdf/signature-field.h"
#include "pdf/update.h"

/* Reads one revision as the verifier does. */
static void
read_revision (MftPdfFile *file, guint revision)
{
  mft_pdf_file_check_between (file, revision);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, revision, NULL);
  mft_pdf_pages_count (file, revision, NULL);
  for (guint32 number = 0; number <= MIN (mft_pdf_file_highest_number (file), 30); number++)
    {
      g_autoptr (MftPdfObject) object = mft_pdf_file_load (file, revision, number, 0, NULL);
      g_autofree char *text = mft_pdf_object_dup_text (object);
      if (mft_pdf_object_is (object, MFT_PDF_STREAM))
        {
          g_autoptr (GBytes) data
              = mft_pdf_file_stream_data (file, revision, object, 1 << 20, NULL);
        }
    }
}

/* Goes on after it as the signer does. */
static void
continue_file (MftPdfFile *file)
{
  g_autoptr (MftPdfUpdate) update = mft_pdf_update_new (file, NULL);

  if (update == NULL)
    return;
  for (guint32 number = 1; number <= MIN (mft_pdf_file_highest_number (file), 30); number++)
    {
      const MftPdfEntry *entry
          = mft_pdf_file_find (file, mft_pdf_file_last_revision (file), number);
      if (entry != NULL && entry->kind != MFT_PDF_ENTRY_FREE)
        mft_pdf_update_edit (update, number, 0, NULL);
    }
  g_autoptr (GBytes) tail = mft_pdf_update_finish (update, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);

  if (file == NULL)
    return 0;
  for (guint i = 0; i < MIN (mft_pdf_file_revisions (file), 8); i++)
    read_revision (file, i);
  continue_file (file);
  return 0;
}
