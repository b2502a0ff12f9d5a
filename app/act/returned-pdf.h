/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/secret.h"
#include "store/sent.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* A PDF that begins with the very bytes of one that was sent: what was added to them. */
typedef struct
{
  MftSent *sent;
  guint signatures;   /* signed fields that were not there */
  MftChanges changes; /* FORBIDDEN: more than signatures and what goes with them */
  GPtrArray *other;   /* char *: what else was done, a sentence each */
} MftReturnedPdf;

/* Is it what was sent? `report` is of the same file. NULL without error: no PDF that was sent is its
 * beginning. Errors: G_FILE_ERROR, MFT_STORE_ERROR, G_IO_ERROR_CANCELLED. */
MftReturnedPdf *mft_returned_pdf_find (MftLibrary *library, const char *path, MftSecret *password,
                                       const MftVerifyReport *report, MftJob *job, GError **error);
void mft_returned_pdf_free (MftReturnedPdf *returned);

/* "This is the file that was sent to …, with 1 signature added." Owned by the caller. */
char *mft_returned_pdf_sentence (const MftReturnedPdf *returned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftReturnedPdf, mft_returned_pdf_free)

G_END_DECLS
