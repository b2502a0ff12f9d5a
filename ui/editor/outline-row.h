/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/outline-item.h"

G_BEGIN_DECLS

/* One line of the outline: what it is, its first words, how many findings stand in it.
 *
 * Signal "go": the person pressed on it.
 * Signal "dropped" (MftOutlineItem *dragged, gboolean behind): one was let go over its upper or lower
 * half. */
#define MFT_TYPE_OUTLINE_ROW (mft_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (MftOutlineRow, mft_outline_row, MFT, OUTLINE_ROW, AdwBin)

GtkWidget *mft_outline_row_new (void);

void mft_outline_row_set_item (MftOutlineRow *self, MftOutlineItem *item);

/* NULL while it shows none. */
MftOutlineItem *mft_outline_row_get_item (MftOutlineRow *self);

G_END_DECLS
