/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/pdf/pdf-picture.h"

/* Dots of 32 bits, whatever the picture has; owned by the caller. */
static cairo_surface_t *
plain_dots (cairo_surface_t *picture)
{
  cairo_format_t format = cairo_image_surface_get_format (picture);

  cairo_surface_flush (picture);
  if (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24)
    return cairo_surface_reference (picture);
  cairo_surface_t *plain
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (picture),
                                    cairo_image_surface_get_height (picture));
  cairo_t *cr = cairo_create (plain);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (plain);
  return plain;
}

/* cairo's colours are multiplied by how opaque the dot is. */
static guint8
colour_of (guint32 dot, guint shift, guint opaque)
{
  guint colour = (dot >> shift) & 0xff;

  return (guint8) (opaque == 0 ? 0 : MIN (255, (colour * 255 + opaque / 2) / opaque));
}

/* Into bytes of colours and, one a dot, of how opaque it is. Returns whether all are. */
static gboolean
split (cairo_surface_t *dots, guint8 *colours, guint8 *opacity)
{
  int width = cairo_image_surface_get_width (dots), height = cairo_image_surface_get_height (dots);
  gboolean has_alpha = cairo_image_surface_get_format (dots) == CAIRO_FORMAT_ARGB32;
  gboolean all_opaque = TRUE;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (dots)
                                              + y * cairo_image_surface_get_stride (dots));
      for (int x = 0; x < width; x++)
        {
          guint opaque = has_alpha ? row[x] >> 24 : 255;
          for (int shift = 16; shift >= 0; shift -= 8)
            *colours++ = colour_of (row[x], (guint) shift, opaque);
          *opacity++ = (guint8) opaque;
          all_opaque = all_opaque && opaque == 255;
        }
    }
  return all_opaque;
}

/* `more`: entries of the dictionary. */
static guint
write_samples (MftPdfObjects *objects, cairo_surface_t *dots, const char *more,
               const guint8 *samples, gsize size)
{
  guint number = mft_pdf_objects_reserve (objects);
  g_autofree char *entries = g_strdup_printf (
      "/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 %s",
      cairo_image_surface_get_width (dots), cairo_image_surface_get_height (dots), more);

  mft_pdf_objects_write_stream (objects, number, entries, samples, size);
  return number;
}

guint
mft_pdf_picture_write (MftPdfObjects *objects, cairo_surface_t *picture)
{
  cairo_surface_t *dots = plain_dots (picture);
  gsize count = (gsize) cairo_image_surface_get_width (dots)
                * (gsize) cairo_image_surface_get_height (dots);
  g_autofree guint8 *colours = g_malloc (count * 3);
  g_autofree guint8 *opacity = g_malloc (count);
  g_autofree char *more = NULL;

  if (split (dots, colours, opacity))
    more = g_strdup ("/ColorSpace /DeviceRGB");
  else
    more = g_strdup_printf (
        "/ColorSpace /DeviceRGB /SMask %u 0 R",
        write_samples (objects, dots, "/ColorSpace /DeviceGray", opacity, count));
  guint number = write_samples (objects, dots, more, colours, count * 3);
  cairo_surface_destroy (dots);
  return number;
}

guint
mft_pdf_picture_write_jpeg (MftPdfObjects *objects, GBytes *bytes, const MftJpeg *jpeg)
{
  guint number = mft_pdf_objects_reserve (objects);
  g_autofree char *entries = g_strdup_printf (
      "/Type /XObject /Subtype /Image /Width %u /Height %u /BitsPerComponent 8 /ColorSpace /%s "
      "/Filter /DCTDecode",
      jpeg->width, jpeg->height, jpeg->colours == 1 ? "DeviceGray" : "DeviceRGB");

  mft_pdf_objects_write_raw_stream (objects, number, entries, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes));
  return number;
}
