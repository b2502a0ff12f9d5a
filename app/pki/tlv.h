/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/cursor.h"

G_BEGIN_DECLS

/* One element of BER, borrowed from the bytes it was read from. OpenSSL's structures forget the
 * bytes as they stood; those are what a signature was made over. */
typedef struct
{
  guint8 tag;
  const guint8 *whole;
  gsize whole_size;
  const guint8 *content;
  gsize size;
  gboolean definite;
} MftTlv;

/* Reads the element here and moves past it. FALSE, and the cursor failed, at the end, for tags of
 * more than a byte, for lengths beyond the bytes and for nesting deeper than 32. */
gboolean mft_tlv_read (MftCursor *cursor, MftTlv *element);

/* The same if its tag is `tag`; otherwise FALSE and nothing moves. */
gboolean mft_tlv_accept (MftCursor *cursor, guint8 tag, MftTlv *element);

/* A cursor over the content. */
MftCursor mft_tlv_open (const MftTlv *element);

G_END_DECLS
