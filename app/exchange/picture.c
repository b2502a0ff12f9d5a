/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/picture.h"

#include <string.h>

#define SIDE_MOST 20000

static guint
read_number (const guint8 *at, guint size)
{
  guint number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | at[i];
  return number;
}

/* Frames of JPEG begin with SOF0 to SOF15, but for the three that are none (ITU T.81 B.1.1.3). */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Segments one behind the other up to the frame. */
static gboolean
find_frame (const guint8 *data, gsize size, guint *across, guint *down)
{
  gsize at = 2;

  while (at + 9 < size && data[at] == 0xff)
    {
      guint length = read_number (data + at + 2, 2);
      if (is_frame (data[at + 1]))
        {
          *down = read_number (data + at + 5, 2);
          *across = read_number (data + at + 7, 2);
          return TRUE;
        }
      if (data[at + 1] == 0xff)
        at++; /* a fill byte */
      else if (length < 2)
        return FALSE;
      else
        at += 2 + length;
    }
  return FALSE;
}

gboolean
mft_picture_is_jpeg (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff;
}

gboolean
mft_picture_get_sides (GBytes *bytes, guint *across, guint *down)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  *across = *down = 0;
  if (size >= 24 && memcmp (data, png, sizeof png) == 0)
    {
      *across = read_number (data + 16, 4);
      *down = read_number (data + 20, 4);
    }
  else if (!mft_picture_is_jpeg (bytes) || !find_frame (data, size, across, down))
    return FALSE;
  return *across > 0 && *across <= SIDE_MOST && *down > 0 && *down <= SIDE_MOST;
}
