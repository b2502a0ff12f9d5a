/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mark-private.h"

#include <cairo-pdf.h>

#include "draw/canvas-private.h"
#include "draw/form-xobject.h"
#include "draw/pdf/pdf-picture.h"

/* Marks are drawn in a square of 100 × 100. */
#define SIDE 100.0

static MftPdfResources *
resources_of (MftCanvas *canvas)
{
  return mft_pdf_document_get_resources (canvas->document);
}

/* What is known by this name fills `width` × `height` from 0, 0; `sides` are its own. */
static void
show_form (MftCanvas *canvas, guint name, double width, double height, double sides)
{
  cairo_matrix_t place;

  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, 0, height);
  cairo_scale (canvas->cr, width / sides, height / sides);
  cairo_get_matrix (canvas->cr, &place);
  cairo_restore (canvas->cr);
  mft_pdf_content_show_form (_mft_canvas_content (canvas), name, &place);
}

/* --- an SVG file ------------------------------------------------------------------------------------ */

static cairo_status_t
append (gpointer closure, const guint8 *data, unsigned int size)
{
  g_byte_array_append (closure, data, size);
  return CAIRO_STATUS_SUCCESS;
}

/* Whatever an SVG file asks for, cairo makes a page of it. */
static GBytes *
draw_page (MftMark *mark)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  _mft_mark_draw_vector (mark, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Returns the number of the form. */
static guint
write_form (MftPdfObjects *objects, const MftFormXObject *form)
{
  guint count = mft_form_xobject_count (form), first = mft_pdf_objects_reserve (objects);

  for (guint i = 1; i < count; i++)
    mft_pdf_objects_reserve (objects);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GBytes) object = mft_form_xobject_object (form, i, first);
      mft_pdf_objects_write (objects, first + i, g_bytes_get_data (object, NULL),
                             g_bytes_get_size (object));
    }
  return first;
}

static gboolean
add_vector (MftMark *mark, MftCanvas *canvas, guint *name)
{
  MftPdfResources *resources = resources_of (canvas);
  g_autoptr (GBytes) page = draw_page (mark);
  g_autoptr (MftFormXObject) form
      = mft_form_xobject_new_from_page (page, canvas->error == NULL ? &canvas->error : NULL);

  if (form == NULL)
    return FALSE;
  *name = mft_pdf_resources_add_form (resources, mark,
                                      write_form (mft_pdf_resources_get_objects (resources), form));
  return TRUE;
}

/* --- the others ------------------------------------------------------------------------------------- */

static guint
add_own (MftMark *mark, MftCanvas *canvas)
{
  MftPdfContent *around;

  _mft_canvas_begin_form (canvas, &around, SIDE);
  _mft_mark_draw_own (canvas);
  return _mft_canvas_end_form (canvas, &around, mark, SIDE);
}

static void
show_kept (MftMark *mark, MftCanvas *canvas)
{
  guint name;

  if (!mft_pdf_resources_find_form (resources_of (canvas), mark, &name))
    {
      if (mark->vector == NULL)
        name = add_own (mark, canvas);
      else if (!add_vector (mark, canvas, &name))
        return;
    }
  show_form (canvas, name, SIDE, SIDE, SIDE);
}

/* A picture known by this name, so many dots wide and high, in the middle of the square. */
static void
show_picture (MftCanvas *canvas, guint name, double width, double height)
{
  double scale = SIDE / MAX (width, height);

  cairo_translate (canvas->cr, (SIDE - width * scale) / 2, (SIDE - height * scale) / 2);
  show_form (canvas, name, width * scale, height * scale, 1);
}

static guint
write_image (MftMark *mark, MftPdfObjects *objects)
{
  return mark->photo != NULL ? mft_pdf_picture_write_jpeg (objects, mark->photo, &mark->jpeg)
                             : mft_pdf_picture_write (objects, mark->image);
}

static void
show_image (MftMark *mark, MftCanvas *canvas)
{
  MftPdfResources *resources = resources_of (canvas);
  guint name;

  if (!mft_pdf_resources_find_form (resources, mark, &name))
    name = mft_pdf_resources_add_form (
        resources, mark, write_image (mark, mft_pdf_resources_get_objects (resources)));
  show_picture (canvas, name, cairo_image_surface_get_width (mark->image),
                cairo_image_surface_get_height (mark->image));
}

static void
show_drawn (MftMark *mark, MftCanvas *canvas, double size)
{
  MftPdfResources *resources = resources_of (canvas);
  double scale = SIDE / MAX (mark->width, mark->height);
  cairo_surface_t *picture = _mft_mark_new_picture (mark, scale * size / SIDE);

  if (mark->words != NULL)
    {
      cairo_save (canvas->cr);
      cairo_translate (canvas->cr, (SIDE - mark->width * scale) / 2,
                       (SIDE - mark->height * scale) / 2);
      _mft_mark_show_words (mark, canvas, scale);
      cairo_restore (canvas->cr);
    }
  guint name = mft_pdf_resources_add_form (
      resources, NULL, mft_pdf_picture_write (mft_pdf_resources_get_objects (resources), picture));
  show_picture (canvas, name, cairo_image_surface_get_width (picture),
                cairo_image_surface_get_height (picture));
  cairo_surface_destroy (picture);
}

void
mft_mark_show (MftMark *mark, MftCanvas *canvas, double x, double y, double size)
{
  if (canvas->document == NULL)
    {
      mft_mark_draw (mark, canvas->cr, x, y, size);
      return;
    }
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  cairo_scale (canvas->cr, size / SIDE, size / SIDE);
  if (mark->image != NULL)
    show_image (mark, canvas);
  else if (mark->draw != NULL)
    show_drawn (mark, canvas, size);
  else
    show_kept (mark, canvas);
  cairo_restore (canvas->cr);
}
