/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "container/zip-writer.h"

#include "container/error.h"
#include "container/libzip.h"

/* 1980-01-01 00:00 as MS-DOS writes it: year 0, month 1, day 1. */
#define DOS_DATE 0x21
#define DOS_TIME 0

struct MftZipWriter
{
  zip_source_t *output; /* kept past zip_close() */
  zip_t *archive;
  GPtrArray *contents; /* borrowed by `archive` until it is closed */
};

MftZipWriter *
mft_zip_writer_new (void)
{
  MftZipWriter *writer = g_new0 (MftZipWriter, 1);

  writer->output = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_source_keep (writer->output);
  writer->archive = zip_open_from_source (writer->output, ZIP_TRUNCATE, NULL);
  g_assert (writer->archive != NULL);
  writer->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return writer;
}

void
mft_zip_writer_free (MftZipWriter *writer)
{
  if (writer->archive != NULL)
    zip_discard (writer->archive);
  zip_source_free (writer->output);
  g_ptr_array_unref (writer->contents);
  g_free (writer);
}

void
mft_zip_writer_add (MftZipWriter *writer, const char *name, GBytes *content, gboolean stored)
{
  zip_source_t *source;
  zip_int64_t index;

  g_return_if_fail (writer->archive != NULL);
  g_ptr_array_add (writer->contents, g_bytes_ref (content));
  source = zip_source_buffer (writer->archive, g_bytes_get_data (content, NULL),
                              g_bytes_get_size (content), 0);
  index = zip_file_add (writer->archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      g_critical ("zip entry \"%s\" added twice", name);
      return;
    }
  zip_set_file_compression (writer->archive, (zip_uint64_t) index,
                            stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, stored ? 0 : 9);
  zip_file_set_dostime (writer->archive, (zip_uint64_t) index, DOS_TIME, DOS_DATE, 0);
}

GBytes *
mft_zip_writer_finish (MftZipWriter *writer, GError **error)
{
  g_autofree guint8 *data = NULL;
  zip_int64_t size;

  g_return_val_if_fail (writer->archive != NULL, NULL);
  if (zip_close (writer->archive) != 0)
    {
      g_set_error (error, MFT_CONTAINER_ERROR, MFT_CONTAINER_ERROR_LIMIT,
                   "zip archive cannot be written: %s", zip_strerror (writer->archive));
      return NULL;
    }
  writer->archive = NULL;

  g_assert (zip_source_open (writer->output) == 0);
  zip_source_seek (writer->output, 0, SEEK_END);
  size = zip_source_tell (writer->output);
  g_assert (size > 0);
  data = g_malloc ((gsize) size);
  zip_source_seek (writer->output, 0, SEEK_SET);
  g_assert (zip_source_read (writer->output, data, (zip_uint64_t) size) == size);
  zip_source_close (writer->output);
  return g_bytes_new_take (g_steal_pointer (&data), (gsize) size);
}
