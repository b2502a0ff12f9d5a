/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* The agreement that lies in a PDF as its source, if what the pages say (`lines`: MftImportLine) are its words
 * and no others; NULL otherwise. That is a claim of the file, so a difference is told. */
MftAgreement *mft_pdf_source (PopplerDocument *document, GPtrArray *lines, MftImportReport *report);

G_END_DECLS
