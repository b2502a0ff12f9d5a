/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pki/tlv.h"

#define DEPTH_MOST 32

static gboolean read_element (MftCursor *cursor, MftTlv *element, guint depth);

/* Moves past the elements of an indefinite length and its end mark. */
static gboolean
skip_to_end_mark (MftCursor *cursor, guint depth)
{
  MftTlv inner;

  while (!cursor->failed)
    {
      if (mft_cursor_peek (cursor) == 0 && mft_cursor_peek_at (cursor, 1) == 0)
        return mft_cursor_skip (cursor, 2);
      if (!read_element (cursor, &inner, depth + 1))
        return FALSE;
    }
  return FALSE;
}

static gsize
read_length (MftCursor *cursor, guint8 first)
{
  gsize length = 0;

  if (first < 0x80)
    return first;
  if ((first & 0x7f) > 4)
    cursor->failed = TRUE;
  for (guint i = 0; i < (first & 0x7fu) && !cursor->failed; i++)
    length = length << 8 | mft_cursor_u8 (cursor);
  return length;
}

static gboolean
read_element (MftCursor *cursor, MftTlv *element, guint depth)
{
  gsize start = cursor->at;
  guint8 length;

  element->tag = mft_cursor_u8 (cursor);
  length = mft_cursor_u8 (cursor);
  element->definite = length != 0x80;
  if (depth > DEPTH_MOST || (element->tag & 0x1f) == 0x1f
      || (!element->definite && (element->tag & 0x20) == 0))
    cursor->failed = TRUE;
  if (element->definite)
    element->size = read_length (cursor, length);
  element->content = cursor->failed ? NULL : cursor->data + cursor->at;
  if (element->definite)
    mft_cursor_skip (cursor, element->size);
  else if (skip_to_end_mark (cursor, depth))
    element->size = (gsize) (cursor->data + cursor->at - 2 - element->content);
  else
    cursor->failed = TRUE;
  if (cursor->failed)
    return FALSE;
  element->whole = cursor->data + start;
  element->whole_size = cursor->at - start;
  return TRUE;
}

gboolean
mft_tlv_read (MftCursor *cursor, MftTlv *element)
{
  *element = (MftTlv){ 0 };
  return read_element (cursor, element, 0);
}

gboolean
mft_tlv_accept (MftCursor *cursor, guint8 tag, MftTlv *element)
{
  return mft_cursor_peek (cursor) == tag && mft_tlv_read (cursor, element);
}

MftCursor
mft_tlv_open (const MftTlv *element)
{
  return mft_cursor (element->content, element->size);
}
