/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the person sets once for signing: the network, the verifikator, addresses; a page of the
 * preferences. What is set counts at once. */
GtkWidget *mft_signing_preferences_new (void);

G_END_DECLS
