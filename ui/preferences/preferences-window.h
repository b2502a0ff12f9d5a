/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an office chooses once: the notice on electronically signed pages, its mark, the code beside it,
 * fields for reviewers. A choice holds at once. */
void mft_preferences_window_present (GtkWindow *parent);

G_END_DECLS
