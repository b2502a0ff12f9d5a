/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* In heights of the line: a wider gap parts columns, or words. */
#define MFT_PDF_COLUMN_GAP 1.6
#define MFT_PDF_WORD_GAP 0.15

/* Letters that follow each other without a gap that parts columns; points from the upper left corner. */
typedef struct
{
  double left, right, top, bottom;
  GString *words;
} MftPdfPiece;

/* Without words yet. */
MftPdfPiece *mft_pdf_piece_new (double left, double right, double top, double bottom);
void mft_pdf_piece_free (gpointer piece);

/* All of a page (MftPdfPiece), in the order of the file. Owned by the caller. */
GPtrArray *mft_pdf_pieces_read (PopplerPage *page);

G_END_DECLS
