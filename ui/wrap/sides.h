/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lays a modal window out in two: a list in `side`, which it takes, and beside it a form for what is
 * chosen there. Returns the form, borrowed. The size is in pixels. */
AdwBin *mft_sides_fill (AdwWindow *window, const char *title, GtkWidget *side, int width,
                        int height);

G_END_DECLS
