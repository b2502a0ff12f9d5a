/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the scanner noticed about a file that it could read. Told in reports; see
 * mft_pdf_fact_is_harmless(). DESIGN.md §6. */
typedef enum
{
  MFT_PDF_FACT_SIZE_OFF,          /* /Size is not the highest number plus one */
  MFT_PDF_FACT_SPACE_BEFORE_XREF, /* the offset points at white space before the section */
  MFT_PDF_FACT_ENTRY_SPACING,     /* table entries are not 20 bytes long */
  MFT_PDF_FACT_ENTRY_AT_ZERO,     /* in use, but at byte 0: nothing may refer to it */
  MFT_PDF_FACT_SIZE_SHRINKS,      /* an update's /Size leaves out objects that were there */
  MFT_PDF_FACT_ENTRY_FORM,        /* an entry that is not ten digits and five */
  MFT_PDF_FACT_ENTRY_WRONG,       /* no "N G obj" where an entry in use points */
  MFT_PDF_FACT_ENTRY_TWICE,       /* two entries for one number in one section */
  MFT_PDF_FACT_ENTRY_OUTSIDE,     /* an entry points outside its own revision */
  MFT_PDF_FACT_XREF_DISAGREES,    /* a hybrid file's table and stream say different places */
  MFT_PDF_FACT_DUPLICATE_KEY,     /* a key stands twice in a dictionary */
  MFT_PDF_FACT_REVISION_OPEN,     /* a section is not closed by its own startxref and %%EOF */
  MFT_PDF_FACT_BYTES_AFTER_END,   /* something else than white space after the last %%EOF */
  MFT_PDF_FACT_OBJECT_DAMAGED,    /* an object in use that cannot be read */
  MFT_PDF_FACT_BYTES_BETWEEN,     /* something that no entry points to, between objects */
} MftPdfFactKind;

typedef struct
{
  MftPdfFactKind kind;
  guint32 number; /* of the object, or 0 */
  goffset at;     /* in the file */
} MftPdfFact;

/* Whether it can be told and passed over; else no verdict may be better than "unclear". */
gboolean mft_pdf_fact_is_harmless (MftPdfFactKind kind);

/* A stable name such as "SIZE_OFF". */
const char *mft_pdf_fact_code (MftPdfFactKind kind);

void mft_pdf_facts_add (GArray *facts, MftPdfFactKind kind, guint32 number, goffset at);

G_END_DECLS
