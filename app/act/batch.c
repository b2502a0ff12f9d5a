/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/batch.h"

#include "pdf/byte-source.h"
#include "verify/verify.h"

/* Signing only appends: the signed file begins with what was signed. */
static gboolean
continues (const char *output, const char *input)
{
  g_autoptr (GMappedFile) signed_file = g_mapped_file_new (output, FALSE, NULL);
  g_autoptr (GMappedFile) original = g_mapped_file_new (input, FALSE, NULL);

  if (signed_file == NULL || original == NULL)
    return FALSE;
  gsize size = g_mapped_file_get_length (original);
  return size > 0 && g_mapped_file_get_length (signed_file) > size
         && memcmp (g_mapped_file_get_contents (signed_file), g_mapped_file_get_contents (original),
                    size)
                == 0;
}

/* By the same certificate; of a service only the name is known. */
static gboolean
is_by (const MftSignatureReport *signature, const MftSigningRequest *request)
{
  if (signature->certificate == NULL || signature->integrity != MFT_INTEGRITY_INTACT)
    return FALSE;
  if (request->esign == NULL)
    return mft_certificate_equal (signature->certificate, mft_key_get_certificate (request->key));
  g_autofree char *expected = g_utf8_casefold (request->esign->name, -1);
  g_autofree char *found
      = g_utf8_casefold (mft_certificate_common_name (signature->certificate), -1);
  return g_str_equal (expected, found);
}

static guint
count_signatures (const char *path, const MftSigningRequest *request, MftJob *job)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, NULL);
  g_autoptr (MftVerifyReport) report = source != NULL ? mft_verify (source, NULL, job, NULL) : NULL;
  guint count = 0;

  for (guint i = 0; report != NULL && i < report->signatures->len; i++)
    count += is_by (g_ptr_array_index (report->signatures, i), request);
  return count;
}

static void
sign_row (MftBatchRow *row, const MftSigningRequest *common, MftBatchPlaceFunc place, gpointer data,
          MftJob *job)
{
  MftSigningRequest request = *common;

  if (!mft_job_check (job, &row->error))
    return;
  row->was_done
      = !common->replace && continues (row->output, row->input)
        && count_signatures (row->output, common, job) > count_signatures (row->input, common, job);
  if (row->was_done)
    return;
  request.input = row->input;
  request.output = row->output;
  if (place != NULL && !place (row->input, &request, data, &row->error))
    {
      mft_act_note_failure (row->input, NULL, common->basis, mft_signing_request_signer (common),
                            row->error);
      return;
    }
  row->result = mft_act_sign (&request, job, &row->error);
}

GPtrArray *
mft_act_sign_batch (const MftSigningRequest *common, GPtrArray *inputs, const char *folder,
                    MftBatchPlaceFunc place, gpointer data, MftJob *job)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_batch_row_free);

  for (guint i = 0; i < inputs->len; i++)
    {
      MftBatchRow *row = g_new0 (MftBatchRow, 1);
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (inputs, i));

      row->input = g_strdup (g_ptr_array_index (inputs, i));
      row->output = g_build_filename (folder, name, NULL);
      g_ptr_array_add (rows, row);
      sign_row (row, common, place, data, job);
      mft_job_report (job, (i + 1.0) / inputs->len);
    }
  return rows;
}

void
mft_batch_row_free (MftBatchRow *row)
{
  g_free (row->input);
  g_free (row->output);
  g_clear_pointer (&row->result, mft_signing_result_free);
  g_clear_error (&row->error);
  g_free (row);
}
