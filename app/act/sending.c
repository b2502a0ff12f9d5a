/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/sending.h"

#include "base/safe-file.h"
#include "exchange/exchange.h"
#include "exchange/pdf/pdf-insert.h"
#include "store/sent.h"
#include "typeset/page-preferences.h"

/* What is not complete goes out as a draft, across every page. */
static GBytes *
write_pages (MftAgreement *clean, GError **error)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (clean);
  const MftTypesetOptions options = { .draft = missing[0] != NULL, .insert = mft_pdf_insert };
  g_autoptr (MftPages) pages = mft_typeset_as_preferred (clean, &options, NULL, error);
  g_autoptr (GDateTime) date = mft_typeset_date (clean, NULL);
  g_autoptr (GBytes) source = mft_clean_source (clean);

  return pages != NULL ? mft_pages_to_pdf (pages, date, source, error) : NULL;
}

static GBytes *
write_copy (MftAgreement *clean, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".pdf") ? write_pages (clean, error)
                                          : mft_exchange_write (clean, path, error);
}

gboolean
mft_send (MftAgreement *agreement, const char *path, gboolean replace, const char *receiver,
          MftLibrary *library, const char *id, guint left_out[MFT_LEFT_OUT_N], GError **error)
{
  g_autoptr (MftAgreement) clean = mft_clean_copy (agreement, left_out);
  g_autoptr (GBytes) bytes = write_copy (clean, path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sha256 = NULL;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!mft_safe_file_save (path, data, size, replace, error))
    return FALSE;
  return id == NULL || mft_sent_add (library, id, clean, sha256, receiver, name, error);
}
