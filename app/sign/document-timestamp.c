/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign/document-timestamp.h"

#include "sign/error.h"
#include "sign/new-field.h"
#include "sign/tail.h"

/* The field on the first page, with its value. */
static gboolean
add_field (MftPdfFile *file, MftPdfUpdate *update, guint32 value, GError **error)
{
  const MftPdfRect nowhere = { 0 };
  guint revision = mft_pdf_file_last_revision (file);
  const MftPdfObject *trailer = mft_pdf_file_revision (file, revision)->trailer;
  guint32 generation;
  guint32 root = mft_pdf_object_get_reference (mft_pdf_dict_get (trailer, "Root"), &generation);
  g_autoptr (MftPdfPage) page = mft_pdf_page_find (file, revision, 1, error);
  g_autofree char *name = page != NULL ? mft_sign_free_name (file, "PENANDA_WAKTU", error) : NULL;
  MftPdfObject *catalog
      = name != NULL ? mft_pdf_update_edit (update, root, generation, error) : NULL;
  MftPdfObject *form = catalog != NULL ? mft_pdf_update_edit_value (update, catalog, "AcroForm",
                                                                    MFT_PDF_DICT, error)
                                       : NULL;
  MftPdfObject *field
      = form != NULL ? mft_sign_new_field (update, form, page, &nowhere, name, error) : NULL;

  if (page == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_PLACE, "there is no page");
  if (field == NULL)
    return FALSE;
  mft_pdf_dict_set (form, "SigFlags", mft_pdf_object_new_integer (3));
  mft_pdf_dict_set (field, "V", mft_pdf_object_new_reference (value, 0));
  mft_pdf_dict_set (field, "F", mft_pdf_object_new_integer (MFT_SIGN_WIDGET_FLAGS));
  return TRUE;
}

static MftSignTail *
make_tail (MftPdfFile *file, GError **error)
{
  g_autoptr (MftPdfUpdate) update = mft_pdf_update_new (file, error);
  g_autoptr (MftSignatureDict) dict = mft_signature_dict_new_timestamp (MFT_TIMESTAMP_ROOM);
  guint32 value = update != NULL ? mft_pdf_update_new_number (update) : 0;

  if (update == NULL)
    return NULL;
  mft_pdf_update_put_bytes (update, value, dict->body);
  if (!add_field (file, update, value, error))
    return NULL;
  return mft_sign_tail_new (update, value, dict, mft_byte_source_size (mft_pdf_file_source (file)),
                            error);
}

gboolean
mft_sign_append_timestamp (MftSafeFile *output, const MftTimestampSource *source, MftJob *job,
                           GError **error)
{
  guint8 value[EVP_MAX_MD_SIZE];
  g_autoptr (EVP_MD_CTX) digest = EVP_MD_CTX_new ();
  g_autoptr (MftByteSource) written = mft_byte_source_new_fd (mft_safe_file_fd (output), error);
  g_autoptr (MftPdfFile) file = written != NULL ? mft_pdf_file_new (written, error) : NULL;
  g_autoptr (MftSignTail) tail = file != NULL ? make_tail (file, error) : NULL;

  if (tail == NULL)
    return FALSE;
  if (EVP_DigestInit_ex (digest, EVP_sha256 (), NULL) != 1)
    g_error ("no digest");
  if (!mft_sign_copy (written, NULL, digest, job, error))
    return FALSE;
  guint size = mft_sign_tail_digest (tail, digest, value);
  g_autoptr (GBytes) token = mft_timestamp_obtain (source, EVP_sha256 (), value, size, job, error);
  if (token == NULL)
    return FALSE;
  if (g_bytes_get_size (token) > MFT_TIMESTAMP_ROOM)
    {
      g_set_error_literal (error, MFT_PKI_ERROR, MFT_PKI_ERROR_TIMESTAMP,
                           "the timestamp is larger than any should be");
      return FALSE;
    }
  return mft_sign_tail_write (tail, token, output, error);
}
