/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/office/office-reader.h"

#include "base/safe-file.h"
#include "exchange/docx/docx-reader.h"
#include "exchange/external.h"

#define PACKAGE "libreoffice-writer"
#define SECONDS_MOST 120
#define SIZE_MOST (256 * 1024 * 1024)

static gboolean
begins_with (GBytes *bytes, const char *magic, gsize length)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > length && memcmp (data, magic, length) == 0;
}

gboolean
mft_office_is_doc (GBytes *bytes)
{
  return begins_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

gboolean
mft_office_is_rtf (GBytes *bytes)
{
  return begins_with (bytes, "{\\rtf", 5);
}

/* The DOCX that LibreOffice makes of naskah.ENDING in the folder. */
static GBytes *
convert (GBytes *bytes, const char *ending, const char *folder, GError **error)
{
  g_autofree char *name = g_strconcat ("naskah", ending, NULL);
  g_autofree char *input = g_build_filename (folder, name, NULL);
  g_autofree char *output = g_build_filename (folder, "hasil", "naskah.docx", NULL);
  g_autofree char *result = g_build_filename (folder, "hasil", NULL);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profil", folder);
  const char *const command[]
      = { "soffice", profile,    "--headless", "--norestore", "--convert-to",
          "docx",    "--outdir", result,       input,         NULL };
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autofree char *told = NULL;

  if (!mft_safe_file_save (input, data, size, FALSE, error))
    return NULL;
  told = mft_external_run (command, PACKAGE, SECONDS_MOST, error);
  return told != NULL ? mft_file_read (output, SIZE_MOST, error) : NULL;
}

static MftAgreement *
import (GBytes *bytes, const char *ending, const MftReadOptions *options, MftImportReport *report,
        GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) docx = NULL;

  if (!mft_external_find ("soffice", PACKAGE, error))
    return NULL;
  folder = mft_external_folder (error);
  if (folder == NULL)
    return NULL;
  docx = convert (bytes, ending, folder, error);
  mft_external_remove (folder);
  return docx != NULL ? mft_docx_import (docx, options, report, error) : NULL;
}

MftAgreement *
mft_office_import_doc (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                       GError **error)
{
  return import (bytes, ".doc", options, report, error);
}

MftAgreement *
mft_office_import_rtf (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                       GError **error)
{
  return import (bytes, ".rtf", options, report, error);
}
