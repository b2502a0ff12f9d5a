/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/change.h"

G_BEGIN_DECLS

/* A narrow strip beside the list that shows where in the whole something changed: a full bar for what is
 * important, a half one for the rest. A click goes there.
 *
 * Signal "go" (guint position). */
#define MFT_TYPE_OVERVIEW_RULER (mft_overview_ruler_get_type ())
G_DECLARE_FINAL_TYPE (MftOverviewRuler, mft_overview_ruler, MFT, OVERVIEW_RULER, GtkWidget)

/* `items`: of MftChangeItem. `hidden`: classes that are not marked. */
void mft_overview_ruler_show (MftOverviewRuler *self, GListModel *items, guint hidden);

G_END_DECLS
