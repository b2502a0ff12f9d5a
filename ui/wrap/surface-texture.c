/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/surface-texture.h"

/* Red, green and blue: GTK 4.8 without OpenGL converts a texture whenever its widget is in a frame,
 * cairo's own format by way of floating point, which takes seven times as long as this one. */
#define CHANNELS 3

/* Red and blue are added up in one number: their sums do not reach each other. */
static inline void
shrink (const guint32 *pixels, gsize stride, int width, int height, int oversampling, guchar *to)
{
  const guint32 count = (guint32) (oversampling * oversampling);

  for (int y = 0; y < height; y++, pixels += stride * (gsize) oversampling)
    for (int x = 0; x < width; x++, to += CHANNELS)
      {
        guint32 red_blue = 0, green = 0;
        for (int i = 0; i < oversampling; i++)
          for (int j = 0; j < oversampling; j++)
            {
              guint32 pixel = pixels[stride * (gsize) i + (gsize) (x * oversampling + j)];
              red_blue += pixel & 0xff00ff;
              green += pixel >> 8 & 0xff;
            }
        to[0] = (guchar) ((red_blue >> 16) / count);
        to[1] = (guchar) (green / count);
        to[2] = (guchar) ((red_blue & 0xffff) / count);
      }
}

GdkTexture *
mft_surface_texture_new (cairo_surface_t *surface, int oversampling)
{
  const int width = cairo_image_surface_get_width (surface) / oversampling;
  const int height = cairo_image_surface_get_height (surface) / oversampling;
  const gsize size = (gsize) width * (gsize) height * CHANNELS;
  guchar *data = g_malloc (size);

  cairo_surface_flush (surface);
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface) / sizeof *pixels;
  if (oversampling == 2) /* the compiler makes each of them fast */
    shrink (pixels, stride, width, height, 2, data);
  else
    shrink (pixels, stride, width, height, oversampling, data);
  cairo_surface_destroy (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, bytes, (gsize) width * CHANNELS);
}
