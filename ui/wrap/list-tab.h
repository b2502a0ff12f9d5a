/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tab and Shift+Tab leave the list (a GtkListView or GtkListBox), whose rows the arrows go through; in GTK 4.8
 * they would go through all rows first (later GTK: tab-behavior "item"). */
void mft_list_tab_install (GtkWidget *list);

G_END_DECLS
