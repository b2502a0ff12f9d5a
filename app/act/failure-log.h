/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/journal.h"

G_BEGIN_DECLS

/* The acts that failed (BSrE's acceptance form 3c), newest first: those since `since` (microseconds since
 * 1970) whose sentence or signer has `words` in it ("" or NULL: any). Array of MftJournalRecord, owned by
 * the caller. Errors: G_FILE_ERROR. */
GPtrArray *mft_failure_log (gint64 since, const char *words, GError **error);

/* As a table for spreadsheets in the person's language; no name of a file, no secret. */
char *mft_failure_log_csv (GPtrArray *records);

G_END_DECLS
