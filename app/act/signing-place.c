/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/signing-place.h"

#include "act/place.h"
#include "act/summary.h"
#include "agreement/party.h"
#include "draw/stamp.h"
#include "pdf/file.h"
#include "pdf/signature-field.h"

/* Where a new stamp stands: at the lower right, inside the margins of an official page. */
#define MARGIN_RIGHT 57
#define MARGIN_BOTTOM 85

/* So near to a field, in points between their middles, a stamp is drawn into it. */
#define NEAR 14

static void
place_free (gpointer data)
{
  MftSigningPlace *place = data;

  g_free (place->name);
  g_free (place);
}

static gboolean
add_field (MftPdfFile *file, guint revision, const MftPdfSignatureField *field, GPtrArray *places,
           GError **error)
{
  g_autoptr (MftPdfPage) page = NULL;

  if (field->is_signed || field->page == 0 || mft_pdf_rect_is_empty (&field->rect))
    return TRUE;
  page = mft_pdf_page_find (file, revision, field->page, error);
  if (page == NULL)
    return error == NULL || *error == NULL;
  MftSigningPlace *place = g_new0 (MftSigningPlace, 1);
  place->name = g_strdup (field->name);
  place->page = field->page;
  place->seen = mft_pdf_page_to_seen (page, &field->rect);
  mft_pdf_page_seen_size (page, &place->page_width, &place->page_height);
  g_ptr_array_add (places, place);
  return TRUE;
}

static gboolean
add_new_place (MftPdfFile *file, guint revision, GPtrArray *places, GError **error)
{
  double width, height;
  int pages = mft_pdf_pages_count (file, revision, error);
  g_autoptr (MftPdfPage) page
      = pages > 0 ? mft_pdf_page_find (file, revision, (guint) pages, error) : NULL;

  if (page == NULL)
    return FALSE;
  mft_pdf_page_seen_size (page, &width, &height);
  MftSigningPlace *place = g_new0 (MftSigningPlace, 1);
  double left = MAX (0, width - MARGIN_RIGHT - MFT_STAMP_WIDTH);
  double bottom = MIN (MARGIN_BOTTOM, MAX (0, height - MFT_STAMP_HEIGHT));
  place->page = (guint) pages;
  place->page_width = width;
  place->page_height = height;
  place->seen = (MftPdfRect){ left, bottom, MIN (width, left + MFT_STAMP_WIDTH),
                              MIN (height, bottom + MFT_STAMP_HEIGHT) };
  g_ptr_array_add (places, place);
  return TRUE;
}

GPtrArray *
mft_signing_places (const char *path, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, error);
  g_autoptr (MftPdfFile) file = source != NULL ? mft_pdf_file_new (source, error) : NULL;

  if (file == NULL)
    return NULL;
  guint revision = mft_pdf_file_last_revision (file);
  g_autoptr (GPtrArray) fields = mft_pdf_signature_fields (file, revision, error);
  if (fields == NULL)
    return NULL;
  for (guint i = 0; i < fields->len; i++)
    if (!add_field (file, revision, g_ptr_array_index (fields, i), places, error))
      return NULL;
  if (!add_new_place (file, revision, places, error))
    return NULL;
  return g_steal_pointer (&places);
}

const MftSigningPlace *
mft_signing_place_near (GPtrArray *places, guint page, const MftPdfRect *rect)
{
  for (guint i = 0; i < places->len; i++)
    {
      const MftSigningPlace *place = g_ptr_array_index (places, i);
      double dx = (place->seen.left + place->seen.right - rect->left - rect->right) / 2;
      double dy = (place->seen.bottom + place->seen.top - rect->bottom - rect->top) / 2;
      if (place->name != NULL && place->page == page && ABS (dx) < NEAR && ABS (dy) < NEAR)
        return place;
    }
  return NULL;
}

static const MftSigningPlace *
find_field (GPtrArray *places, const char *name)
{
  for (guint i = 0; i < places->len; i++)
    {
      const MftSigningPlace *place = g_ptr_array_index (places, i);
      if (g_strcmp0 (place->name, name) == 0)
        return place;
    }
  return NULL;
}

const MftSigningPlace *
mft_signing_place_own (GPtrArray *places, const char *path, const char *const *names)
{
  g_return_val_if_fail (places->len > 0, NULL);
  /* The last one is new. */
  if (places->len <= 2)
    return g_ptr_array_index (places, 0);
  g_autoptr (MftAgreement) agreement = mft_summary_agreement (path, NULL);
  guint party = agreement != NULL ? mft_summary_own_party (agreement, names) : 0;
  if (party == 0)
    return NULL;
  g_autofree char *field = mft_party_dup_signature_field (party);
  return find_field (places, field);
}

gboolean
mft_signing_place_find (const char *path, const char *anchors, const char *const *lines,
                        guint *page, MftPdfRect *seen)
{
  for (const char *at = anchors; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *anchor = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      if (g_unichar_isgraph (g_utf8_get_char (at))
          && mft_act_find_place (path, anchor, page, seen, NULL))
        return TRUE;
    }
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && mft_act_find_place (path, lines[i], page, seen, NULL))
      return TRUE;
  return FALSE;
}
