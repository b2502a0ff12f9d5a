/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/buffer.h"

void
mft_buffer_init (MftBuffer *buffer, gsize limit)
{
  *buffer = (MftBuffer){ .bytes = g_byte_array_new (), .limit = MIN (limit, G_MAXUINT / 2) };
}

void
mft_buffer_clear (MftBuffer *buffer)
{
  g_clear_pointer (&buffer->bytes, g_byte_array_unref);
}

gboolean
mft_buffer_append (MftBuffer *buffer, gconstpointer data, gsize size)
{
  if (buffer->full || size > buffer->limit - buffer->bytes->len)
    {
      buffer->full = TRUE;
      return FALSE;
    }
  if (size > 0)
    g_byte_array_append (buffer->bytes, data, (guint) size);
  return TRUE;
}

gboolean
mft_buffer_append_text (MftBuffer *buffer, const char *text)
{
  return mft_buffer_append (buffer, text, strlen (text));
}

gboolean
mft_buffer_append_printf (MftBuffer *buffer, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  return mft_buffer_append_text (buffer, text);
}

gsize
mft_buffer_size (const MftBuffer *buffer)
{
  return buffer->bytes->len;
}

const guint8 *
mft_buffer_data (const MftBuffer *buffer)
{
  return buffer->bytes->data;
}

GBytes *
mft_buffer_steal (MftBuffer *buffer)
{
  GBytes *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&buffer->bytes));

  buffer->bytes = g_byte_array_new ();
  buffer->full = FALSE;
  return bytes;
}
