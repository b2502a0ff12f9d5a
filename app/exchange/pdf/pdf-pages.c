/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-pages.h"

#include "exchange/error.h"
#include "exchange/pdf/pdf-line.h"

#define PAGES_MOST 5000

/* Over a wrong password for bytes poppler 22.12 crashes; over one for a stream it does not. */
static PopplerDocument *
open_protected (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return poppler_document_new_from_stream (stream, (goffset) g_bytes_get_size (bytes), password,
                                           NULL, error);
}

PopplerDocument *
mft_pdf_pages_open (GBytes *bytes, const char *password, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = password != NULL
                                  ? open_protected (bytes, password, &cause)
                                  : poppler_document_new_from_bytes (bytes, NULL, &cause);

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

GPtrArray *
mft_pdf_pages_read (PopplerDocument *document, MftPdfLetters letters)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_pdf_line_free);

  for (int i = 0; i < MIN (poppler_document_get_n_pages (document), PAGES_MOST); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      if (page != NULL)
        mft_pdf_line_read_page (page, (guint) i, letters, lines);
      g_clear_object (&page);
    }
  return lines;
}
