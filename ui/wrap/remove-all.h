/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_list_box_remove_all() (GTK 4.12): the rows go, the placeholder stays. */
void mft_list_box_remove_all (GtkListBox *list);

void mft_box_remove_all (GtkBox *box);

G_END_DECLS
