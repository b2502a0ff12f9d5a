/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "template/clause.h"

G_BEGIN_DECLS

/* What is known of a clause and how it would read in the agreement: its status, notes, alternatives,
 * words, and what comes along.
 *
 * Property "form" (read): the alternative chosen. */
#define MFT_TYPE_CLAUSE_PREVIEW (mft_clause_preview_get_type ())
G_DECLARE_FINAL_TYPE (MftClausePreview, mft_clause_preview, MFT, CLAUSE_PREVIEW, AdwBin)

/* `unit` is borrowed from `library`, which must outlive the widget; NULL shows nothing. `form` is the
 * alternative to start with, or NULL. */
void mft_clause_preview_show (MftClausePreview *self, MftAgreement *agreement,
                              const MftClauseLibrary *library, const MftUnit *unit,
                              const char *form);

const char *mft_clause_preview_get_form (MftClausePreview *self);

/* "perlu telaah" in the program's language. */
const char *mft_clause_status_words (const char *status);

G_END_DECLS
