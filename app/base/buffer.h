/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A growing byte buffer that is born with a limit. Going over it sets `full`, keeps what was there
 * and takes nothing more; so a writer may write everything and ask once. */
typedef struct
{
  GByteArray *bytes;
  gsize limit;
  gboolean full;
} MftBuffer;

void mft_buffer_init (MftBuffer *buffer, gsize limit);
void mft_buffer_clear (MftBuffer *buffer);

gboolean mft_buffer_append (MftBuffer *buffer, gconstpointer data, gsize size);
gboolean mft_buffer_append_text (MftBuffer *buffer, const char *text);

/* Numbers only through %d, %u, %x and their long forms: never %f (the locale's comma). */
gboolean mft_buffer_append_printf (MftBuffer *buffer, const char *format, ...) G_GNUC_PRINTF (2, 3);

gsize mft_buffer_size (const MftBuffer *buffer);
const guint8 *mft_buffer_data (const MftBuffer *buffer);

/* Takes the bytes out; the buffer is empty afterwards and can be used again. */
GBytes *mft_buffer_steal (MftBuffer *buffer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MftBuffer, mft_buffer_clear)

G_END_DECLS
