/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/place.h"

#include "draw/stamp.h"
#include "exchange/pdf/pdf-spot.h"

#include "act/signing.h"

/* Moved, not cut: a stamp keeps its shape where the page has room for it. */
static MftPdfRect
put_inside (double left, double bottom, double width, double height)
{
  double right = MIN (left + MFT_STAMP_WIDTH, width), top = MIN (bottom + MFT_STAMP_HEIGHT, height);

  left = MAX (0, right - MFT_STAMP_WIDTH);
  bottom = MAX (0, top - MFT_STAMP_HEIGHT);
  return (MftPdfRect){ left, bottom, MIN (left + MFT_STAMP_WIDTH, width),
                       MIN (bottom + MFT_STAMP_HEIGHT, height) };
}

static MftPdfPage *
load_page (const char *path, guint index, GError **error)
{
  g_autoptr (MftByteSource) source = mft_byte_source_new_file (path, error);
  g_autoptr (MftPdfFile) file = source != NULL ? mft_pdf_file_new (source, error) : NULL;

  return file != NULL ? mft_pdf_page_find (file, mft_pdf_file_last_revision (file), index, error)
                      : NULL;
}

static gboolean
fail (const char *anchor, guint times, GError **error)
{
  g_set_error (error, MFT_ACT_ERROR, MFT_ACT_ERROR_ANCHOR, "'%s' stands by itself '%u' times",
               anchor, times);
  return FALSE;
}

gboolean
mft_act_find_place (const char *path, const char *anchor, guint *page, MftPdfRect *rect,
                    GError **error)
{
  gboolean is_mark = g_utf8_strlen (anchor, -1) == 1;
  g_autoptr (GArray) spots = mft_pdf_find_spots (path, anchor, error);
  double width, height;

  if (spots == NULL)
    return FALSE;
  if (spots->len == 0 || (is_mark && spots->len > 1))
    return fail (anchor, spots->len, error);
  const MftPdfSpot *spot = &g_array_index (spots, MftPdfSpot, spots->len - 1);
  g_autoptr (MftPdfPage) found = load_page (path, spot->page, error);
  if (found == NULL)
    return error != NULL && *error != NULL ? FALSE : fail (anchor, 0, error);
  mft_pdf_page_seen_size (found, &width, &height);
  double middle = width * (spot->left + spot->right) / 2;
  double base = is_mark ? height * (1 - (spot->top + spot->bottom) / 2) - MFT_STAMP_HEIGHT / 2
                        : height * (1 - spot->top);
  *page = spot->page;
  *rect = put_inside (middle - MFT_STAMP_WIDTH / 2, base, width, height);
  return TRUE;
}
