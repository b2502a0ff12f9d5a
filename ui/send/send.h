/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/editor/working-copy.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the agreement to the other party: asks who gets it and as what, shows what stays at home and
 * what was sent before, saves the clean copy and writes down who got which bytes. */
void mft_send_ask (GtkWidget *page, MftWorkingCopy *copy);

G_END_DECLS
