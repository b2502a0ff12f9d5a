/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/poppler.h"

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* Reads the pictures of pages through the program tesseract with its Indonesian data; words that it is unsure
 * of are told, as is a page that cannot be read. Returns MftPdfLine, owned by the caller. Errors: MFT_EXCHANGE_ERROR_TOOL (the message quotes
 * the package that is missing), _FAILED. */
GPtrArray *mft_pdf_scan (PopplerDocument *document, MftImportReport *report, GError **error);

G_END_DECLS
