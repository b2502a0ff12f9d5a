/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/table.h"

G_BEGIN_DECLS

/* One cell of a table: an entry, or a label for what is computed. */
GtkWidget *mft_cell_new (MftAgreement *agreement, MftBlock *cell);

/* What it says now, unless somebody is writing in it. */
void mft_cell_refresh (GtkWidget *widget);

gboolean mft_cell_is_computed (MftBlock *cell);

G_END_DECLS
