/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/export-copy.h"

#include "ui/export/export-pdf.h"

#include "base/safe-file.h"
#include "exchange/exchange.h"

typedef struct
{
  MftAgreement *snapshot;
  char *path;
  gboolean for_house;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->snapshot);
  g_free (copy->path);
  g_free (copy);
}

static gboolean
ends_in (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gpointer
copy_func (MftJob *job, gpointer data, GError **error)
{
  const Copy *copy = data;
  g_autoptr (GBytes) bytes = NULL;

  if (!mft_job_check (job, error))
    return NULL;
  bytes = copy->for_house ? mft_exchange_write_for_house (copy->snapshot, error)
                          : mft_exchange_write (copy->snapshot, copy->path, error);
  if (bytes == NULL
      || !mft_safe_file_save (copy->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              TRUE, error))
    return NULL;
  return g_strdup (copy->path);
}

void
mft_export_copy_async (MftAgreement *agreement, const char *path, gboolean for_house, MftJob *job,
                       gpointer source, GAsyncReadyCallback callback, gpointer user_data)
{
  Copy *copy;

  if (ends_in (path, ".pdf"))
    {
      mft_export_pdf_async (agreement, path, job, source, callback, user_data);
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->snapshot = mft_agreement_snapshot (agreement);
  copy->path = g_strdup (path);
  copy->for_house = for_house;
  mft_job_run_async (job, source, copy_func, copy, (GDestroyNotify) copy_free, g_free, callback,
                     user_data);
}

gboolean
mft_export_copy_finish (GAsyncResult *result, GError **error)
{
  g_autofree char *path = mft_job_run_finish (result, error);

  return path != NULL;
}
