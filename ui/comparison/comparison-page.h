/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "compare/compare.h"
#include "ui/comparison/version-chooser.h"

G_BEGIN_DECLS

/* The place where two agreements are compared: in a sentence, Pasal by Pasal, block beside block. Actions
 * "comparison.next" and "comparison.previous" (F8, Shift+F8) go from change to change.
 *
 * Signal "drafted" (MftAgreement): an addendum, or a text with one, was made, to be gone on with. */
#define MFT_TYPE_COMPARISON_PAGE (mft_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (MftComparisonPage, mft_comparison_page, MFT, COMPARISON_PAGE, AdwBin)

MftVersionChooser *mft_comparison_page_get_left (MftComparisonPage *self);
MftVersionChooser *mft_comparison_page_get_right (MftComparisonPage *self);

/* Shows what was compared already of what both choosers have; takes `comparison` over. `at` (may be
 * NULL): a change to go to, of this comparison or one just like it. */
void mft_comparison_page_show (MftComparisonPage *self, MftComparison *comparison,
                               const MftChange *at);

/* The block that stands in the middle of attention, from 0; GTK_INVALID_LIST_POSITION before two are
 * chosen. */
guint mft_comparison_page_get_position (MftComparisonPage *self);

G_END_DECLS
