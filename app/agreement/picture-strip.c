/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement/picture-strip.h"

#include <string.h>

#include "base/cursor.h"

/* --- PNG: chunks of length, type, data, checksum (ISO/IEC 15948, 5.3) ------------------------------- */

/* Those that are needed for the picture, and those that say how its dots look. */
static gboolean
png_keeps (const guint8 *type)
{
  static const char *const kept[]
      = { "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD" };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (memcmp (type, kept[i], 4) == 0)
      return TRUE;
  return memcmp (type, "IHDR", 4) == 0 || memcmp (type, "IDAT", 4) == 0
         || memcmp (type, "IEND", 4) == 0;
}

static gboolean
strip_png (MftCursor *cursor, GByteArray *kept)
{
  const guint8 *signature = mft_cursor_take (cursor, 8);

  if (signature == NULL)
    return FALSE;
  g_byte_array_append (kept, signature, 8);
  while (!cursor->failed)
    {
      gsize length = 0;
      const guint8 *start = cursor->data + cursor->at;
      for (guint i = 0; i < 4; i++)
        length = length << 8 | mft_cursor_u8 (cursor);
      const guint8 *type = mft_cursor_take (cursor, 4);
      if (type == NULL || !mft_cursor_skip (cursor, length) || !mft_cursor_skip (cursor, 4))
        return FALSE;
      if (png_keeps (type))
        g_byte_array_append (kept, start, (guint) (length + 12));
      if (memcmp (type, "IEND", 4) == 0)
        return TRUE;
    }
  return FALSE;
}

/* --- JPEG: markers, most with a segment behind (ITU-T T.81, B.1) ------------------------------------- */

enum
{
  JPEG_TEM = 0x01,
  JPEG_RST0 = 0xd0,
  JPEG_RST7 = 0xd7,
  JPEG_SOI = 0xd8,
  JPEG_EOI = 0xd9,
  JPEG_SOS = 0xda,
  JPEG_APP0 = 0xe0,
  JPEG_APP15 = 0xef,
  JPEG_COM = 0xfe,
};

/* Of what applications add: JFIF's resolution, the colour profile, Adobe's colour transform. */
static gboolean
jpeg_keeps (guint8 marker, const guint8 *data, gsize size)
{
  static const char profile[] = "ICC_PROFILE";

  if (marker == JPEG_APP0)
    return size >= 5 && memcmp (data, "JFIF", 5) == 0;
  if (marker == JPEG_APP0 + 2)
    return size >= sizeof profile && memcmp (data, profile, sizeof profile) == 0;
  if (marker == JPEG_APP0 + 14)
    return size >= 5 && memcmp (data, "Adobe", 5) == 0;
  return marker != JPEG_COM && (marker < JPEG_APP0 || marker > JPEG_APP15);
}

/* Others have no length: two of them stand among the dots of a scan only. */
static gboolean
begins_segment (guint8 marker)
{
  return marker > JPEG_TEM && (marker < JPEG_RST0 || marker > JPEG_SOI);
}

/* The coded dots of a scan: up to the next marker that is no restart. */
static void
copy_scan (MftCursor *cursor, GByteArray *kept)
{
  gsize start = cursor->at;

  while (mft_cursor_left (cursor) > 1)
    {
      int next = mft_cursor_peek_at (cursor, 1);
      if (mft_cursor_peek (cursor) == 0xff && next != 0 && next != 0xff
          && (next < JPEG_RST0 || next > JPEG_RST7))
        break;
      mft_cursor_skip (cursor, 1);
    }
  g_byte_array_append (kept, cursor->data + start, (guint) (cursor->at - start));
}

static gboolean
strip_jpeg (MftCursor *cursor, GByteArray *kept)
{
  static const guint8 end[] = { 0xff, JPEG_EOI };
  const guint8 *begin = mft_cursor_take (cursor, 2);

  if (begin == NULL)
    return FALSE;
  g_byte_array_append (kept, begin, 2);
  while (mft_cursor_u8 (cursor) == 0xff && !cursor->failed)
    {
      const guint8 *start = cursor->data + cursor->at;
      guint8 marker = mft_cursor_u8 (cursor);
      if (marker == 0xff) /* a fill byte; the marker is behind it */
        {
          cursor->at--;
          continue;
        }
      if (marker == JPEG_EOI)
        {
          g_byte_array_append (kept, end, sizeof end);
          return TRUE;
        }
      if (!begins_segment (marker))
        return FALSE;
      gsize length = (gsize) mft_cursor_u8 (cursor) << 8;
      length |= mft_cursor_u8 (cursor);
      const guint8 *data = length >= 2 ? mft_cursor_take (cursor, length - 2) : NULL;
      if (data == NULL)
        return FALSE;
      if (jpeg_keeps (marker, data, length - 2))
        {
          g_byte_array_append (kept, end, 1);
          g_byte_array_append (kept, start, (guint) (length + 1));
        }
      if (marker == JPEG_SOS)
        copy_scan (cursor, kept);
    }
  return FALSE;
}

GBytes *
mft_picture_strip (GBytes *picture, MftAssetKind kind)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (picture, &size);
  MftCursor cursor = mft_cursor (data, size);
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  gboolean whole = FALSE;

  switch (kind)
    {
    case MFT_ASSET_PNG:
      whole = strip_png (&cursor, kept);
      break;
    case MFT_ASSET_JPEG:
      whole = strip_jpeg (&cursor, kept);
      break;
    case MFT_ASSET_PDF:
      break;
    }
  return whole ? g_byte_array_free_to_bytes (g_steal_pointer (&kept)) : g_bytes_ref (picture);
}
