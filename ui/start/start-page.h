/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/* The place where work begins: three choices and an example; the register once there are agreements. */
#define MFT_TYPE_START_PAGE (mft_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MftStartPage, mft_start_page, MFT, START_PAGE, AdwBin)

/* Shows what the library has now. `reason`: why it cannot be read (then it is NULL) or only read, to be
 * told; or NULL. */
void mft_start_page_show_work (MftStartPage *self, MftLibrary *library, const GError *reason);

G_END_DECLS
