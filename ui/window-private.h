/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* The actions "win.…": what buttons, menus, keys and pages ask the window to do. */
void _mft_window_install_actions (GtkWidgetClass *widget_class);

/* The page that is seen, borrowed. */
GtkWidget *_mft_window_get_page (MftWindow *self);

/* Closes the page on top. FALSE: it still has something to save and cannot, or is the last one. */
gboolean _mft_window_leave_page (MftWindow *self);

G_END_DECLS
