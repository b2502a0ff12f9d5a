/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/page.h"
#include "verify/difference.h"

/* The old annotations stay in their order; between them only widgets of new signature fields, each on
 * one page (ISO 32000-2, 12.5.2). */
static gboolean
only_widgets_were_added (MftDifference *difference, const MftPair *lists)
{
  guint kept = 0;

  for (guint i = 0; i < mft_pdf_array_size (lists->new_object); i++)
    {
      const MftPdfObject *item = mft_pdf_array_item (lists->new_object, i);
      const MftPdfObject *before = mft_pdf_array_item (lists->old_object, kept);
      guint32 number = mft_pdf_object_get_reference (item, NULL);
      if (before != NULL && mft_pdf_object_equal (before, item))
        kept++;
      else if (number == 0
               || !g_hash_table_remove (difference->new_widgets, GUINT_TO_POINTER (number)))
        return FALSE;
    }
  return kept == mft_pdf_array_size (lists->old_object);
}

static void
change_annotations (MftDifference *difference, const MftPdfPage *page, MftPdfObject *old_value,
                    MftPdfObject *new_value)
{
  g_auto (MftPair) lists = mft_difference_pair (difference, old_value, new_value, "Annots");

  if (mft_difference_equal (difference, lists.old_object, lists.new_object))
    return;
  if (!mft_pdf_object_is (lists.new_object, MFT_PDF_ARRAY)
      || !(old_value == NULL || mft_pdf_object_is (lists.old_object, MFT_PDF_ARRAY))
      || !only_widgets_were_added (difference, &lists))
    mft_difference_forbid (difference, "annotations", page->index, page->number);
}

typedef struct
{
  MftDifference *difference;
  guint count;
} Walk;

/* A page may get annotations and nothing else, whoever refers to it. */
static gboolean
change_page (const MftPdfPage *page, gpointer data)
{
  Walk *walk = data;
  MftDifference *difference = walk->difference;
  g_autoptr (MftPdfObject) now = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  MftPair pages = { page->dict, NULL };
  gpointer key = GUINT_TO_POINTER (page->number);

  now = mft_pdf_file_load (difference->file, difference->new_revision, page->number,
                           page->generation, NULL);
  if (now == NULL)
    {
      difference->failed = TRUE;
      return FALSE;
    }
  pages.new_object = now;
  walk->count = page->index;
  if (page->index > difference->pages->len
      || g_array_index (difference->pages, guint32, page->index - 1) != page->number)
    mft_difference_forbid (difference, "page", page->index, page->number);
  keys = mft_difference_keys (&pages);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *name = g_ptr_array_index (keys, i);
      MftPdfObject *before = mft_pdf_dict_get (page->dict, name);
      MftPdfObject *after = mft_pdf_dict_get (now, name);
      if (strcmp (name, "Annots") == 0)
        change_annotations (difference, page, before, after);
      else if (!mft_pdf_object_equal (before, after))
        mft_difference_forbid (difference, "page", page->index, page->number);
    }
  if (g_hash_table_contains (difference->changed, key) && mft_pdf_object_is (now, MFT_PDF_DICT))
    g_hash_table_add (difference->explained, key);
  return TRUE;
}

/* The same pages in the same order, each with nothing but more annotations. */
void
mft_change_pages (MftDifference *difference)
{
  Walk walk = { difference, 0 };

  if (difference->pages == NULL
      || !mft_pdf_pages_walk (difference->file, difference->old_revision, change_page, &walk, NULL))
    difference->failed = TRUE;
  else if (walk.count != difference->pages->len)
    mft_difference_forbid (difference, "page", walk.count + 1, 0);
}
