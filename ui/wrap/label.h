/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Words that stand at the start of their line and wrap, also inside one that is too long, so that no
 * name or path makes a window wider. `style` is a class of the style sheet; NULL: none. */
GtkWidget *mft_label_new (const char *words, const char *style);

G_END_DECLS
