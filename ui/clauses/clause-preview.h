/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "template/clause.h"

G_BEGIN_DECLS

/* What is known of a clause and how it would read in the agreement: its status, notes, alternatives,
 * words, what comes along, and what it would replace. */
#define MFT_TYPE_CLAUSE_PREVIEW (mft_clause_preview_get_type ())
G_DECLARE_FINAL_TYPE (MftClausePreview, mft_clause_preview, MFT, CLAUSE_PREVIEW, AdwBin)

/* `unit` is borrowed from `library`, which must outlive the widget; NULL shows nothing. `replaced` is where
 * it, or one that it may stand for, is in the text; NULL: it would be a new Pasal. */
void mft_clause_preview_show (MftClausePreview *self, MftAgreement *agreement,
                              const MftClauseLibrary *library, const MftUnit *unit,
                              MftBlock *replaced);

/* The wording chosen: of that clause or, where one is replaced, of another that stands for it. */
const MftUnit *mft_clause_preview_get_unit (MftClausePreview *self);
const char *mft_clause_preview_get_form (MftClausePreview *self);

/* Whether the text would read otherwise with that wording. Property "changes". */
gboolean mft_clause_preview_get_changes (MftClausePreview *self);

G_END_DECLS
