/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/pdf/pdf-seen.h"

#include "exchange/pdf/pdf-piece.h"

#define PAGES_MOST 500
#define SCALE 1.5
#define SIDE_MOST 4000 /* pixels */
#define SIZE_LEAST 0.3 /* points: narrower is no letter */
#define HEIGHT_LEAST 3.0
#define CONTRAST_LEAST 28 /* of 255: a pale watermark has more */

/* A page as it is drawn, and the places of its pictures. */
typedef struct
{
  cairo_surface_t *surface;
  double scale;
  double width, height; /* points */
  GList *images;        /* PopplerImageMapping */
} Drawn;

static void
draw (Drawn *drawn, PopplerPage *page)
{
  cairo_t *context;

  poppler_page_get_size (page, &drawn->width, &drawn->height);
  drawn->scale = MIN (SCALE, SIDE_MOST / MAX (MAX (drawn->width, drawn->height), 1));
  drawn->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                               MAX (1, (int) (drawn->width * drawn->scale)),
                                               MAX (1, (int) (drawn->height * drawn->scale)));
  drawn->images = poppler_page_get_image_mapping (page);
  context = cairo_create (drawn->surface);
  cairo_set_source_rgb (context, 1, 1, 1);
  cairo_paint (context);
  cairo_scale (context, drawn->scale, drawn->scale);
  poppler_page_render (page, context);
  cairo_destroy (context);
  cairo_surface_flush (drawn->surface);
}

static void
drop (Drawn *drawn)
{
  cairo_surface_destroy (drawn->surface);
  poppler_page_free_image_mapping (drawn->images);
}

static int
brightness (const guint8 *pixel)
{
  return (pixel[0] + 2 * pixel[1] + pixel[2]) / 4;
}

static gboolean
leaves_ink (const Drawn *drawn, const PopplerRectangle *place)
{
  const guint8 *data = cairo_image_surface_get_data (drawn->surface);
  int stride = cairo_image_surface_get_stride (drawn->surface), darkest = 255, brightest = 0;
  int right
      = MIN (cairo_image_surface_get_width (drawn->surface), (int) (place->x2 * drawn->scale) + 1);
  int bottom
      = MIN (cairo_image_surface_get_height (drawn->surface), (int) (place->y2 * drawn->scale) + 1);

  for (int y = MAX (0, (int) (place->y1 * drawn->scale)); y < bottom; y++)
    for (int x = MAX (0, (int) (place->x1 * drawn->scale)); x < right; x++)
      {
        int one = brightness (data + (gsize) y * (gsize) stride + 4 * (gsize) x);
        darkest = MIN (darkest, one);
        brightest = MAX (brightest, one);
      }
  return brightest - darkest >= CONTRAST_LEAST;
}

static gboolean
is_seen (const Drawn *drawn, const PopplerRectangle *place)
{
  double x = (place->x1 + place->x2) / 2, y = (place->y1 + place->y2) / 2;

  return place->x2 - place->x1 >= SIZE_LEAST && place->y2 - place->y1 >= HEIGHT_LEAST && x > 0
         && y > 0 && x < drawn->width && y < drawn->height && leaves_ink (drawn, place);
}

static gboolean
page_is_seen (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  Drawn drawn = { 0 };
  guint count = 0;
  gboolean seen = TRUE;

  if (text == NULL || !poppler_page_get_text_layout (page, &places, &count))
    return TRUE; /* nothing is written here */
  draw (&drawn, page);
  const char *at = text;
  for (guint i = 0; i < count && *at != '\0' && seen; i++, at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) && !mft_pdf_is_pictured (drawn.images, &places[i]))
      seen = is_seen (&drawn, &places[i]);
  drop (&drawn);
  return seen;
}

gboolean
mft_pdf_text_is_seen (PopplerDocument *document)
{
  int count = poppler_document_get_n_pages (document);
  gboolean seen = count <= PAGES_MOST;

  for (int i = 0; i < count && seen; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      seen = page != NULL && page_is_seen (page);
      g_clear_object (&page);
    }
  return seen;
}
