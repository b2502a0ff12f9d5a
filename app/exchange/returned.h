/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"
#include "exchange/import-report.h"

G_BEGIN_DECLS

/* Compares a file that the other party sent back with what it was sent. If the file has tracked changes
 * each change says whether it is one of them; one that nobody marked is important. `name` is the file's,
 * `password` that of an encrypted PDF or NULL;
 * `returned` (may be NULL) gets what it says with all changes accepted, `report` (may be NULL) what reading it
 * did, both owned by the caller. Errors: of the reader. */
MftComparison *mft_returned_compare (MftAgreement *sent, GBytes *bytes, const char *name,
                                     const char *password, MftAgreement **returned,
                                     MftImportReport **report, GError **error);

G_END_DECLS
