/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "agreement/table.h"

G_BEGIN_DECLS

/* A popover about the column of this head cell: what it holds, what is computed, where it stands. */
GtkWidget *mft_column_form_new (MftAgreement *agreement, MftBlock *head_cell);

G_END_DECLS
