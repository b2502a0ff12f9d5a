/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/packed.h"

#include <gio/gio.h>

#include "base/buffer.h"

#include "store/error.h"

#define PIECE 65536

static GInputStream *
convert (GBytes *bytes, GConverter *converter)
{
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);

  return g_converter_input_stream_new (plain, converter);
}

/* NULL: damaged, or more than `limit`. */
static GBytes *
read_all (GInputStream *stream, gsize limit)
{
  g_auto (MftBuffer) buffer = { 0 };
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize size;

  mft_buffer_init (&buffer, limit);
  while ((size = g_input_stream_read (stream, piece, PIECE, NULL, NULL)) > 0)
    if (!mft_buffer_append (&buffer, piece, (gsize) size))
      return NULL;
  return size == 0 ? mft_buffer_steal (&buffer) : NULL;
}

GBytes *
mft_pack (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GInputStream) stream = convert (bytes, G_CONVERTER (compressor));

  return read_all (stream, G_MAXSIZE);
}

GBytes *
mft_unpack (GBytes *packed, gsize limit, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor
      = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = convert (packed, G_CONVERTER (decompressor));
  GBytes *bytes = read_all (stream, limit);

  if (bytes == NULL)
    g_set_error (error, MFT_STORE_ERROR, MFT_STORE_ERROR_DAMAGED, "a version cannot be unpacked");
  return bytes;
}
