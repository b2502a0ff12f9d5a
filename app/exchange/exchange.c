/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange.h"

#include "agreement/bundle.h"
#include "base/safe-file.h"
#include "exchange/comments.h"
#include "exchange/error.h"
#include "exchange/format.h"
#include "exchange/text/text-writer.h"
#include "review/review.h"

static gpointer
fail_format (MftExchangeError code, const char *name, GError **error)
{
  g_set_error (error, MFT_EXCHANGE_ERROR, (int) code, "\"%s\" is of a kind that is not supported",
               name);
  return NULL;
}

/* What only somebody who reads the report wants counted. */
static void
count (MftImportReport *report, MftAgreement *agreement)
{
  report->counts = mft_count (agreement);
  if (!mft_import_report_is_own (report))
    return;
  g_autofree char *text = mft_text_export (agreement);
  mft_import_report_keep (report, text);
}

MftAgreement *
mft_exchange_read_with (GBytes *bytes, const char *name, const MftReadOptions *options,
                        MftImportReport **report, GError **error)
{
  static const MftReadOptions standard = { 0 };
  const MftFormat *format = mft_format_find_by_bytes (bytes);
  g_autoptr (MftImportReport) made = NULL;
  MftAgreement *agreement;

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY, "\"%s\" is empty", name);
      return NULL;
    }
  if (format == NULL)
    format = mft_format_find_by_name (name);
  if (format == NULL || format->read == NULL)
    return fail_format (MFT_EXCHANGE_ERROR_FORMAT, name, error);
  made = mft_import_report_new (format->kind);
  agreement = format->read (bytes, options != NULL ? options : &standard, made, error);
  if (agreement == NULL)
    return NULL;
  if (report != NULL)
    count (made, agreement);
  mft_exchange_take_comments (agreement, made, options != NULL && options->source != NULL);
  if (report != NULL)
    *report = g_steal_pointer (&made);
  return agreement;
}

MftAgreement *
mft_exchange_read (GBytes *bytes, const char *name, MftImportReport **report, GError **error)
{
  return mft_exchange_read_with (bytes, name, NULL, report, error);
}

MftAgreement *
mft_exchange_load_with (const char *path, const MftReadOptions *options, MftImportReport **report,
                        GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, MFT_EXCHANGE_SIZE_MOST, error);
  g_autofree char *name = g_path_get_basename (path);

  return bytes != NULL ? mft_exchange_read_with (bytes, name, options, report, error) : NULL;
}

MftAgreement *
mft_exchange_load (const char *path, MftImportReport **report, GError **error)
{
  return mft_exchange_load_with (path, NULL, report, error);
}

GBytes *
mft_exchange_write (MftAgreement *agreement, const char *name, GError **error)
{
  const MftFormat *format = mft_format_find_by_name (name);

  return format != NULL && format->write != NULL
             ? format->write (agreement, error)
             : fail_format (MFT_EXCHANGE_ERROR_OUTPUT, name, error);
}

GBytes *
mft_exchange_write_for_house (MftAgreement *agreement, GError **error)
{
  g_autoptr (MftAgreement) copy = mft_agreement_snapshot (agreement);

  mft_review_strip (copy, MFT_AUDIENCE_HOUSE);
  return mft_bundle_write (copy, error);
}
