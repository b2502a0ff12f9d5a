/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/page.h"
#include "verify/changes.h"

#define VISITS_MOST 200000
#define DEPTH_MOST 40
#define PAGES_MOST 20 /* that are named for one object */

/* Changed objects whose page nobody told yet, and where they are found. */
typedef struct
{
  MftPdfFile *file;
  guint revision;
  GHashTable *wanted; /* number ▸ GArray of guint: pages */
  GHashTable *notes;  /* number: it is part of a page's annotations */
  GHashTable *seen;   /* numbers, on this page */
  guint page;
  gboolean in_annotations;
  guint visits;
} Search;

static void look (Search *search, MftPdfObject *value, guint depth);

static void
found (Search *search, gpointer number)
{
  GArray *pages = g_hash_table_lookup (search->wanted, number);

  if (pages == NULL || pages->len >= PAGES_MOST)
    return;
  g_array_append_val (pages, search->page);
  if (search->in_annotations)
    g_hash_table_add (search->notes, number);
}

/* What leads back up, or to other pages, is no part of this one. */
static gboolean
leads_away (const char *key)
{
  static const char *const keys[]
      = { "Parent", "P", "Dest", "A", "AA", "IRT", "Popup", "StructParent", NULL };

  return g_strv_contains (keys, key);
}

static void
look_inside (Search *search, MftPdfObject *object, guint depth)
{
  for (guint i = 0; i < mft_pdf_array_size (object); i++)
    look (search, mft_pdf_array_item (object, i), depth + 1);
  for (guint i = 0; i < mft_pdf_dict_size (object); i++)
    if (!leads_away (mft_pdf_dict_key (object, i)))
      look (search, mft_pdf_dict_value (object, i), depth + 1);
}

static void
look (Search *search, MftPdfObject *value, guint depth)
{
  gpointer number = GUINT_TO_POINTER (mft_pdf_object_get_reference (value, NULL));
  g_autoptr (MftPdfObject) object = NULL;

  if (depth > DEPTH_MOST)
    return;
  if (number == NULL)
    {
      look_inside (search, value, depth);
      return;
    }
  if (search->visits++ > VISITS_MOST || !g_hash_table_add (search->seen, number))
    return;
  found (search, number);
  object = mft_pdf_file_resolve (search->file, search->revision, value, NULL);
  if (object != NULL && !mft_pdf_object_is_name (mft_pdf_dict_get (object, "Type"), "Page"))
    look_inside (search, object, depth);
}

/* Resources may stand in a node above (ISO 32000-2, 7.7.3.4). */
static void
look_at_inherited (Search *search, const MftPdfObject *page)
{
  g_autoptr (MftPdfObject) node = NULL;

  for (guint i = 0; i < DEPTH_MOST; i++)
    {
      const MftPdfObject *below = node != NULL ? node : page;
      MftPdfObject *resources = mft_pdf_dict_get (below, "Resources");
      if (resources != NULL)
        {
          look (search, resources, 0);
          return;
        }
      MftPdfObject *above
          = mft_pdf_file_get (search->file, search->revision, below, "Parent", NULL);
      g_clear_pointer (&node, mft_pdf_object_unref);
      node = above;
    }
}

static gboolean
look_at_page (const MftPdfPage *page, gpointer data)
{
  Search *search = data;

  search->page = page->index;
  g_hash_table_remove_all (search->seen);
  look_at_inherited (search, page->dict);
  for (guint i = 0; i < mft_pdf_dict_size (page->dict); i++)
    {
      const char *key = mft_pdf_dict_key (page->dict, i);
      search->in_annotations = strcmp (key, "Annots") == 0;
      if (!leads_away (key))
        look (search, mft_pdf_dict_value (page->dict, i), 0);
    }
  return search->visits <= VISITS_MOST;
}

static gboolean
is_unplaced (const MftVerifyChange *change)
{
  return !change->permitted && change->page == 0 && change->object != 0;
}

static void
place (Search *search, GPtrArray *changes, MftVerifyChange *change)
{
  gpointer number = GUINT_TO_POINTER (change->object);
  const GArray *pages = g_hash_table_lookup (search->wanted, number);

  if (pages->len > 0 && strcmp (change->kind, "object") == 0)
    change->kind = g_hash_table_contains (search->notes, number) ? "annotation" : "page";
  for (guint i = 0; i < pages->len; i++)
    {
      MftVerifyChange *more = i == 0 ? change : g_memdup2 (change, sizeof *change);
      more->page = g_array_index (pages, guint, i);
      if (i > 0)
        g_ptr_array_add (changes, more);
    }
}

void
mft_changes_place (MftPdfFile *file, guint revision, GPtrArray *lists)
{
  g_autoptr (GHashTable) wanted
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) notes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search
      = { .file = file, .revision = revision, .wanted = wanted, .notes = notes, .seen = seen };

  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *changes = g_ptr_array_index (lists, i);
      for (guint k = 0; k < changes->len; k++)
        {
          const MftVerifyChange *change = g_ptr_array_index (changes, k);
          gpointer number = GUINT_TO_POINTER (change->object);
          if (is_unplaced (change) && !g_hash_table_contains (wanted, number))
            g_hash_table_insert (wanted, number, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
    }
  if (g_hash_table_size (wanted) > 0)
    mft_pdf_pages_walk (file, revision, look_at_page, &search, NULL);
  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *changes = g_ptr_array_index (lists, i);
      for (guint k = 0, count = changes->len; k < count; k++)
        if (is_unplaced (g_ptr_array_index (changes, k)))
          place (&search, changes, g_ptr_array_index (changes, k));
    }
}
