/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-reader.h"

#include <poppler.h>

#include "exchange/error.h"
#include "exchange/pdf/pdf-layout.h"
#include "exchange/pdf/pdf-line.h"
#include "exchange/pdf/pdf-scan.h"
#include "exchange/pdf/pdf-source.h"
#include "exchange/recognise/importer.h"

#define PAGES_MOST 5000

gboolean
mft_pdf_is_document (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 5 && memcmp (data, "%PDF-", 5) == 0;
}

static PopplerDocument *
open_document (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, password, &cause);

  if (document != NULL)
    return document;
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_PASSWORD,
                         "the PDF is encrypted");
  else
    g_set_error (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_DAMAGED,
                 "the PDF cannot be read: %s", cause->message);
  return NULL;
}

static GPtrArray *
read_pages (PopplerDocument *document)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_line_free);

  for (int i = 0; i < MIN (poppler_document_get_n_pages (document), PAGES_MOST); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      if (page != NULL)
        mft_pdf_line_read_page (page, (guint) i, lines);
      g_clear_object (&page);
    }
  return lines;
}

static MftAgreement *
import (PopplerDocument *document, MftImportReport *report, GError **error)
{
  g_autoptr (GPtrArray) lines = read_pages (document);
  g_autoptr (GPtrArray) text = NULL;
  MftAgreement *agreement;

  text = mft_pdf_layout (lines, (guint) poppler_document_get_n_pages (document), report);
  agreement = mft_pdf_source (document, text, report);
  if (agreement != NULL)
    return agreement;
  if (text->len == 0)
    {
      g_ptr_array_unref (text);
      text = mft_pdf_scan (document, report, error);
    }
  if (text == NULL)
    return NULL;
  if (text->len > 0)
    return mft_import_recognise (text, report);
  g_set_error_literal (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_EMPTY, "no words in the PDF");
  return NULL;
}

MftAgreement *
mft_pdf_import (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                GError **error)
{
  PopplerDocument *document = open_document (bytes, options->password, error);
  MftAgreement *agreement = document != NULL ? import (document, report, error) : NULL;

  g_clear_object (&document);
  return agreement;
}
