/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The place where two agreements are read beside each other; the same Pasal stays level. */
#define MFT_TYPE_COMPARISON_PAGE (mft_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (MftComparisonPage, mft_comparison_page, MFT, COMPARISON_PAGE, AdwBin)

G_END_DECLS
