/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The clause library beside an agreement: search, look at a clause as it would stand in the text, put
 * it in or change its alternative.
 *
 * Signal "inserted" (const char *block): the Pasal it went into. */
#define MFT_TYPE_CLAUSES_WINDOW (mft_clauses_window_get_type ())
G_DECLARE_FINAL_TYPE (MftClausesWindow, mft_clauses_window, MFT, CLAUSES_WINDOW, AdwWindow)

/* `current`: the block with the cursor, or NULL. */
MftClausesWindow *mft_clauses_window_new (GtkWindow *parent, MftAgreement *agreement,
                                          const char *current);

/* Selects a clause in the list; FALSE if it is not there. */
gboolean mft_clauses_window_select (MftClausesWindow *self, const char *id);

G_END_DECLS
