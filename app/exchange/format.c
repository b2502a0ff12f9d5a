/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/format.h"

#include <glib/gi18n.h>

#include "agreement/akn.h"
#include "agreement/bundle.h"
#include "exchange/text/text-reader.h"
#include "exchange/text/text-writer.h"

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

static const MftFormat formats[] = {
  { "pks", N_ ("Mufakat agreement"), bundle_endings, mft_bundle_is, read_bundle, write_bundle },
  { "xml", N_ ("Akoma Ntoso XML"), xml_endings, is_xml, read_xml, write_xml },
  { "text", N_ ("Plain text"), text_endings, NULL, mft_text_import, write_text },
  { .kind = NULL },
};

const MftFormat *
mft_formats (void)
{
  return formats;
}

const MftFormat *
mft_format_find_by_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (const MftFormat *format = formats; format->kind != NULL; format++)
    for (guint i = 0; format->endings[i] != NULL; i++)
      if (g_str_has_suffix (lower, format->endings[i]))
        return format;
  return NULL;
}

const MftFormat *
mft_format_find_by_bytes (GBytes *bytes)
{
  for (const MftFormat *format = formats; format->kind != NULL; format++)
    if (format->is != NULL && format->is (bytes))
      return format;
  return NULL;
}
