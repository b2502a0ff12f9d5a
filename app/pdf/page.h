/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/file.h"

G_BEGIN_DECLS

/* In the page's own space, points times /UserUnit; left <= right, bottom <= top. */
typedef struct
{
  double left;
  double bottom;
  double right;
  double top;
} MftPdfRect;

/* Reads a rectangle, its corners in any order. FALSE if it is none. */
gboolean mft_pdf_rect_read (MftPdfFile *file, guint revision, MftPdfObject *object,
                            MftPdfRect *rect);
gboolean mft_pdf_rect_is_empty (const MftPdfRect *rect);

/* A page with what it inherits (ISO 32000-2, 7.7.3.4). */
typedef struct
{
  guint index; /* from 1 */
  guint32 number;
  guint32 generation;
  MftPdfObject *dict;
  MftPdfRect media_box;
  MftPdfRect crop_box; /* inside the media box: what is seen */
  int rotate;          /* 0, 90, 180, 270: clockwise */
  double user_unit;
} MftPdfPage;

void mft_pdf_page_free (MftPdfPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPdfPage, mft_pdf_page_free)

/* Called for each page in order; `page` is borrowed. FALSE ends the walk. */
typedef gboolean (*MftPdfPageFunc) (const MftPdfPage *page, gpointer data);

/* Walks the page tree from the catalog; nothing in it is believed but the tree itself: /Count and
 * /Parent are not looked at. Errors: MFT_PDF_ERROR_DAMAGED (also a circle), _LIMIT. */
gboolean mft_pdf_pages_walk (MftPdfFile *file, guint revision, MftPdfPageFunc func, gpointer data,
                             GError **error);

/* How many pages there are, -1 on error. */
int mft_pdf_pages_count (MftPdfFile *file, guint revision, GError **error);

/* Page `index`, from 1. NULL without an error: there is no such page. Owned by the caller. */
MftPdfPage *mft_pdf_page_find (MftPdfFile *file, guint revision, guint index, GError **error);

/* The size as seen, in points: crop box, /Rotate and /UserUnit applied. */
void mft_pdf_page_seen_size (const MftPdfPage *page, double *width, double *height);

/* A rectangle on the page as seen (points from its lower left corner) in the page's own space. */
MftPdfRect mft_pdf_page_from_seen (const MftPdfPage *page, const MftPdfRect *seen);

/* And back. */
MftPdfRect mft_pdf_page_to_seen (const MftPdfPage *page, const MftPdfRect *rect);

G_END_DECLS
