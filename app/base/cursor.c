/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/cursor.h"

MftCursor
mft_cursor (gconstpointer data, gsize size)
{
  return (MftCursor){ .data = data, .size = data != NULL ? size : 0 };
}

gsize
mft_cursor_left (const MftCursor *cursor)
{
  return cursor->failed ? 0 : cursor->size - cursor->at;
}

int
mft_cursor_peek (const MftCursor *cursor)
{
  return mft_cursor_peek_at (cursor, 0);
}

int
mft_cursor_peek_at (const MftCursor *cursor, gsize ahead)
{
  return ahead < mft_cursor_left (cursor) ? cursor->data[cursor->at + ahead] : -1;
}

const guint8 *
mft_cursor_take (MftCursor *cursor, gsize size)
{
  if (mft_cursor_left (cursor) < size)
    {
      cursor->failed = TRUE;
      return NULL;
    }
  const guint8 *taken = cursor->data + cursor->at;
  cursor->at += size;
  return taken;
}

gboolean
mft_cursor_skip (MftCursor *cursor, gsize size)
{
  return mft_cursor_take (cursor, size) != NULL;
}

static guint32
read_bytes (MftCursor *cursor, gsize size, gboolean big_endian)
{
  const guint8 *bytes = mft_cursor_take (cursor, size);
  guint32 value = 0;

  for (gsize i = 0; bytes != NULL && i < size; i++)
    value = (value << 8) | bytes[big_endian ? i : size - 1 - i];
  return value;
}

guint8
mft_cursor_u8 (MftCursor *cursor)
{
  return (guint8) read_bytes (cursor, 1, TRUE);
}

guint16
mft_cursor_u16_le (MftCursor *cursor)
{
  return (guint16) read_bytes (cursor, 2, FALSE);
}

guint32
mft_cursor_u32_le (MftCursor *cursor)
{
  return read_bytes (cursor, 4, FALSE);
}

guint32
mft_cursor_u32_be (MftCursor *cursor)
{
  return read_bytes (cursor, 4, TRUE);
}

gboolean
mft_cursor_accept (MftCursor *cursor, const char *text)
{
  gsize size = strlen (text);

  if (mft_cursor_left (cursor) < size || memcmp (cursor->data + cursor->at, text, size) != 0)
    return FALSE;
  cursor->at += size;
  return TRUE;
}

guint64
mft_cursor_decimal (MftCursor *cursor, guint digits_max)
{
  guint64 value = 0;
  guint digits = 0;

  for (int c; (c = mft_cursor_peek (cursor)) >= '0' && c <= '9'; cursor->at++, digits++)
    if (digits == digits_max || !g_uint64_checked_mul (&value, value, 10)
        || !g_uint64_checked_add (&value, value, (guint64) (c - '0')))
      {
        cursor->failed = TRUE;
        return 0;
      }
  if (digits == 0)
    cursor->failed = TRUE;
  return value;
}
