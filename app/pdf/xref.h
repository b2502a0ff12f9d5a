/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/byte-source.h"
#include "pdf/object.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_PDF_ENTRY_FREE,
  MFT_PDF_ENTRY_PLAIN,  /* `first` is an offset, `second` the generation */
  MFT_PDF_ENTRY_PACKED, /* `first` is the object stream's number, `second` the index in it */
} MftPdfEntryKind;

/* 16 bytes, for there are many. */
typedef struct
{
  guint32 number;
  guint32 second;
  guint64 first : 62;
  guint64 kind : 2;
} MftPdfEntry;

typedef enum
{
  MFT_PDF_XREF_TABLE,
  MFT_PDF_XREF_STREAM,
  MFT_PDF_XREF_HYBRID, /* a table with a stream beside it (/XRefStm) */
} MftPdfXrefKind;

/* One cross-reference section as it stands in the file (ISO 32000-2, 7.5.4, 7.5.8). */
typedef struct
{
  MftPdfXrefKind kind;
  goffset start;        /* where startxref or /Prev pointed */
  goffset end;          /* after the trailer dictionary, or after endobj */
  goffset stream_start; /* hybrid: of its stream; else -1 */
  goffset stream_end;
  goffset closing; /* the offset after the "startxref" that follows; -1 if none follows */
  goffset eof_end; /* after the %%EOF that follows */
  goffset prev;    /* -1: the first */
  guint32 number;  /* of the stream object; 0 for a table */
  guint revision;  /* that it belongs to, once the file's revisions are known */
  MftPdfObject *trailer;
  GArray *entries; /* MftPdfEntry, by number, each number once */
} MftPdfXref;

/* Reads the section at `at`; what is odd goes to `facts` (MftPdfFact).
 * Errors: MFT_PDF_ERROR_DAMAGED, _LIMIT, _UNSUPPORTED. */
MftPdfXref *mft_pdf_xref_read (MftByteSource *source, goffset at, GArray *facts, GError **error);
void mft_pdf_xref_free (MftPdfXref *xref);

/* NULL if the section says nothing about `number`. */
const MftPdfEntry *mft_pdf_xref_find (const MftPdfXref *xref, guint32 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfXref, mft_pdf_xref_free)

G_END_DECLS
