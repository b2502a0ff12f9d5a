/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remote/body.h"

#include <string.h>

#include "base/secret.h"

#define FIRST_ROOM 4096
#define BASE64_PIECE 3000 /* a multiple of three */

typedef struct
{
  char *bytes;
  gsize size;
} Wiped;

static void
wiped_free (gpointer data)
{
  Wiped *wiped = data;

  mft_wipe (wiped->bytes, wiped->size);
  g_free (wiped->bytes);
  g_free (wiped);
}

void
mft_body_clear (MftBody *body)
{
  if (body->bytes != NULL)
    mft_wipe (body->bytes, body->size);
  g_clear_pointer (&body->bytes, g_free);
  body->size = body->room = 0;
}

/* realloc would leave the old copy behind. */
static void
make_room (MftBody *body, gsize more)
{
  gsize room = MAX (body->room, FIRST_ROOM);
  char *bytes;

  while (room - body->size < more)
    room *= 2;
  if (room == body->room)
    return;
  bytes = g_malloc (room);
  if (body->size > 0)
    {
      memcpy (bytes, body->bytes, body->size);
      mft_wipe (body->bytes, body->size);
    }
  g_free (body->bytes);
  body->bytes = bytes;
  body->room = room;
}

void
mft_body_append (MftBody *body, gconstpointer bytes, gsize size)
{
  make_room (body, size);
  if (size > 0)
    memcpy (body->bytes + body->size, bytes, size);
  body->size += size;
}

void
mft_body_append_text (MftBody *body, const char *text)
{
  mft_body_append (body, text, strlen (text));
}

static void
append_escaped (MftBody *body, const char *text)
{
  for (; *text != '\0'; text++)
    {
      guchar letter = (guchar) *text;
      if (letter == '"' || letter == '\\')
        mft_body_append (body, "\\", 1);
      if (letter >= 0x20)
        mft_body_append (body, text, 1);
      else
        {
          static const char digits[] = "0123456789abcdef";
          const char escape[6] = { '\\', 'u', '0', '0', digits[letter >> 4], digits[letter & 15] };
          mft_body_append (body, escape, sizeof escape);
        }
    }
}

void
mft_body_append_member (MftBody *body, const char *key, const char *value)
{
  if (body->size > 0 && strchr ("{[", body->bytes[body->size - 1]) == NULL)
    mft_body_append_text (body, ",");
  mft_body_append_text (body, "\"");
  mft_body_append_text (body, key);
  mft_body_append_text (body, "\":\"");
  append_escaped (body, value);
  mft_body_append_text (body, "\"");
}

void
mft_body_append_base64 (MftBody *body, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += BASE64_PIECE)
    {
      g_autofree char *piece = g_base64_encode (data + at, MIN (BASE64_PIECE, size - at));
      mft_body_append_text (body, piece);
    }
}

GBytes *
mft_body_steal (MftBody *body)
{
  Wiped *wiped = g_new (Wiped, 1);

  *wiped = (Wiped){ g_steal_pointer (&body->bytes), body->size };
  body->size = body->room = 0;
  return g_bytes_new_with_free_func (wiped->bytes, wiped->size, wiped_free, wiped);
}
