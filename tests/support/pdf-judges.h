/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* Asserts that our own reader takes the file. Owned by the caller. */
MftPdfFile *mft_test_open_pdf (GBytes *bytes);

/* The independent judge: asserts that qpdf finds nothing wrong and mends nothing. */
void mft_test_assert_qpdf_clean (GBytes *bytes);

/* The structure elements with their words, a line each, as poppler's pdfinfo sees them. */
char *mft_test_pdf_structure (GBytes *bytes);

/* Its words, a line each, as poppler's pdftotext reads them. */
char *mft_test_pdf_text (GBytes *bytes);

G_END_DECLS
