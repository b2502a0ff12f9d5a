/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows all keys. GTK would do so by itself from "gtk/help-overlay.ui", but builds the window with each
 * main window, long before somebody asks. */
void mft_shortcuts_present (GtkApplicationWindow *parent);

G_END_DECLS
