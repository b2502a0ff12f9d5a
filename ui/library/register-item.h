/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/register.h"

G_BEGIN_DECLS

/* One entry of the register, for a list. Immutable. */
#define MFT_TYPE_REGISTER_ITEM (mft_register_item_get_type ())
G_DECLARE_FINAL_TYPE (MftRegisterItem, mft_register_item, MFT, REGISTER_ITEM, GObject)

/* Takes `entry` over. */
MftRegisterItem *mft_register_item_new (MftLibraryEntry *entry);
const MftLibraryEntry *mft_register_item_get_entry (MftRegisterItem *self);

G_END_DECLS
