/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mark-private.h"
#include "draw/error.h"
#include "base/safe-file.h"
#include "draw/fonts.h"

#include <math.h>

#define IMAGE_BYTES_MOST (4 * 1024 * 1024)
#define IMAGE_SIDE_MOST 8192

MftMark *
mft_mark_new (void)
{
  MftMark *mark = g_new0 (MftMark, 1);
  g_ref_count_init (&mark->references);
  return mark;
}

MftMark *
mft_mark_ref (MftMark *mark)
{
  g_ref_count_inc (&mark->references);
  return mark;
}

void
mft_mark_unref (MftMark *mark)
{
  if (!g_ref_count_dec (&mark->references))
    return;
  g_clear_object (&mark->vector);
  g_clear_pointer (&mark->image, cairo_surface_destroy);
  g_clear_pointer (&mark->photo, g_bytes_unref);
  g_clear_pointer (&mark->words, mft_under_words_free);
  if (mark->destroy != NULL)
    mark->destroy (mark->data);
  g_free (mark);
}

MftMark *
mft_mark_new_drawn (double width, double height, MftMarkDraw draw, gpointer data,
                    GDestroyNotify destroy, MftUnderWords *words)
{
  MftMark *mark = mft_mark_new ();

  mark->draw = draw;
  mark->data = data;
  mark->destroy = destroy;
  mark->words = words;
  mark->width = width;
  mark->height = height;
  return mark;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} PngSource;

static cairo_status_t
read_png (gpointer closure, guint8 *into, unsigned int size)
{
  PngSource *source = closure;
  if (size > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (into, source->data, size);
  source->data += size;
  source->left -= size;
  return CAIRO_STATUS_SUCCESS;
}

/* The sides stand in the first chunk (RFC 2083 §11.2.1); asked before cairo allocates for them. */
static gboolean
png_sides_fit (const guint8 *data, gsize size)
{
  if (size < 24)
    return FALSE;
  for (gsize at = 16; at < 24; at += 4)
    {
      guint32 side = ((guint32) data[at] << 24) | ((guint32) data[at + 1] << 16)
                     | ((guint32) data[at + 2] << 8) | data[at + 3];
      if (side == 0 || side > IMAGE_SIDE_MOST)
        return FALSE;
    }
  return TRUE;
}

/* Decoded also if a PDF takes it as it is: it may be broken off. */
static gboolean
take_photo (MftMark *mark, GBytes *bytes)
{
  if (!mft_jpeg_read_head (bytes, &mark->jpeg) || mark->jpeg.width > IMAGE_SIDE_MOST
      || mark->jpeg.height > IMAGE_SIDE_MOST)
    return FALSE;
  mark->image = mft_jpeg_decode (bytes);
  if (mark->image != NULL && mark->jpeg.is_common)
    mark->photo = g_bytes_ref (bytes);
  return mark->image != NULL;
}

MftMark *
mft_mark_new_from_bytes (GBytes *bytes)
{
  static const guint8 png[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (MftMark) mark = mft_mark_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (mft_jpeg_is (bytes))
    return take_photo (mark, bytes) ? g_steal_pointer (&mark) : NULL;
  if (size < sizeof png || memcmp (data, png, sizeof png) != 0)
    {
      mark->vector = size > 0 ? rsvg_handle_new_from_data (data, size, NULL) : NULL;
      return mark->vector != NULL ? g_steal_pointer (&mark) : NULL;
    }
  PngSource source = { data, size };
  if (!png_sides_fit (data, size))
    return NULL;
  mark->image = cairo_image_surface_create_from_png_stream (read_png, &source);
  return cairo_surface_status (mark->image) == CAIRO_STATUS_SUCCESS ? g_steal_pointer (&mark)
                                                                    : NULL;
}

MftMark *
mft_mark_new_from_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, IMAGE_BYTES_MOST, error);
  MftMark *mark = bytes != NULL ? mft_mark_new_from_bytes (bytes) : NULL;

  if (bytes != NULL && mark == NULL)
    g_set_error (error, MFT_DRAW_ERROR, MFT_DRAW_ERROR_IMAGE,
                 "'%s' is no SVG, PNG or JPEG picture that can be used", path);
  return mark;
}

static double
vector_ratio (RsvgHandle *vector)
{
  gdouble width, height;
  gboolean has_width, has_height, has_box;
  RsvgLength ignored;
  RsvgRectangle box;

  if (rsvg_handle_get_intrinsic_size_in_pixels (vector, &width, &height) && width > 0 && height > 0)
    return height / width;
  rsvg_handle_get_intrinsic_dimensions (vector, &has_width, &ignored, &has_height, &ignored,
                                        &has_box, &box);
  return has_box && box.width > 0 && box.height > 0 ? box.height / box.width : 1;
}

double
mft_mark_get_ratio (MftMark *mark)
{
  if (mark->vector != NULL)
    return vector_ratio (mark->vector);
  if (mark->draw != NULL)
    return mark->height / mark->width;
  return mark->image != NULL ? cairo_image_surface_get_height (mark->image)
                                   / (double) cairo_image_surface_get_width (mark->image)
                             : 1;
}

double
mft_mark_get_width (MftMark *mark)
{
  return mark->draw != NULL ? mark->width : HUGE_VAL;
}

/* The letters as outlines: text of a page must not contain the mark's. */
static void
draw_letters (MftCanvas *canvas)
{
  cairo_t *cr = mft_canvas_cairo (canvas);
  PangoContext *context = mft_fonts_context ();
  PangoLayout *layout = mft_fonts_layout (context, MFT_FONT_SANS, 26, PANGO_WEIGHT_BOLD, "BSrE");
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  cairo_save (cr);
  cairo_move_to (cr, 50 - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                 79 - pango_layout_get_baseline (layout) / (double) PANGO_SCALE);
  pango_cairo_layout_path (cr, layout);
  mft_canvas_fill (canvas);
  cairo_restore (cr);
  g_object_unref (layout);
  g_object_unref (context);
}

void
_mft_mark_draw_own (MftCanvas *canvas)
{
  cairo_t *cr = mft_canvas_cairo (canvas);

  cairo_set_source_rgb (cr, 0x05 / 255.0, 0x5c / 255.0, 0x8c / 255.0);
  cairo_set_line_width (cr, 4.4);
  cairo_arc (cr, 50, 50, 47.8, 0, 2 * M_PI);
  mft_canvas_stroke (canvas);

  cairo_set_line_width (cr, 7);
  cairo_arc (cr, 34, 34, 11.5, 0, 2 * M_PI);
  mft_canvas_stroke (canvas);
  cairo_rectangle (cr, 44, 30, 36, 8);
  cairo_rectangle (cr, 60, 38, 7, 7);
  cairo_rectangle (cr, 72, 38, 8, 9.5);
  mft_canvas_fill (canvas);
  draw_letters (canvas);
}

static void
draw_image (cairo_surface_t *image, cairo_t *cr)
{
  double width = cairo_image_surface_get_width (image);
  double height = cairo_image_surface_get_height (image);
  double scale = 100 / MAX (width, height);

  cairo_translate (cr, (100 - width * scale) / 2, (100 - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
}

static void
paint_drawn (MftMark *mark, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, mark->width, mark->height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  mark->draw (mark->data, cr);
  cairo_restore (cr);
}

void
_mft_mark_show_words (const MftMark *mark, MftCanvas *canvas, double scale)
{
  cairo_t *cr = mft_canvas_cairo (canvas);

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  mft_under_words_show (mark->words, canvas, mark->width, mark->height);
  cairo_restore (cr);
}

cairo_surface_t *
_mft_mark_new_picture (MftMark *mark, double scale)
{
  double dots = scale * MFT_MARK_DPI / 72;
  cairo_surface_t *picture = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (mark->width * dots), (int) ceil (mark->height * dots));
  cairo_t *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr); /* its edges may be parts of dots */
  cairo_scale (cr, dots, dots);
  paint_drawn (mark, cr);
  cairo_destroy (cr);
  return picture;
}

void
_mft_mark_draw_vector (MftMark *mark, cairo_t *cr)
{
  rsvg_handle_render_document (mark->vector, cr, &(RsvgRectangle){ 0, 0, 100, 100 }, NULL);
}

static void
draw_drawn (MftMark *mark, cairo_t *cr, double size)
{
  double scale = 100 / MAX (mark->width, mark->height);

  cairo_translate (cr, (100 - mark->width * scale) / 2, (100 - mark->height * scale) / 2);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    {
      cairo_scale (cr, scale, scale);
      paint_drawn (mark, cr);
      return;
    }
  if (mark->words != NULL)
    {
      g_autoptr (MftCanvas) canvas = mft_canvas_new_for (cr);
      _mft_mark_show_words (mark, canvas, scale);
    }
  cairo_surface_t *picture = _mft_mark_new_picture (mark, scale * size / 100);
  cairo_scale (cr, mark->width * scale / cairo_image_surface_get_width (picture),
               mark->height * scale / cairo_image_surface_get_height (picture));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (picture);
}

void
mft_mark_draw (MftMark *mark, cairo_t *cr, double x, double y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 100, size / 100);
  if (mark->image != NULL)
    draw_image (mark->image, cr);
  else if (mark->draw != NULL)
    draw_drawn (mark, cr, size);
  else if (mark->vector != NULL)
    _mft_mark_draw_vector (mark, cr);
  else
    {
      g_autoptr (MftCanvas) canvas = mft_canvas_new_for (cr);
      _mft_mark_draw_own (canvas);
    }
  cairo_restore (cr);
}
