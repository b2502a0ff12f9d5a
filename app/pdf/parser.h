/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/byte-source.h"
#include "pdf/object.h"

G_BEGIN_DECLS

#define MFT_PDF_DEPTH_MAX 64
#define MFT_PDF_NODES_MAX (1u << 20)
#define MFT_PDF_STRING_MAX (32u << 20)

/* ISO 32000-1, annex C: the most indirect objects. */
#define MFT_PDF_NUMBER_MAX 8388607u

/* Reads PDF syntax (ISO 32000-2, 7.2 and 7.3) strictly: what is not in the standard is an error,
 * nothing is repaired. Lives on the stack; `source` is borrowed. */
typedef struct
{
  MftByteSource *source;
  goffset at;
  goffset end;
  gboolean keep_places; /* whether offsets in `source` are offsets in the file */
  guint nodes;
  guint duplicates;
} MftPdfParser;

MftPdfParser mft_pdf_parser (MftByteSource *source, goffset at, goffset end);

int mft_pdf_parser_peek (MftPdfParser *parser);

/* Passes white space and comments. */
void mft_pdf_parser_skip_space (MftPdfParser *parser);

/* TRUE and past it, if after white space the next token is exactly `word`. */
gboolean mft_pdf_parser_accept (MftPdfParser *parser, const char *word);

/* A whole number without sign after white space. FALSE (and nowhere else) if there is none. */
gboolean mft_pdf_parser_accept_number (MftPdfParser *parser, gint64 *number);

/* Errors here and below: MFT_PDF_ERROR_DAMAGED, MFT_PDF_ERROR_LIMIT. */
MftPdfObject *mft_pdf_parser_object (MftPdfParser *parser, GError **error);

/* About what the object just read takes in memory; it began at `from`. */
gsize mft_pdf_parser_cost (const MftPdfParser *parser, goffset from);

/* `N G obj`. */
gboolean mft_pdf_parser_header (MftPdfParser *parser, guint32 *number, guint32 *generation);

/* After a stream's dictionary: whether `stream` follows, and where its data begin. */
gboolean mft_pdf_parser_accept_stream (MftPdfParser *parser, goffset *data_start);

/* Passes a stream's data and `endstream`. */
gboolean mft_pdf_parser_skip_stream (MftPdfParser *parser, goffset data_start, gint64 size,
                                     GError **error);

/* Sets MFT_PDF_ERROR_DAMAGED with the place; always FALSE. */
gboolean mft_pdf_parser_fail (const MftPdfParser *parser, const char *what, GError **error);

gboolean mft_pdf_is_space (int byte);
gboolean mft_pdf_is_delimiter (int byte);

G_END_DECLS
