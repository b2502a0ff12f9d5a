/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "act/desk.h"

G_BEGIN_DECLS

/* A document on the desk: what it is about, whom it waits for, and the way to it.
 *
 * Signals "read" (its summary is asked for), "toggled" (chosen to be signed with others, or not),
 * "removed". */
#define MFT_TYPE_DESK_ROW (mft_desk_row_get_type ())
G_DECLARE_FINAL_TYPE (MftDeskRow, mft_desk_row, MFT, DESK_ROW, GtkListBoxRow)

/* `item` is borrowed and outlives the row. `is_next`: its button is the blue one. `may_remove`: it was
 * put there by hand. */
GtkWidget *mft_desk_row_new (const MftDeskItem *item, gboolean is_next, gboolean may_remove);

const MftDeskItem *mft_desk_row_get_item (MftDeskRow *self);
gboolean mft_desk_row_is_chosen (MftDeskRow *self);

G_END_DECLS
