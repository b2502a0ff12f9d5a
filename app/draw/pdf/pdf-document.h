/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/finish.h"
#include "draw/pdf/pdf-content.h"
#include "draw/tags.h"

G_BEGIN_DECLS

/* The pages of a PDF/A-3b being drawn one after the other, and the names and headings that lead to them. */
typedef struct MftPdfDocument MftPdfDocument;

MftPdfDocument *mft_pdf_document_new (void);
void mft_pdf_document_free (MftPdfDocument *document);

/* What pages share; new pages' contents and forms need it. Borrowed. */
MftPdfResources *mft_pdf_document_get_resources (MftPdfDocument *document);

/* Ends the page before it and writes what was drawn there. Borrowed, till the next one. */
MftPdfContent *mft_pdf_document_begin_page (MftPdfDocument *document, double width, double height);

guint mft_pdf_document_count_pages (MftPdfDocument *document);

/* A named place on the last page, in points from its upper left corner (ISO 32000-1, 12.3.2.3). */
void mft_pdf_document_add_destination (MftPdfDocument *document, const char *name, double x,
                                       double y);

/* A heading of the outline, that leads there. */
void mft_pdf_document_add_heading (MftPdfDocument *document, const char *words,
                                   const char *destination);

/* The whole file; the document is freed. */
GBytes *mft_pdf_document_finish (MftPdfDocument *document, const MftTags *tags,
                                 const MftFinish *finish);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfDocument, mft_pdf_document_free)

G_END_DECLS
