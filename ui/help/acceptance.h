/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* BSrE's acceptance form with this installation's evidence, into a PDF that the person names. */
void mft_acceptance_save (GtkWindow *window);

G_END_DECLS
