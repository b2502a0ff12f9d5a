/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Begins an agreement with a template of the person's own (action "win.new-from"), after asking for what it
 * lets choose. */
void mft_own_template_begin (GtkWidget *over, const char *id);

G_END_DECLS
