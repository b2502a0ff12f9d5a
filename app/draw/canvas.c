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
  MftTags *tags; /* NULL with somebody else's surface */
  guint page;    /* the one that is drawn on, from 1; 0: none yet */
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
  canvas->tags = mft_tags_new ();
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
  g_clear_pointer (&canvas->tags, mft_tags_unref);
  g_free (canvas);
}

cairo_t *
mft_canvas_cairo (MftCanvas *canvas)
{
  return canvas->cr;
}

/* cairo's own element around a stretch of drawing: it marks the drawing, the element is replaced. */
#define STRETCH "Span"

static void
begin_stretch (MftCanvas *canvas)
{
  mft_tags_add_stretch (canvas->tags, canvas->page - 1);
  cairo_tag_begin (canvas->cr, STRETCH, NULL);
}

static void
end_stretch (MftCanvas *canvas)
{
  cairo_tag_end (canvas->cr, STRETCH);
}

/* The root element "Document" begins on the first page, after its size, and ends on the last one
 * before it is written: cairo forgets what is tagged outside of pages. */
void
mft_canvas_begin_page (MftCanvas *canvas, double width, double height)
{
  if (canvas->pdf == NULL)
    return;
  if (canvas->page > 0)
    {
      end_stretch (canvas);
      cairo_show_page (canvas->cr);
    }
  cairo_pdf_surface_set_size (canvas->pdf, width, height);
  if (canvas->page == 0)
    cairo_tag_begin (canvas->cr, "Document", NULL);
  canvas->page++;
  begin_stretch (canvas);
}

guint
mft_canvas_add_tag (MftCanvas *canvas, guint parent, const char *name)
{
  return canvas->pdf != NULL ? mft_tags_add (canvas->tags, parent, name) : 0;
}

void
mft_canvas_enter_tag (MftCanvas *canvas, guint tag)
{
  if (canvas->pdf == NULL || tag == mft_tags_get_open (canvas->tags))
    return;
  end_stretch (canvas);
  mft_tags_open (canvas->tags, tag);
  begin_stretch (canvas);
}

void
mft_canvas_begin_tag (MftCanvas *canvas, const char *name)
{
  if (canvas->pdf != NULL)
    mft_canvas_enter_tag (canvas,
                          mft_tags_add (canvas->tags, mft_tags_get_open (canvas->tags), name));
}

void
mft_canvas_end_tag (MftCanvas *canvas)
{
  if (canvas->pdf != NULL)
    mft_canvas_enter_tag (canvas,
                          mft_tags_get_parent (canvas->tags, mft_tags_get_open (canvas->tags)));
}

void
mft_canvas_tag_alternative (MftCanvas *canvas, const char *text)
{
  if (canvas->pdf != NULL)
    mft_tags_set_alternative (canvas->tags, text);
}

void
mft_canvas_tag_scope (MftCanvas *canvas, const char *scope)
{
  if (canvas->pdf != NULL)
    mft_tags_set_scope (canvas->tags, scope);
}

void
mft_canvas_tag_field (MftCanvas *canvas, const char *name)
{
  if (canvas->pdf != NULL)
    mft_tags_add_field (canvas->tags, name);
}

static void
show_part (MftCanvas *canvas, const MftTextLine *line, guint part, double x, double y)
{
  gboolean leads = mft_text_line_part_destination (line, part) != NULL;

  if (leads)
    mft_canvas_begin_tag (canvas, "Link");
  mft_text_line_show_part (line, part, canvas->cr, x, y);
  if (!leads)
    return;
  const MftTextPart shown = mft_text_line_part (line, part);
  if (canvas->pdf != NULL)
    mft_tags_add_link (canvas->tags, canvas->page - 1, x + shown.x, y - shown.ascent, shown.width,
                       shown.ascent + shown.descent, shown.destination, shown.words);
  mft_canvas_end_tag (canvas);
}

void
mft_canvas_show_line (MftCanvas *canvas, const MftTextLine *line, double x, double y)
{
  for (guint part = 0; part < mft_text_line_n_parts (line); part++)
    show_part (canvas, line, part, x, y);
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

MftTags *
mft_canvas_get_tags (MftCanvas *canvas)
{
  return canvas->tags;
}

GBytes *
mft_canvas_finish (MftCanvas *canvas, GError **error)
{
  g_return_val_if_fail (canvas->pdf != NULL && canvas->bytes != NULL, NULL);

  if (canvas->page > 0)
    {
      end_stretch (canvas);
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
