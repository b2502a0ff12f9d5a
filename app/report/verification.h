/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/report.h"

G_BEGIN_DECLS

/* Reports about verified files, to be kept: sentences first, the standards' terms after them. */

/* One file and what came out. `report` NULL: it could not be read, and `error` says why (a sentence
 * for people). Everything is borrowed. */
typedef struct
{
  const char *name;
  const MftVerifyReport *report;
  const char *error;
} MftVerifiedFile;

/* PDF/A. `files` is an array of MftVerifiedFile, not empty; `version` the program's.
 * Errors: MFT_DRAW_ERROR. */
GBytes *mft_verification_pdf (const GArray *files, GDateTime *date, const char *version,
                              GError **error);

/* A table for spreadsheets, one line a signature field, and one for a file without (csv.h). Owned by
 * the caller. */
char *mft_verification_csv (const GArray *files);

G_END_DECLS
