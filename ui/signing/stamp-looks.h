/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/stamp.h"

G_BEGIN_DECLS

/* The looks of a visible signature, each a button with its picture.
 *
 * Signal "changed". */
#define MFT_TYPE_STAMP_LOOKS (mft_stamp_looks_get_type ())
G_DECLARE_FINAL_TYPE (MftStampLooks, mft_stamp_looks, MFT, STAMP_LOOKS, GtkBox)

GtkWidget *mft_stamp_looks_new (void);

MftStampLook mft_stamp_looks_get (MftStampLooks *self);
void mft_stamp_looks_set (MftStampLooks *self, MftStampLook look);

/* "Emblem", translated. */
const char *mft_stamp_look_word (MftStampLook look);

G_END_DECLS
