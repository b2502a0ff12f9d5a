/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The place of a widget that is made when it is first shown or asked for, so that a window is there
 * before everything in it is. */
#define MFT_TYPE_LATER (mft_later_get_type ())
G_DECLARE_FINAL_TYPE (MftLater, mft_later, MFT, LATER, AdwBin)

/* The widget: one of the property "widget-type", made now if need be, which emits "made" with it. Borrowed. */
GtkWidget *mft_later_get (MftLater *self);

G_END_DECLS
