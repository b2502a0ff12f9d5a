/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-reader.h"

#include "exchange/error.h"
#include "exchange/pdf/pdf-layout.h"
#include "exchange/pdf/pdf-pages.h"
#include "exchange/pdf/pdf-scan.h"
#include "exchange/pdf/pdf-source.h"
#include "exchange/pdf/poppler.h"
#include "exchange/recognise/importer.h"

gboolean
mft_pdf_is_document (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 5 && memcmp (data, "%PDF-", 5) == 0;
}

static MftAgreement *
import (PopplerDocument *document, gboolean only_text, MftImportReport *report, GError **error)
{
  MftAgreement *agreement = mft_pdf_source (document, report);

  if (agreement != NULL)
    return agreement;
  guint pages = (guint) poppler_document_get_n_pages (document);
  g_autoptr (GPtrArray) lines = mft_pdf_pages_read (document, MFT_PDF_ALL_LETTERS);
  g_autoptr (GPtrArray) text = mft_pdf_layout (lines, pages, report);
  if (text->len == 0 && !only_text)
    {
      g_autoptr (GPtrArray) scanned = mft_pdf_scan (document, report, error);
      if (scanned == NULL)
        return NULL;
      g_ptr_array_unref (text);
      text = mft_pdf_layout (scanned, pages, report);
    }
  if (text->len > 0)
    return mft_import_recognise (text, NULL, report);
  g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY, "no words in the PDF");
  return NULL;
}

MftAgreement *
mft_pdf_import (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                GError **error)
{
  PopplerDocument *document = mft_pdf_pages_open (bytes, options->password, error);
  MftAgreement *agreement
      = document != NULL ? import (document, options->only_text, report, error) : NULL;

  g_clear_object (&document);
  return agreement;
}
