/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks before something that cannot be taken back. Cancel is the default and what Escape does.
 * Shaped like adw_alert_dialog_choose() (libadwaita 1.5). Texts are plain, not markup. */
void mft_confirm_async (GtkWindow *parent, const char *heading, const char *body,
                        const char *action, GAsyncReadyCallback callback, gpointer user_data);
gboolean mft_confirm_finish (GAsyncResult *result);

/* Tells what failed, why, and what to do; one button. */
void mft_tell (GtkWidget *widget, const char *heading, const char *body);
void mft_tell_error (GtkWidget *widget, const char *heading, const GError *error);

/* With a second button, which calls `callback` with `data`; `free_data` is called in the end. */
void mft_tell_with_action (GtkWidget *widget, const char *heading, const char *body,
                           const char *action, GCallback callback, gpointer data,
                           GClosureNotify free_data);

G_END_DECLS
