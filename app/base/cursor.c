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

guint8
mft_cursor_u8 (MftCursor *cursor)
{
  const guint8 *byte = mft_cursor_take (cursor, 1);

  return byte != NULL ? *byte : 0;
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
