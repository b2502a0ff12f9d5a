/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows what `item` holds in its row, the item's child. */
typedef void (*MftFillRow) (GtkListItem *item, gpointer data);

/* Gives a list its rows, of `row`, a type of AdwBin. They are filled a few a frame, those in sight first, so
 * that the window answers however long the list is: text is slow to lay out. A row that waits hides its child.
 * `data` outlives the list. */
void mft_row_filler_install (GtkListView *list, GType row, MftFillRow fill, gpointer data);

/* Fills all rows again; until then they show what they showed. */
void mft_row_filler_again (GtkListView *list);

G_END_DECLS
