/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/opening.h"

#include "base/safe-file.h"
#include "exchange/exchange.h"
#include "exchange/pdf/pdf-reader.h"
#include "pdf/signature-field.h"

typedef struct
{
  char *path;
  char *folder;
  MftOpeningWish wish;
  MftSecret *password;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->folder);
  g_clear_pointer (&request->password, mft_secret_unref);
  g_free (request);
}

void
mft_opening_free (MftOpening *opening)
{
  g_clear_pointer (&opening->reply, mft_reply_free);
  g_clear_object (&opening->agreement);
  g_clear_object (&opening->before);
  g_clear_pointer (&opening->report, mft_import_report_free);
  g_free (opening);
}

/* What cannot be looked into may be signed: it is verified rather than taken for a draft. */
static gboolean
is_signed (GBytes *bytes)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_bytes (bytes);
  g_autoptr (MftPdfFile) file = mft_pdf_file_new (source, NULL);
  g_autoptr (GPtrArray) fields
      = file != NULL ? mft_pdf_signature_fields (file, mft_pdf_file_last_revision (file), NULL)
                     : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (((const MftPdfSignatureField *) fields->pdata[i])->is_signed)
      return TRUE;
  return fields == NULL;
}

static gboolean
find_reply (MftOpening *opening, const Request *request, GBytes *bytes, const char *name,
            GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (MftLibrary) library = mft_library_open_reading (request->folder, &own);
  gboolean asked = request->wish == MFT_OPENING_REPLY;

  if (library != NULL)
    opening->reply = mft_reply_find (library, bytes, name, &own);
  /* What was never sent is not what a dropped file answers. */
  if (!asked && opening->reply != NULL && opening->reply->sent == NULL)
    g_clear_pointer (&opening->reply, mft_reply_free);
  if (asked && own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  return opening->reply != NULL;
}

static gboolean
read_text (MftOpening *opening, const Request *request, GBytes *bytes, const char *name,
           GError **error)
{
  MftReadOptions options
      = { .password = request->password != NULL ? mft_secret_peek (request->password) : NULL };

  opening->agreement = mft_exchange_read_with (bytes, name, &options, &opening->report, error);
  if (opening->agreement == NULL)
    return FALSE;
  options.changes = MFT_CHANGES_REJECT;
  if (opening->report != NULL && opening->report->insertions + opening->report->deletions > 0)
    opening->before = mft_exchange_read_with (bytes, name, &options, NULL, NULL);
  return TRUE;
}

static gpointer
read_func (MftJob *job, gpointer data, GError **error)
{
  const Request *request = data;
  g_autofree char *name = g_path_get_basename (request->path);
  g_autoptr (GBytes) bytes = mft_file_read (request->path, MFT_EXCHANGE_SIZE_MOST, error);
  g_autoptr (MftOpening) opening = g_new0 (MftOpening, 1);
  gboolean arrived = request->wish == MFT_OPENING_ARRIVED;
  gboolean found = FALSE;

  if (bytes == NULL || !mft_job_check (job, error))
    return NULL;
  if (arrived && mft_pdf_is_document (bytes) && request->password == NULL && is_signed (bytes))
    {
      opening->is_signed = TRUE;
      return g_steal_pointer (&opening);
    }
  if (request->wish != MFT_OPENING_TEXT)
    found = find_reply (opening, request, bytes, name, error);
  if (!found && request->wish != MFT_OPENING_REPLY)
    found = read_text (opening, request, bytes, name, error);
  return found && mft_job_check (job, error) ? g_steal_pointer (&opening) : NULL;
}

void
mft_opening_read_async (const char *path, MftOpeningWish wish, const char *folder,
                        MftSecret *password, MftJob *job, gpointer source,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ g_strdup (path), g_strdup (folder), wish,
                        password != NULL ? mft_secret_ref (password) : NULL };
  mft_job_run_async (job, source, read_func, request, request_free,
                     (GDestroyNotify) mft_opening_free, callback, user_data);
}

MftOpening *
mft_opening_read_finish (GAsyncResult *result, GError **error)
{
  return mft_job_run_finish (result, error);
}
