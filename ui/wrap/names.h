/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives everything below `top` that can be pressed or written in and shows no words the name a screen
 * reader says: GTK 4.8 calls it by its type. A tooltip or a placeholder becomes the name. What is built
 * later is named by another call. */
void mft_names_apply (GtkWidget *top);

G_END_DECLS
