/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a file or of memory, read through a window of 64 KiB: constant memory, and no mapping
 * that a shrinking file on a network share could turn into a crash. One thread at a time. */
typedef struct MftByteSource MftByteSource;

/* `fd` is duplicated and read with pread; its size is what it is now. */
MftByteSource *mft_byte_source_new_fd (int fd, GError **error);
MftByteSource *mft_byte_source_new_file (const char *path, GError **error);
MftByteSource *mft_byte_source_new_bytes (GBytes *bytes);

MftByteSource *mft_byte_source_ref (MftByteSource *source);
void mft_byte_source_unref (MftByteSource *source);

goffset mft_byte_source_size (const MftByteSource *source);

/* The byte at `at`, -1 outside the source or where reading fails. */
int mft_byte_source_byte (MftByteSource *source, goffset at);

/* The bytes from `at` on that are in view, `size` of them; NULL where mft_byte_source_byte() gives
 * -1. Borrowed until the next read of any kind. */
const guint8 *mft_byte_source_view (MftByteSource *source, goffset at, gsize *size);

/* Whether the bytes at `at` are `text`. */
gboolean mft_byte_source_holds (MftByteSource *source, goffset at, const char *text);

/* Reads exactly `size` bytes. Errors: MFT_PDF_ERROR_UNREADABLE. */
gboolean mft_byte_source_read (MftByteSource *source, goffset at, gpointer to, gsize size,
                               GError **error);

/* The same, as new memory; `size` is checked against `limit` (MFT_PDF_ERROR_LIMIT). */
GBytes *mft_byte_source_read_bytes (MftByteSource *source, goffset at, goffset size, gsize limit,
                                    GError **error);

/* Where `text` stands last before `before`, looking back at most `distance` bytes; else -1. */
goffset mft_byte_source_find_last (MftByteSource *source, const char *text, goffset before,
                                   goffset distance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftByteSource, mft_byte_source_unref)

G_END_DECLS
