/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MFT_SHA256_SIZE 32

void mft_sha256 (gconstpointer data, gsize size, guint8 digest[MFT_SHA256_SIZE]);

/* Lower-case hexadecimal. Owned by the caller. */
char *mft_sha256_hex (gconstpointer data, gsize size);
char *mft_hex (gconstpointer data, gsize size);

/* SHA-256 of a whole file in constant memory, as hexadecimal. Errors: G_FILE_ERROR. */
char *mft_sha256_hex_of_file (const char *path, GError **error);

/* Equal length and equal bytes, in time that depends on the length only. */
gboolean mft_bytes_equal (gconstpointer a, gsize a_size, gconstpointer b, gsize b_size);

G_END_DECLS
