/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/look.h"

#include "exchange/pdf/poppler.h"
#include "pdf/error.h"
#include "ui/document/document-sheet.h"

#define PAGES_MOST 500
#define DOTS_PER_INCH 40.0
#define SIDE_MOST 2000      /* dots */
#define DIFFERENCE_LEAST 24 /* of 255: less is how letters are smoothed */

static PopplerDocument *
open_document (GBytes *bytes, GError **error)
{
  g_autoptr (GError) poppler = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &poppler);

  if (document == NULL)
    g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED, poppler->message);
  return document;
}

static cairo_surface_t *
draw (PopplerPage *page)
{
  const double scale = DOTS_PER_INCH / 72;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) CLAMP (width * scale, 1, SIDE_MOST),
                                    (int) CLAMP (height * scale, 1, SIDE_MOST));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
same_picture (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);

  if (width != cairo_image_surface_get_width (b) || height != cairo_image_surface_get_height (b))
    return FALSE;
  for (int y = 0; y < height; y++)
    {
      const guint8 *left
          = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *right
          = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);
      for (int x = 0; x < 4 * width; x++)
        if (x % 4 != 3 && ABS (left[x] - right[x]) >= DIFFERENCE_LEAST)
          return FALSE;
    }
  return TRUE;
}

static gboolean
looks_same (PopplerDocument *before, PopplerDocument *now, int index)
{
  g_autoptr (PopplerPage) left = poppler_document_get_page (before, index);
  g_autoptr (PopplerPage) right = poppler_document_get_page (now, index);
  gboolean same = FALSE;

  if (left != NULL && right != NULL)
    {
      cairo_surface_t *a = draw (left), *b = draw (right);
      same = same_picture (a, b);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
  return same;
}

GArray *
mft_look_compare (GBytes *before, GBytes *now, MftJob *job, GError **error)
{
  g_autoptr (PopplerDocument) old_document = open_document (before, error);
  g_autoptr (PopplerDocument) new_document
      = old_document != NULL ? open_document (now, error) : NULL;
  g_autoptr (GArray) different = g_array_new (FALSE, FALSE, sizeof (guint));
  int pages;

  if (new_document == NULL)
    return NULL;
  pages = MAX (poppler_document_get_n_pages (old_document),
               poppler_document_get_n_pages (new_document));
  for (int i = 0; i < MIN (pages, PAGES_MOST); i++)
    {
      guint page = (guint) i + 1;
      if (!mft_job_check (job, error))
        return NULL;
      if (!looks_same (old_document, new_document, i))
        g_array_append_val (different, page);
      mft_job_report (job, (double) page / MIN (pages, PAGES_MOST));
    }
  return g_steal_pointer (&different);
}
