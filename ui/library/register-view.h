/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/library.h"

G_BEGIN_DECLS

/* The register: a field to search in, statuses to choose from, and the agreements in columns. Activating
 * a row is "win.open-work" with its id. Actions "register.duplicate" and "register.remove" with an id;
 * the latter can be taken back from its toast. */
#define MFT_TYPE_REGISTER_VIEW (mft_register_view_get_type ())
G_DECLARE_FINAL_TYPE (MftRegisterView, mft_register_view, MFT, REGISTER_VIEW, AdwBin)

/* Shows the library as it is now; it must outlive the view. What cannot be read is told. */
void mft_register_view_show (MftRegisterView *self, MftLibrary *library);

/* Puts the cursor into the search field. */
void mft_register_view_search (MftRegisterView *self);

G_END_DECLS
