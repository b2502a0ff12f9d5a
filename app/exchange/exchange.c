/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/exchange.h"

#include "agreement/akn.h"
#include "agreement/bundle.h"
#include "base/safe-file.h"
#include "exchange/error.h"
#include "exchange/text/text-reader.h"
#include "exchange/text/text-writer.h"

#define SIZE_MOST (256 * 1024 * 1024)

typedef struct
{
  const char *kind;
  const char *const *endings;
  gboolean (*is) (GBytes *bytes); /* by its first bytes; NULL: cannot be told */
  MftAgreement *(*read) (GBytes *bytes, MftImportReport *report, GError **error);
  GBytes *(*write) (MftAgreement *agreement, GError **error);
} Format;

/* Words of the file that are computed anew are told as guesses. */
static void
report_computed (MftImportReport *report, MftAgreement *agreement, GPtrArray *mismatches)
{
  g_autofree char *text = mft_text_export (agreement);

  for (guint i = 0; i < mismatches->len; i++)
    {
      const MftAknMismatch *mismatch = mismatches->pdata[i];
      mft_import_report_guess (report, 0, mismatch->written, mismatch->computed,
                               MFT_CONFIDENCE_HIGH);
    }
  mft_import_report_compare (report, text, text);
}

static MftAgreement *
read_xml (GBytes *bytes, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) mismatches = NULL;
  MftAgreement *agreement = mft_akn_read (bytes, &mismatches, error);

  if (agreement != NULL)
    report_computed (report, agreement, mismatches);
  return agreement;
}

static MftAgreement *
read_bundle (GBytes *bytes, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) mismatches = NULL;
  g_autoptr (MftBundle) bundle = mft_bundle_read (bytes, &mismatches, error);

  if (bundle == NULL)
    return NULL;
  report_computed (report, bundle->agreement, mismatches);
  return g_object_ref (bundle->agreement);
}

static GBytes *
write_text (MftAgreement *agreement, G_GNUC_UNUSED GError **error)
{
  char *text = mft_text_export (agreement);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_xml (MftAgreement *agreement, G_GNUC_UNUSED GError **error)
{
  return mft_akn_write (agreement);
}

static GBytes *
write_bundle (MftAgreement *agreement, GError **error)
{
  g_autoptr (MftBundle) bundle = mft_bundle_new (agreement);

  return mft_bundle_write (bundle, error);
}

static gboolean
is_xml (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 5 && memcmp (data, "<?xml", 5) == 0;
}

static const char *const text_endings[] = { ".txt", ".md", ".text", ".markdown", NULL };
static const char *const xml_endings[] = { ".xml", NULL };
static const char *const bundle_endings[] = { ".pks", NULL };

static const Format formats[] = {
  { "pks", bundle_endings, mft_bundle_is, read_bundle, write_bundle },
  { "xml", xml_endings, is_xml, read_xml, write_xml },
  { "text", text_endings, NULL, mft_text_import, write_text },
};

static const Format *
find_by_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; formats[i].endings[j] != NULL; j++)
      if (g_str_has_suffix (lower, formats[i].endings[j]))
        return &formats[i];
  return NULL;
}

static const Format *
find_by_bytes (GBytes *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].is != NULL && formats[i].is (bytes))
      return &formats[i];
  return NULL;
}

static gpointer
fail_format (const char *name, GError **error)
{
  g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_FORMAT,
               "\"%s\" is of a kind that is not supported", name);
  return NULL;
}

MftAgreement *
mft_exchange_read (GBytes *bytes, const char *name, MftImportReport **report, GError **error)
{
  const Format *format = find_by_bytes (bytes);
  g_autoptr (MftImportReport) made = NULL;
  MftAgreement *agreement;

  if (format == NULL)
    format = find_by_name (name);
  if (format == NULL)
    return fail_format (name, error);
  made = mft_import_report_new (format->kind);
  agreement = format->read (bytes, made, error);
  if (agreement == NULL)
    return NULL;
  made->counts = mft_count (agreement);
  if (report != NULL)
    *report = g_steal_pointer (&made);
  return agreement;
}

MftAgreement *
mft_exchange_load (const char *path, MftImportReport **report, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, SIZE_MOST, error);
  g_autofree char *name = g_path_get_basename (path);

  return bytes != NULL ? mft_exchange_read (bytes, name, report, error) : NULL;
}

gboolean
mft_exchange_can_write (const char *name)
{
  return find_by_name (name) != NULL;
}

GBytes *
mft_exchange_write (MftAgreement *agreement, const char *name, GError **error)
{
  const Format *format = find_by_name (name);

  return format != NULL ? format->write (agreement, error) : fail_format (name, error);
}
