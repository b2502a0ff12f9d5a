/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "template/clause-library.h"

G_BEGIN_DECLS

/* The clauses that a person keeps: "klausul.txt" in the data folder, in the form of our own texts. */

/* Our library with these in it. A file that cannot be read is told in `error` and left out: the library
 * is there in any case. Owned by the caller. */
MftClauseLibrary *mft_own_clauses_load (GError **error);

/* Whether a clause is one of theirs. */
gboolean mft_own_clauses_has (const MftUnit *unit);

/* Keeps what `block` (a Pasal, ayat or paragraph) says as a clause: `id` of one of theirs for a new
 * wording of it, or NULL for a new clause. `note` says why, or NULL. What the passage refers to elsewhere
 * becomes a blank. Returns the clause's id, owned by the caller. Errors: MFT_TEMPLATE_ERROR_SYNTAX for what
 * a clause cannot hold (a table), G_FILE_ERROR. */
char *mft_own_clauses_save (MftAgreement *agreement, MftBlock *block, const char *id,
                            const char *title, const char *note, GError **error);

/* Errors: MFT_TEMPLATE_ERROR_UNKNOWN, G_FILE_ERROR. */
gboolean mft_own_clauses_set_status (const char *id, const char *status, const char *note,
                                     GError **error);
gboolean mft_own_clauses_remove (const char *id, GError **error);

G_END_DECLS
