/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/xref.h"

G_BEGIN_DECLS

/* What an object was read from: the same object stands at another revision only if all of it is the same. */
typedef struct
{
  const MftPdfEntry *entry;
  const MftPdfEntry *container; /* of its object stream; NULL: it has a place of its own */
  goffset end;                  /* after its endobj; 0 in an object stream */
  gboolean is_fixed;            /* nothing else of the revision had to be asked */
  gsize cost;                   /* about the bytes in memory */
} MftPdfOrigin;

/* Objects that were read, last used first, up to some megabytes: revisions share nearly all of them. */
typedef struct MftPdfKept MftPdfKept;

MftPdfKept *mft_pdf_kept_new (void);
void mft_pdf_kept_free (MftPdfKept *kept);

/* The object of an entry if it was kept, with what it was read from. Borrowed. */
MftPdfObject *mft_pdf_kept_find (MftPdfKept *kept, const MftPdfEntry *entry,
                                 const MftPdfOrigin **origin);

/* Keeps a reference; nobody may change the object any more. */
void mft_pdf_kept_add (MftPdfKept *kept, MftPdfObject *object, const MftPdfOrigin *origin);

void mft_pdf_kept_drop (MftPdfKept *kept);

G_END_DECLS
