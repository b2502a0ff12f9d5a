/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One of two agreements that are read beside each other: chosen from a file, shown, not changed.
 *
 * Signal "scrolled": the person moved it. */
#define MFT_TYPE_COMPARISON_SIDE (mft_comparison_side_get_type ())
G_DECLARE_FINAL_TYPE (MftComparisonSide, mft_comparison_side, MFT, COMPARISON_SIDE, AdwBin)

/* Reads a file in the background; what cannot be read is told to the person. */
void mft_comparison_side_open (MftComparisonSide *self, GFile *file);

gboolean mft_comparison_side_has_text (MftComparisonSide *self);

/* Scrolls so that the same part of the same Pasal stands at the top as in `other`. */
void mft_comparison_side_follow (MftComparisonSide *self, MftComparisonSide *other);

/* The label of the Pasal at the top, "" before the first. Borrowed. */
const char *mft_comparison_side_get_top (MftComparisonSide *self);

G_END_DECLS
