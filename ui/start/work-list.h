/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/* The working copies that were changed last, newest first; hidden while there is none. Choosing one
 * activates "win.open-work" with its id. */
#define MFT_TYPE_WORK_LIST (mft_work_list_get_type ())
G_DECLARE_FINAL_TYPE (MftWorkList, mft_work_list, MFT, WORK_LIST, AdwBin)

/* Shows what the library has now. */
void mft_work_list_show (MftWorkList *self, MftLibrary *library);

G_END_DECLS
