/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/change-item.h"

struct _MftChangeItem
{
  GObject parent_instance;

  const MftChange *change; /* borrowed */
};

G_DEFINE_FINAL_TYPE (MftChangeItem, mft_change_item, G_TYPE_OBJECT)

static void
mft_change_item_class_init (MftChangeItemClass *klass)
{
  (void) klass;
}

static void
mft_change_item_init (MftChangeItem *self)
{
  (void) self;
}

MftChangeItem *
mft_change_item_new (const MftChange *change)
{
  MftChangeItem *self = g_object_new (MFT_TYPE_CHANGE_ITEM, NULL);

  self->change = change;
  return self;
}

const MftChange *
mft_change_item_get_change (MftChangeItem *self)
{
  return self->change;
}
