/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document/page-source.h"

G_BEGIN_DECLS

/* The words that a person marks on pages, with the mouse (a word by two clicks, a paragraph by three) or
 * with Shift and the arrows, and copies with Ctrl+C. */
typedef struct MftTextSelection MftTextSelection;

/* `area` scrolls the pages and gets the keys; `view` and `source` outlive the selection. */
MftTextSelection *mft_text_selection_new (GtkWidget *area, const MftPageSource *source,
                                          gpointer view);
void mft_text_selection_free (MftTextSelection *selection);

/* Nothing is selected any more. */
void mft_text_selection_clear (MftTextSelection *selection);

/* What is selected; NULL for nothing. Owned by the caller. */
char *mft_text_selection_dup (MftTextSelection *selection);

/* What of it stands on a page: an array of graphene_rect_t, owned by the caller; NULL for nothing. */
GArray *mft_text_selection_boxes (MftTextSelection *selection, guint page);

G_END_DECLS
