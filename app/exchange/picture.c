/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/picture.h"

#include "draw/jpeg.h"

#include <string.h>

#define SIDE_MOST 20000

static guint
read_number (const guint8 *at)
{
  return (guint) at[0] << 24 | (guint) at[1] << 16 | (guint) at[2] << 8 | at[3];
}

gboolean
mft_picture_get_sides (GBytes *bytes, guint *across, guint *down)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  MftJpeg jpeg;

  *across = *down = 0;
  if (size >= 24 && memcmp (data, png, sizeof png) == 0)
    {
      *across = read_number (data + 16);
      *down = read_number (data + 20);
    }
  else if (mft_jpeg_read_head (bytes, &jpeg))
    {
      *across = jpeg.width;
      *down = jpeg.height;
    }
  return *across > 0 && *across <= SIDE_MOST && *down > 0 && *down <= SIDE_MOST;
}
