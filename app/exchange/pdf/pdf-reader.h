/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "exchange/read-options.h"

G_BEGIN_DECLS

gboolean mft_pdf_is_document (GBytes *bytes);

/* Reads a PDF: the agreement that this program put into it, if the pages have the same words; else the
 * words of the pages by their places; else, if they are pictures, through tesseract.
 * Errors: MFT_EXCHANGE_ERROR (PASSWORD: a right one is asked for; TOOL: the message quotes the package that
 * is missing). */
MftAgreement *mft_pdf_import (GBytes *bytes, const MftReadOptions *options, MftImportReport *report,
                              GError **error);

G_END_DECLS
