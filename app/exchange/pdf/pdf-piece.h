/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/pdf/poppler.h"

G_BEGIN_DECLS

/* In heights of the line: a wider gap parts columns, or words. */
#define MFT_PDF_COLUMN_GAP 1.6
#define MFT_PDF_WORD_GAP 0.15

/* Letters that follow each other without a gap that parts columns; points from the upper left corner. */
typedef struct
{
  double left, right, top, bottom;
  GString *words;
  GByteArray *styles; /* MftStyle of each letter that is not a space; a scan has none */
  double first;       /* where its first word ends */
  double colon;       /* where a colon stands that begins the piece or a word of it; 0: nowhere */
} MftPdfPiece;

/* Without words yet. */
MftPdfPiece *mft_pdf_piece_new (double left, double right, double top, double bottom);
void mft_pdf_piece_free (gpointer piece);

/* BARE: without those that stand where a picture is, which may hide them or say something else. */
typedef enum
{
  MFT_PDF_ALL_LETTERS,
  MFT_PDF_BARE_LETTERS,
} MftPdfLetters;

/* Those of a page (MftPdfPiece), in the order of the file. Owned by the caller. */
GPtrArray *mft_pdf_pieces_read (PopplerPage *page, MftPdfLetters letters);

/* Whether the middle of a letter lies where one of the page's pictures (PopplerImageMapping) is. */
gboolean mft_pdf_is_pictured (const GList *pictures, const PopplerRectangle *letter);

G_END_DECLS
