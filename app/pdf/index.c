/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/file-private.h"

typedef struct
{
  guint32 number;
  guint32 section;
  const MftPdfEntry *entry;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->number != right->number)
    return left->number < right->number ? -1 : 1;
  return left->section < right->section ? -1 : left->section > right->section;
}

void
_mft_pdf_file_make_index (MftPdfFile *file)
{
  guint count = 0;

  for (guint section = 0; section < file->sections->len; section++)
    count += mft_pdf_file_section (file, section)->entries->len;
  file->places = g_array_sized_new (FALSE, FALSE, sizeof (Place), count);
  for (guint section = 0; section < file->sections->len; section++)
    {
      const GArray *entries = mft_pdf_file_section (file, section)->entries;
      for (guint i = 0; i < entries->len; i++)
        {
          const MftPdfEntry *entry = &g_array_index (entries, MftPdfEntry, i);
          const Place place = { entry->number, section, entry };
          g_array_append_val (file->places, place);
        }
    }
  if (file->sections->len > 1)
    g_array_sort (file->places, compare_places);
}

const MftPdfEntry *
mft_pdf_file_find (const MftPdfFile *file, guint revision, guint32 number)
{
  const Place wanted = { number, mft_pdf_file_revision (file, revision)->sections_first, NULL };
  guint low = 0, high = file->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (compare_places (&g_array_index (file->places, Place, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == file->places->len || g_array_index (file->places, Place, low).number != number)
    return NULL;
  return g_array_index (file->places, Place, low).entry;
}
