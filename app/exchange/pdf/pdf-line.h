/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/pdf-piece.h"

G_BEGIN_DECLS

/* A line of a page, as an eye sees it: what stands beside each other, wide gaps as three spaces. */
typedef struct
{
  guint page; /* from 0 */
  double left;
  double right;
  double top;  /* points from the upper edge */
  double foot; /* points from its top to the lower edge; 0 where a scan does not tell */
  double height;
  double first; /* width of its first word */
  char *words;
  GByteArray *styles; /* as MftPdfPiece */
  gboolean edge;      /* among the first or last lines of its page */
} MftPdfLine;

/* Adds the lines of a page to `lines` (MftPdfLine), from the top. */
void mft_pdf_line_read_page (PopplerPage *page, guint number, MftPdfLetters letters,
                             GPtrArray *lines);
/* The same of pieces (MftPdfPiece), which are put in order: those whose middles lie at one height stand beside
 * each other; a name that goes on below itself, beside what follows its colon, is one. */
void mft_pdf_line_add_rows (GPtrArray *pieces, guint number, GPtrArray *lines);

void mft_pdf_line_free (MftPdfLine *line);

G_END_DECLS
