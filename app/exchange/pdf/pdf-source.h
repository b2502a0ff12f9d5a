/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/poppler.h"

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* The agreement that lies in a PDF, unproven; NULL: none, or (`there`) one that cannot be read. Owned by the
 * caller. */
MftAgreement *mft_pdf_source_find (PopplerDocument *document, gboolean *there);

/* Whether the pages say the agreement's words, seen by everybody, and no others: every sentence as a whole, every
 * number in its order. What stands where a picture is, such as a page of somebody's PDF, counts for nothing; what
 * the rest looks like is not compared. */
gboolean mft_pdf_source_is_shown (MftAgreement *agreement, PopplerDocument *document);

/* The agreement that lies in a PDF as its source, if that is what its pages say; NULL otherwise. That is a claim
 * of the file, so a difference is told. */
MftAgreement *mft_pdf_source (PopplerDocument *document, MftImportReport *report);

G_END_DECLS
