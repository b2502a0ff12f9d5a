/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library/register-model.h"

#define PAGE 128
#define PAGES_MOST 16

struct _MftRegisterModel
{
  GObject parent_instance;

  /* Borrowed */
  MftLibrary *library;

  /* Owned */
  char *words;
  guint statuses;
  guint count;
  GHashTable *pages; /* number → GPtrArray of MftRegisterItem */
};

static GType
get_item_type (GListModel *model)
{
  (void) model;
  return MFT_TYPE_REGISTER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return MFT_REGISTER_MODEL (model)->count;
}

/* A row that cannot be read any more is shown empty; the next look at the register tells why. */
static MftRegisterItem *
empty_item (void)
{
  MftLibraryEntry *none = g_new0 (MftLibraryEntry, 1);

  none->id = g_strdup ("");
  none->title = g_strdup ("");
  none->number = g_strdup ("");
  none->parties = g_strdup ("");
  return mft_register_item_new (none);
}

static GPtrArray *
read_page (MftRegisterModel *self, guint number)
{
  const MftRegisterQuery query = { self->words, self->statuses };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries
      = mft_register_list (self->library, &query, number * PAGE, PAGE, NULL);
  guint most = MIN (PAGE, self->count - number * PAGE);

  for (guint i = 0; entries != NULL && i < MIN (entries->len, most); i++)
    g_ptr_array_add (
        items, mft_register_item_new (mft_library_entry_copy (g_ptr_array_index (entries, i))));
  while (items->len < most)
    g_ptr_array_add (items, empty_item ());
  return items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MftRegisterModel *self = MFT_REGISTER_MODEL (model);
  guint number = position / PAGE;
  GPtrArray *page;

  if (position >= self->count)
    return NULL;
  page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  if (page == NULL)
    {
      if (g_hash_table_size (self->pages) >= PAGES_MOST)
        g_hash_table_remove_all (self->pages);
      page = read_page (self, number);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
    }
  return g_object_ref (g_ptr_array_index (page, position % PAGE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MftRegisterModel, mft_register_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
mft_register_model_finalize (GObject *object)
{
  MftRegisterModel *self = MFT_REGISTER_MODEL (object);

  g_free (self->words);
  g_hash_table_unref (self->pages);
  G_OBJECT_CLASS (mft_register_model_parent_class)->finalize (object);
}

static void
mft_register_model_class_init (MftRegisterModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_register_model_finalize;
}

static void
mft_register_model_init (MftRegisterModel *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

MftRegisterModel *
mft_register_model_new (void)
{
  return g_object_new (MFT_TYPE_REGISTER_MODEL, NULL);
}

gboolean
mft_register_model_show (MftRegisterModel *self, MftLibrary *library, const MftRegisterQuery *query,
                         GError **error)
{
  guint before = self->count;
  gboolean done;

  self->library = library;
  g_free (self->words);
  self->words = g_strdup (query->words);
  self->statuses = query->statuses;
  self->count = 0;
  g_hash_table_remove_all (self->pages);
  done = library == NULL || mft_register_count (library, query, &self->count, error);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->count);
  return done;
}
