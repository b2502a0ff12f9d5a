/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/references.h"

#define REFERENCES_MOST 2000000

struct MftReferences
{
  MftPdfFile *file;
  GHashTable *watched;
  GStringChunk *keys;
  GArray *found; /* MftReference, by target, then oldest first */
};

static void
watch (MftReferences *references, guint after)
{
  MftPdfFile *file = references->file;

  for (guint section = 0; section < mft_pdf_file_sections (file); section++)
    {
      const MftPdfXref *xref = mft_pdf_file_section (file, section);
      if (xref->revision <= after)
        continue;
      for (guint i = 0; i < xref->entries->len; i++)
        g_hash_table_add (references->watched,
                          GUINT_TO_POINTER (g_array_index (xref->entries, MftPdfEntry, i).number));
    }
}

typedef struct
{
  MftReferences *references;
  guint32 holder;
  guint32 revision;
} Scan;

/* Depth is what the parser allowed. */
static void
scan (Scan *at, const MftPdfObject *object, const char *key)
{
  MftReferences *references = at->references;
  guint32 target = mft_pdf_object_get_reference (object, NULL);

  if (target != 0 && g_hash_table_contains (references->watched, GUINT_TO_POINTER (target)))
    {
      MftReference found = { at->holder, at->revision, target,
                             g_string_chunk_insert_const (references->keys, key) };
      g_array_append_val (references->found, found);
    }
  for (guint i = 0; i < mft_pdf_array_size (object); i++)
    scan (at, mft_pdf_array_item (object, i), key);
  for (guint i = 0; i < mft_pdf_dict_size (object); i++)
    scan (at, mft_pdf_dict_value (object, i), mft_pdf_dict_key (object, i));
}

static gboolean
scan_section (MftReferences *references, guint section)
{
  MftPdfFile *file = references->file;
  const MftPdfXref *xref = mft_pdf_file_section (file, section);
  Scan at = { references, 0, xref->revision };

  scan (&at, xref->trailer, "");
  for (guint i = 0; i < xref->entries->len; i++)
    {
      const MftPdfEntry *entry = &g_array_index (xref->entries, MftPdfEntry, i);
      guint32 generation = entry->kind == MFT_PDF_ENTRY_PLAIN ? entry->second : 0;
      g_autoptr (MftPdfObject) object = NULL;
      if (entry->kind == MFT_PDF_ENTRY_FREE
          || mft_pdf_file_find (file, at.revision, entry->number) != entry)
        continue;
      if (entry->kind == MFT_PDF_ENTRY_PLAIN && entry->first == 0)
        continue; /* told by the scanner; nothing stands there */
      object = mft_pdf_file_load (file, at.revision, entry->number, generation, NULL);
      if (object == NULL || references->found->len > REFERENCES_MOST)
        return FALSE;
      at.holder = entry->number;
      scan (&at, object, "");
    }
  return TRUE;
}

static int
by_target (gconstpointer a, gconstpointer b)
{
  const MftReference *left = a, *right = b;

  if (left->target != right->target)
    return left->target < right->target ? -1 : 1;
  return left->revision < right->revision ? -1 : left->revision > right->revision;
}

MftReferences *
mft_references_new (MftPdfFile *file, guint revision)
{
  g_autoptr (MftReferences) references = g_new0 (MftReferences, 1);

  references->file = file;
  references->watched = g_hash_table_new (NULL, NULL);
  references->keys = g_string_chunk_new (1024);
  references->found = g_array_new (FALSE, FALSE, sizeof (MftReference));
  watch (references, revision);
  for (guint section = 0; section < mft_pdf_file_sections (file); section++)
    if (!scan_section (references, section))
      return NULL;
  g_array_sort (references->found, by_target);
  return g_steal_pointer (&references);
}

void
mft_references_free (MftReferences *references)
{
  g_hash_table_unref (references->watched);
  g_string_chunk_free (references->keys);
  g_array_unref (references->found);
  g_free (references);
}

/* Whether the holder still stands as it did, at `revision`. */
static gboolean
is_alive (const MftReferences *references, const MftReference *reference, guint revision)
{
  const MftPdfFile *file = references->file;

  if (reference->holder == 0)
    return reference->revision == revision;
  return mft_pdf_file_find (file, revision, reference->holder)
         == mft_pdf_file_find (file, reference->revision, reference->holder);
}

static guint
first_of (const MftReferences *references, guint32 target)
{
  guint low = 0, high = references->found->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (references->found, MftReference, middle).target < target)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
mft_references_each (const MftReferences *references, guint revision, guint32 target,
                     MftReferenceFunc func, gpointer data)
{
  for (guint i = first_of (references, target); i < references->found->len; i++)
    {
      const MftReference *found = &g_array_index (references->found, MftReference, i);
      if (found->target != target || found->revision > revision)
        break;
      if (is_alive (references, found, revision) && !func (found, data))
        return FALSE;
    }
  return TRUE;
}
