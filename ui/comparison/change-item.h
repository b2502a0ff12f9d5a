/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/change.h"

G_BEGIN_DECLS

/* A change in a list model. */
#define MFT_TYPE_CHANGE_ITEM (mft_change_item_get_type ())
G_DECLARE_FINAL_TYPE (MftChangeItem, mft_change_item, MFT, CHANGE_ITEM, GObject)

/* The change is borrowed: its comparison must outlive the item. */
MftChangeItem *mft_change_item_new (const MftChange *change);
const MftChange *mft_change_item_get_change (MftChangeItem *self);

G_END_DECLS
