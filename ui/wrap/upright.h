/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A layout that is asked how high it is for a width and never how wide for
 * a height. A box in a row asks the latter of each child, and a label that may break its lines sets its
 * text anew a dozen times to answer it, for words that fit beside each other anyway. */
#define MFT_TYPE_UPRIGHT (mft_upright_get_type ())
G_DECLARE_FINAL_TYPE (MftUpright, mft_upright, MFT, UPRIGHT, GtkLayoutManager)

/* As a property it lays out one child. Here it keeps the layout that the widget has, of which it asks less. */
void mft_upright_apply (GtkWidget *widget);

G_END_DECLS
