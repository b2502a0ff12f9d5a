/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "act/preservation.h"

G_BEGIN_DECLS

/* Completes the signatures of a PDF with timestamp and evidence, as far as the settings allow, into a
 * file beside it that takes its place on the desk. What keeps it from being done is told; `done` is
 * called once it is, if `widget` is still there. */
void mft_preserve (GtkWidget *widget, const char *path, MftPreserveReason reason,
                   void (*done) (GtkWidget *widget));

G_END_DECLS
