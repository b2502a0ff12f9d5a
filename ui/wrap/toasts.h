/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says in passing what was done, in the window that `widget` is in. Plain text: the toast's title
 * is markup in libadwaita 1.2, so it is escaped here. */
void mft_toast (GtkWidget *widget, const char *text);

/* The same with a button that activates an action of `widget` or of what it is in. */
void mft_toast_with_action (GtkWidget *widget, const char *text, const char *label,
                            const char *action);

/* The same with a button that calls `callback (widget)`, if it is still there. */
void mft_toast_with_button (GtkWidget *widget, const char *text, const char *label,
                            void (*callback) (GtkWidget *widget));

/* Takes the place of the last one that it said, for what many strokes of a key may repeat. */
void mft_toast_once (GtkWidget *widget, const char *text);

G_END_DECLS
