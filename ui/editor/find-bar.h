/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Finds words in a text view: Ctrl+F opens it, Enter and Shift+Enter go on and back, Escape closes.
 * Properties: "view", the text view; "search-mode-enabled". */
#define MFT_TYPE_FIND_BAR (mft_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (MftFindBar, mft_find_bar, MFT, FIND_BAR, AdwBin)

/* Opens it and puts the cursor in. */
void mft_find_bar_open (MftFindBar *self);

G_END_DECLS
