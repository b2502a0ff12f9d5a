/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/desk.h"
#include "ui/signing/preserve.h"

G_BEGIN_DECLS

/* A document whose proof ends: what ends, when, and the button that completes it. `widget` and `done`:
 * as mft_preserve(). */
GtkWidget *mft_preserve_row_new (const MftDeskItem *item, GtkWidget *widget,
                                 void (*done) (GtkWidget *widget));

G_END_DECLS
