/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* The agreement that lies in a PDF, unproven; NULL: none, or (`there`) one that cannot be read. Owned by the
 * caller. */
MftAgreement *mft_pdf_source_find (PopplerDocument *document, gboolean *there);

/* Whether the pages (`lines`: MftImportLine) say the agreement's words and no others: every sentence as a
 * whole, every number in its order. What they look like is not compared. */
gboolean mft_pdf_source_is_shown (MftAgreement *agreement, GPtrArray *lines);

/* The agreement that lies in a PDF as its source, if what the pages say (`lines`: MftImportLine) are its words
 * and no others; NULL otherwise. That is a claim of the file, so a difference is told. */
MftAgreement *mft_pdf_source (PopplerDocument *document, GPtrArray *lines, MftImportReport *report);

G_END_DECLS
