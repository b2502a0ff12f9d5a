/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verify/warnings.h"

/* No stamp needs more of a page; what is larger hides the text (Rohlmann et al. 2021, "sneaky signature"). */
#define PAGE_SHARE_MOST 0.25
#define STAMP_MOST                                                                                 \
  100000.0 /* square points, a fifth of A4: on small paper a stamp may take its share */

static gboolean
exists (MftPdfFile *file, guint revision, guint32 number)
{
  const MftPdfEntry *entry = mft_pdf_file_find (file, revision, number);

  return entry != NULL && entry->kind != MFT_PDF_ENTRY_FREE;
}

/* The first revision that somebody signed; G_MAXUINT: none. */
static guint
first_signed (GPtrArray *subjects)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < subjects->len; i++)
    {
      const MftSubject *subject = g_ptr_array_index (subjects, i);
      if (subject->revision_known && subject->stamp == NULL)
        first = MIN (first, subject->revision);
    }
  return first;
}

static gboolean
overlap (const MftPdfRect *a, const MftPdfRect *b)
{
  return a->left < b->right && b->left < a->right && a->bottom < b->top && b->bottom < a->top;
}

/* Whether anything that already lay on the page is under the rectangle. */
static gboolean
covers_something (MftPdfFile *file, guint revision, const MftPdfSignatureField *field)
{
  g_autoptr (MftPdfPage) page = mft_pdf_page_find (file, revision, field->page, NULL);
  g_autoptr (MftPdfObject) annotations
      = page != NULL ? mft_pdf_file_get (file, revision, page->dict, "Annots", NULL) : NULL;

  for (guint i = 0; i < mft_pdf_array_size (annotations); i++)
    {
      MftPdfObject *item = mft_pdf_array_item (annotations, i);
      g_autoptr (MftPdfObject) one = mft_pdf_file_resolve (file, revision, item, NULL);
      MftPdfRect rect;
      if (mft_pdf_object_get_reference (item, NULL) != field->widget_number
          && mft_pdf_rect_read (file, revision, mft_pdf_dict_get (one, "Rect"), &rect)
          && !mft_pdf_rect_is_empty (&rect) && overlap (&rect, &field->rect))
        return TRUE;
    }
  return FALSE;
}

static double
area_of (const MftPdfRect *rect)
{
  return (rect->right - rect->left) * (rect->top - rect->bottom);
}

/* The most that a field's widgets take of one page, in the page's own units: many small ones hide as much as a
 * large one. */
static double
most_of_a_page (MftPdfFile *file, const MftSubject *subject)
{
  guint revision = subject->found_in;
  g_autoptr (MftPdfObject) kids
      = mft_pdf_file_get (file, revision, subject->field->dict, "Kids", NULL);
  g_autoptr (GHashTable) areas = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  double most = area_of (&subject->field->rect);

  for (guint i = 0; i < mft_pdf_array_size (kids); i++)
    {
      g_autoptr (MftPdfObject) kid
          = mft_pdf_file_resolve (file, revision, mft_pdf_array_item (kids, i), NULL);
      gpointer page
          = GUINT_TO_POINTER (mft_pdf_object_get_reference (mft_pdf_dict_get (kid, "P"), NULL));
      double *area = g_hash_table_lookup (areas, page);
      MftPdfRect rect;
      if (!mft_pdf_rect_read (file, revision, mft_pdf_dict_get (kid, "Rect"), &rect))
        continue;
      if (area == NULL)
        g_hash_table_insert (areas, page, area = g_new0 (double, 1));
      *area += area_of (&rect);
      most = MAX (most, *area);
    }
  return most;
}

static gboolean
hides_page (MftPdfFile *file, const MftSubject *subject)
{
  g_autoptr (MftPdfPage) page
      = mft_pdf_page_find (file, subject->found_in, subject->field->page, NULL);

  double most = most_of_a_page (file, subject);

  return most > STAMP_MOST && (page == NULL || most > PAGE_SHARE_MOST * area_of (&page->crop_box));
}

static void
warn_about_place (MftPdfFile *file, const MftSubject *subject, gboolean is_new,
                  MftVerifyReport *report)
{
  g_autofree char *page = g_strdup_printf ("%u", subject->field->page);

  if (subject->field->is_signed && hides_page (file, subject))
    mft_verify_message (report->messages, "STAMP_HIDES_PAGE", page);
  if (!is_new)
    return;
  mft_verify_note (subject->report->messages, "PLACED_AFTER_SIGNING", page);
  if (covers_something (file, subject->found_in, subject->field))
    mft_verify_note (subject->report->messages, "COVERS_SOMETHING", page);
}

void
mft_warn_about_places (MftPdfFile *file, GPtrArray *subjects, MftVerifyReport *report)
{
  guint signed_at = first_signed (subjects);

  for (guint i = 0; i < subjects->len && signed_at != G_MAXUINT; i++)
    {
      const MftSubject *subject = g_ptr_array_index (subjects, i);
      const MftPdfSignatureField *field = subject->field;
      gboolean is_new = !exists (file, signed_at, field->widget_number);
      gboolean later = !subject->revision_known || subject->revision > signed_at;
      if (field->page != 0 && !mft_pdf_rect_is_empty (&field->rect) && !subject->removed
          && (is_new || later))
        warn_about_place (file, subject, is_new, report);
    }
}
