/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A bounded reader over bytes that came from outside. A read past the end sets `failed`, returns
 * zero and moves nothing; after that every read fails. So a parser may read a whole structure and
 * ask once. The bytes are borrowed. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize at;
  gboolean failed;
} MftCursor;

MftCursor mft_cursor (gconstpointer data, gsize size);

/* How many bytes are left; 0 after a failure. */
gsize mft_cursor_left (const MftCursor *cursor);

/* The next byte without moving, -1 at the end. */
int mft_cursor_peek (const MftCursor *cursor);

/* The byte `ahead` of the place without moving, -1 past the end. */
int mft_cursor_peek_at (const MftCursor *cursor, gsize ahead);

guint8 mft_cursor_u8 (MftCursor *cursor);

/* Returns the next `size` bytes, borrowed, and moves past them; NULL if there are fewer. */
const guint8 *mft_cursor_take (MftCursor *cursor, gsize size);

gboolean mft_cursor_skip (MftCursor *cursor, gsize size);

/* TRUE and past it, if the bytes here are `text`. */
gboolean mft_cursor_accept (MftCursor *cursor, const char *text);

/* Reads decimal digits (at least one, at most `digits_max`, no sign). Overflow fails. */
guint64 mft_cursor_decimal (MftCursor *cursor, guint digits_max);

G_END_DECLS
