/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/long-term.h"

#include "base/buffer.h"
#include "base/digest.h"
#include "pdf/update.h"

#define STREAMS_MOST 500
#define STREAM_SIZE_MOST (64u << 20)

/* The digests of what an array of streams holds. */
static GHashTable *
digests_of (MftPdfFile *file, const MftPdfObject *dss, const char *key)
{
  guint revision = mft_pdf_file_last_revision (file);
  g_autoptr (MftPdfObject) array = mft_pdf_file_get (file, revision, dss, key, NULL);
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < MIN (mft_pdf_array_size (array), STREAMS_MOST); i++)
    {
      g_autoptr (MftPdfObject) stream
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (array, i), NULL);
      g_autoptr (GBytes) data
          = mft_pdf_object_is (stream, MFT_PDF_STREAM)
                ? mft_pdf_file_stream_data (file, revision, stream, STREAM_SIZE_MOST, NULL)
                : NULL;
      if (data != NULL)
        g_hash_table_add (digests,
                          mft_sha256_hex (g_bytes_get_data (data, NULL), g_bytes_get_size (data)));
    }
  return digests;
}

static GBytes *
as_stream (GBytes *data)
{
  g_auto (MftBuffer) buffer = { 0 };

  mft_buffer_init (&buffer, STREAM_SIZE_MOST + 100);
  mft_buffer_append_printf (&buffer, "<< /Length %zu >>\nstream\n", g_bytes_get_size (data));
  mft_buffer_append (&buffer, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  mft_buffer_append_text (&buffer, "\nendstream");
  return mft_buffer_steal (&buffer);
}

/* Adds to `key` what is not there; whether something was, or -1. */
static int
add_streams (MftPdfFile *file, MftPdfUpdate *update, MftPdfObject *dss, const char *key,
             GPtrArray *blobs, GError **error)
{
  g_autoptr (GHashTable) known = digests_of (file, dss, key);
  MftPdfObject *array = NULL;

  for (guint i = 0; i < blobs->len; i++)
    {
      GBytes *blob = g_ptr_array_index (blobs, i);
      char *digest = mft_sha256_hex (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob));
      if (!g_hash_table_add (known, digest))
        continue;
      if (array == NULL)
        array = mft_pdf_update_edit_value (update, dss, key, MFT_PDF_ARRAY, error);
      if (array == NULL)
        return -1;
      g_autoptr (GBytes) body = as_stream (blob);
      guint32 number = mft_pdf_update_new_number (update);
      mft_pdf_update_put_bytes (update, number, body);
      mft_pdf_array_append (array, mft_pdf_object_new_reference (number, 0));
    }
  return array != NULL;
}

static GPtrArray *
certificates_as_der (GPtrArray *certificates)
{
  GPtrArray *blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < certificates->len; i++)
    g_ptr_array_add (blobs, mft_certificate_der (g_ptr_array_index (certificates, i)));
  return blobs;
}

/* The catalog's /DSS, to be changed; an object of its own where there was none. */
static MftPdfObject *
edit_dss (MftPdfFile *file, MftPdfUpdate *update, GError **error)
{
  guint revision = mft_pdf_file_last_revision (file);
  const MftPdfObject *trailer = mft_pdf_file_revision (file, revision)->trailer;
  guint32 generation;
  guint32 root = mft_pdf_object_get_reference (mft_pdf_dict_get (trailer, "Root"), &generation);
  MftPdfObject *catalog = mft_pdf_update_edit (update, root, generation, error);

  if (catalog == NULL)
    return NULL;
  if (!mft_pdf_object_is (mft_pdf_dict_get (catalog, "DSS"), MFT_PDF_NULL))
    return mft_pdf_update_edit_value (update, catalog, "DSS", MFT_PDF_DICT, error);
  MftPdfObject *dss = mft_pdf_object_new (MFT_PDF_DICT);
  guint32 number = mft_pdf_update_new_number (update);
  mft_pdf_dict_set (dss, "Type", mft_pdf_object_new_name ("DSS"));
  mft_pdf_update_put (update, number, dss);
  mft_pdf_dict_set (catalog, "DSS", mft_pdf_object_new_reference (number, 0));
  return dss;
}

gboolean
mft_sign_append_dss (MftSafeFile *output, const MftValidationData *data, GError **error)
{
  g_autoptr (MftByteSource) written = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftPdfFile) file = written != NULL ? mft_pdf_file_new (written, error) : NULL;
  g_autoptr (MftPdfUpdate) update = file != NULL ? mft_pdf_update_new (file, error) : NULL;
  MftPdfObject *dss = update != NULL ? edit_dss (file, update, error) : NULL;
  g_autoptr (GPtrArray) certificates = certificates_as_der (data->certificates);

  if (dss == NULL)
    return FALSE;
  int certs = add_streams (file, update, dss, "Certs", certificates, error);
  int ocsps = certs >= 0 ? add_streams (file, update, dss, "OCSPs", data->ocsps, error) : -1;
  int crls = ocsps >= 0 ? add_streams (file, update, dss, "CRLs", data->crls, error) : -1;
  if (crls < 0)
    return FALSE;
  if (certs + ocsps + crls == 0)
    return TRUE;
  g_autoptr (GBytes) bytes = mft_pdf_update_finish (update, error);
  return bytes != NULL
         && mft_safe_file_write (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                 error);
}
