/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/register-item.h"

struct _MftRegisterItem
{
  GObject parent_instance;

  /* Owned */
  MftLibraryEntry *entry;
};

G_DEFINE_FINAL_TYPE (MftRegisterItem, mft_register_item, G_TYPE_OBJECT)

static void
mft_register_item_finalize (GObject *object)
{
  mft_library_entry_free (MFT_REGISTER_ITEM (object)->entry);
  G_OBJECT_CLASS (mft_register_item_parent_class)->finalize (object);
}

static void
mft_register_item_class_init (MftRegisterItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_register_item_finalize;
}

static void
mft_register_item_init (MftRegisterItem *self)
{
  (void) self;
}

MftRegisterItem *
mft_register_item_new (MftLibraryEntry *entry)
{
  MftRegisterItem *self = g_object_new (MFT_TYPE_REGISTER_ITEM, NULL);

  self->entry = entry;
  return self;
}

const MftLibraryEntry *
mft_register_item_get_entry (MftRegisterItem *self)
{
  return self->entry;
}
