/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/pdf/pdf-document.h"

G_BEGIN_DECLS

#define MFT_PDF_SOURCE_NAME "naskah.xml"

typedef struct
{
  guint number, contents; /* of its objects */
  double width, height;
  GArray *annotations; /* numbers (guint); NULL: none */
} MftPdfPage;

typedef struct
{
  char *name;
  guint page;
  double x, y; /* from the lower left corner */
} MftPdfPlace;

typedef struct
{
  char *words;
  char *destination;
} MftPdfHeading;

struct MftPdfDocument
{
  MftPdfObjects *objects;
  MftPdfResources *resources;
  MftPdfContent *content; /* of the last page, while it is drawn */
  GArray *pages;          /* MftPdfPage */
  GArray *places;         /* MftPdfPlace */
  GArray *headings;       /* MftPdfHeading */
};

/* Each writes its objects and returns the number that leads to them; 0: there is nothing. */
void _mft_pdf_document_end_page (MftPdfDocument *document);
guint _mft_pdf_document_write_pages (MftPdfDocument *document);
guint _mft_pdf_document_write_outline (MftPdfDocument *document);
guint _mft_pdf_document_write_names (MftPdfDocument *document, guint source);

G_END_DECLS
