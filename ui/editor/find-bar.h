/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/editor/paper.h"

G_BEGIN_DECLS

/* Finds and replaces words in the agreement: everywhere, in the Pasal with the cursor, or in what one
 * party has to do. Enter and Shift+Enter go on and back, Escape closes.
 * Property "search-mode-enabled". */
#define MFT_TYPE_FIND_BAR (mft_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (MftFindBar, mft_find_bar, MFT, FIND_BAR, AdwBin)

/* The paper outlives it. */
void mft_find_bar_set_paper (MftFindBar *self, MftPaper *paper, MftAgreement *agreement);

/* Opens it and puts the cursor in. */
void mft_find_bar_open (MftFindBar *self, gboolean replace);

G_END_DECLS
