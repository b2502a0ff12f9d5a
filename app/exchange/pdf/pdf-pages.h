/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/pdf-piece.h"

G_BEGIN_DECLS

/* `password` may be NULL. Owned by the caller. Errors: MFT_EXCHANGE_ERROR_PASSWORD, _DAMAGED. */
PopplerDocument *mft_pdf_pages_open (GBytes *bytes, const char *password, GError **error);

/* The lines of all pages (MftPdfLine), owned by the caller. */
GPtrArray *mft_pdf_pages_read (PopplerDocument *document, MftPdfLetters letters);

G_END_DECLS
