/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A flat button that shows a picture; its words are the tooltip, and what a screen reader says. */
GtkWidget *mft_icon_button_new (const char *icon, const char *words);

/* The same for an action; `target` is its text, or NULL. */
GtkWidget *mft_icon_button_new_action (const char *icon, const char *words, const char *action,
                                       const char *target);

G_END_DECLS
