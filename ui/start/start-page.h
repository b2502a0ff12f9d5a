/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/* The place where work begins: three choices, an example, and what was worked on last. */
#define MFT_TYPE_START_PAGE (mft_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MftStartPage, mft_start_page, MFT, START_PAGE, AdwBin)

/* Lists what was worked on last. */
void mft_start_page_show_work (MftStartPage *self, MftLibrary *library);

G_END_DECLS
