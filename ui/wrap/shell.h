/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A pile of pages, each with a header bar of its own: the places below, a document on top of them.
 * Shaped like AdwNavigationView (libadwaita 1.4). */
#define MFT_TYPE_SHELL (mft_shell_get_type ())
G_DECLARE_FINAL_TYPE (MftShell, mft_shell, MFT, SHELL, GtkWidget)

GtkWidget *mft_shell_new (void);

void mft_shell_push (MftShell *self, GtkWidget *page);

/* FALSE if only the lowest page is left. */
gboolean mft_shell_pop (MftShell *self);

GtkWidget *mft_shell_get_visible_page (MftShell *self);
guint mft_shell_get_depth (MftShell *self);

G_END_DECLS
