/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/export-pdf.h"

#include "agreement/party.h"
#include "agreement/shown.h"
#include "base/safe-file.h"
#include "exchange/clean/clean.h"
#include "exchange/pdf/pdf-insert.h"
#include "typeset/page-preferences.h"

#define NAME_MOST 60

typedef struct
{
  MftAgreement *snapshot;
  char *path;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->snapshot);
  g_free (export->path);
  g_free (export);
}

gboolean
mft_export_is_draft (MftAgreement *agreement)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);

  return missing[0] != NULL;
}

static gpointer
export_func (MftJob *job, gpointer data, GError **error)
{
  const Export *export = data;
  const MftTypesetOptions options
      = { .draft = mft_export_is_draft (export->snapshot), .insert = mft_pdf_insert };
  g_autoptr (MftPages) pages = mft_typeset_as_preferred (export->snapshot, &options, job, error);
  g_autoptr (GBytes) source = mft_clean_source (export->snapshot);
  g_autoptr (GDateTime) date = mft_typeset_date (export->snapshot, NULL);
  g_autoptr (GBytes) pdf = NULL;

  if (pages == NULL || (pdf = mft_pages_to_pdf (pages, date, source, error)) == NULL)
    return NULL;
  if (!mft_safe_file_save (export->path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), TRUE,
                           error))
    return NULL;
  return g_strdup (export->path);
}

void
mft_export_pdf_async (MftAgreement *agreement, const char *path, MftJob *job, gpointer source,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  Export *export = g_new0 (Export, 1);

  export->snapshot = mft_agreement_snapshot (agreement);
  export->path = g_strdup (path);
  mft_job_run_async (job, source, export_func, export, (GDestroyNotify) export_free, g_free,
                     callback, user_data);
}

gboolean
mft_export_pdf_finish (GAsyncResult *result, GError **error)
{
  g_autofree char *path = mft_job_run_finish (result, error);

  return path != NULL;
}

char *
mft_export_suggest_name (MftAgreement *agreement)
{
  const char *number = mft_party_get (agreement, 1, "nomor");
  g_autofree char *title = mft_agreement_dup_title (agreement);
  g_autofree char *cut = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), NAME_MOST));
  GString *name = g_string_new (NULL);

  for (const char *p = number != NULL ? number : cut; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      g_string_append_unichar (name, g_unichar_isalnum (letter) ? letter : '-');
    }
  if (name->len == 0)
    g_string_append (name, "naskah");
  g_string_append (name, ".pdf");
  return g_string_free (name, FALSE);
}
