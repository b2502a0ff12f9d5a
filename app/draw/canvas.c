/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/canvas.h"
#include "draw/error.h"

#include <cairo-pdf.h>
#include <math.h>

struct MftCanvas
{
  cairo_t *cr;
  cairo_surface_t *pdf; /* NULL: somebody else's surface */
  GByteArray *bytes;
  gboolean begun; /* a page is drawn on and not yet written */
};

static cairo_status_t
append (gpointer closure, const guint8 *data, unsigned int size)
{
  g_byte_array_append (closure, data, size);
  return CAIRO_STATUS_SUCCESS;
}

MftCanvas *
mft_canvas_new_pdf (void)
{
  MftCanvas *canvas = g_new0 (MftCanvas, 1);

  canvas->bytes = g_byte_array_new ();
  canvas->pdf = cairo_pdf_surface_create_for_stream (append, canvas->bytes, 1, 1);
  canvas->cr = cairo_create (canvas->pdf);
  return canvas;
}

MftCanvas *
mft_canvas_new_for (cairo_t *cr)
{
  MftCanvas *canvas = g_new0 (MftCanvas, 1);

  canvas->cr = cairo_reference (cr);
  return canvas;
}

void
mft_canvas_free (MftCanvas *canvas)
{
  g_clear_pointer (&canvas->cr, cairo_destroy);
  g_clear_pointer (&canvas->pdf, cairo_surface_destroy);
  g_clear_pointer (&canvas->bytes, g_byte_array_unref);
  g_free (canvas);
}

cairo_t *
mft_canvas_cairo (MftCanvas *canvas)
{
  return canvas->cr;
}

/* The root element "Document" begins on the first page, after its size, and ends on the last one
 * before it is written: cairo forgets what is tagged outside of pages. */
void
mft_canvas_begin_page (MftCanvas *canvas, double width, double height)
{
  if (canvas->pdf == NULL)
    return;
  if (canvas->begun)
    cairo_show_page (canvas->cr);
  cairo_pdf_surface_set_size (canvas->pdf, width, height);
  if (!canvas->begun)
    cairo_tag_begin (canvas->cr, "Document", NULL);
  canvas->begun = TRUE;
}

void
mft_canvas_begin_tag (MftCanvas *canvas, const char *name)
{
  if (canvas->pdf != NULL)
    cairo_tag_begin (canvas->cr, name, NULL);
}

void
mft_canvas_end_tag (MftCanvas *canvas, const char *name)
{
  if (canvas->pdf != NULL)
    cairo_tag_end (canvas->cr, name);
}

void
mft_canvas_destination (MftCanvas *canvas, const char *name, double x, double y)
{
  if (canvas->pdf == NULL)
    return;
  /* Whole points: cairo 1.16 reads these numbers by the locale's decimal comma. */
  g_autofree char *attributes
      = g_strdup_printf ("name='%s' x=%d y=%d", name, (int) lround (x), (int) lround (y));
  cairo_tag_begin (canvas->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (canvas->cr, CAIRO_TAG_DEST);
}

int
mft_canvas_outline (MftCanvas *canvas, int parent, const char *text, const char *destination)
{
  if (canvas->pdf == NULL)
    return 0;
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", destination);
  return cairo_pdf_surface_add_outline (canvas->pdf, parent, text, attributes, 0);
}

GBytes *
mft_canvas_finish (MftCanvas *canvas, GError **error)
{
  g_return_val_if_fail (canvas->pdf != NULL && canvas->bytes != NULL, NULL);

  if (canvas->begun)
    {
      cairo_tag_end (canvas->cr, "Document");
      cairo_show_page (canvas->cr);
    }
  cairo_status_t status = cairo_status (canvas->cr);
  g_clear_pointer (&canvas->cr, cairo_destroy);
  cairo_surface_finish (canvas->pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (canvas->pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&canvas->bytes));
  g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_PDF, "the pages cannot be drawn: %s",
               cairo_status_to_string (status));
  return NULL;
}
