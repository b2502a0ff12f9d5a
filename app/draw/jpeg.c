/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/jpeg.h"

#include "draw/pixbuf.h"

#define MARKER_APP14 0xee
#define MARKER_SCAN 0xda

static guint
read_number (const guint8 *at)
{
  return (guint) at[0] << 8 | at[1];
}

/* Frames begin with SOF0 to SOF15, but for the three that are none (ITU-T T.81, B.1.1.3). */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Readers take three colours for brightness and two differences, unless Adobe's segment says that they are
 * red, green and blue: `segment` behind its length, "Adobe", three numbers, how they were transformed. */
static gboolean
is_untransformed (const guint8 *segment, guint size)
{
  return size >= 12 && memcmp (segment, "Adobe", 5) == 0 && segment[11] == 0;
}

static void
read_frame (const guint8 *frame, guint8 marker, guint size, MftJpeg *jpeg)
{
  jpeg->height = read_number (frame + 1);
  jpeg->width = read_number (frame + 3);
  jpeg->colours = frame[5];
  /* Baseline, extended and progressive, coded by Huffman; components that are not called by letters. */
  jpeg->is_common = jpeg->is_common && frame[0] == 8 && marker <= 0xc2
                    && (jpeg->colours == 1 || jpeg->colours == 3) && size > 6 && frame[6] < 'A';
}

gboolean
mft_jpeg_is (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff;
}

/* Segments one behind the other up to the frame; fill bytes may stand before a marker. Adobe's segment comes
 * before the frame. */
gboolean
mft_jpeg_read_head (GBytes *bytes, MftJpeg *jpeg)
{
  gsize size, at = 2;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *jpeg = (MftJpeg){ .is_common = TRUE };
  if (!mft_jpeg_is (bytes))
    return FALSE;
  while (at + 10 < size && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      guint length = read_number (data + at + 2);
      const guint8 *segment = data + at + 4;
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (is_frame (marker))
        {
          read_frame (segment, marker, length < 2 ? 0 : length - 2, jpeg);
          return jpeg->width > 0 && jpeg->height > 0;
        }
      if (length < 2 || marker == MARKER_SCAN || length > size - at - 2)
        return FALSE;
      if (marker == MARKER_APP14 && is_untransformed (segment, length - 2))
        jpeg->is_common = FALSE;
      at += 2 + length;
    }
  return FALSE;
}

/* --- decoding --------------------------------------------------------------------------------------- */

static cairo_surface_t *
copy_dots (GdkPixbuf *from)
{
  int width = gdk_pixbuf_get_width (from), height = gdk_pixbuf_get_height (from);
  int channels = gdk_pixbuf_get_n_channels (from), stride = gdk_pixbuf_get_rowstride (from);
  const guint8 *dots = gdk_pixbuf_read_pixels (from);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  for (int y = 0; y < height; y++)
    {
      const guint8 *dot = dots + (gsize) y * (gsize) stride;
      guint32 *row = (guint32 *) (cairo_image_surface_get_data (surface)
                                  + y * cairo_image_surface_get_stride (surface));
      for (int x = 0; x < width; x++, dot += channels)
        row[x] = (guint32) dot[0] << 16 | (guint32) dot[1] << 8 | dot[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

cairo_surface_t *
mft_jpeg_decode (GBytes *bytes)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (loader == NULL)
    return NULL;
  gboolean whole = gdk_pixbuf_loader_write (loader, data, size, NULL);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  GdkPixbuf *dots = whole ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  return dots != NULL ? copy_dots (dots) : NULL;
}
