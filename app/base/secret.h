/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A passphrase or key in OpenSSL's secure heap: locked, outside core dumps, wiped when the last
 * reference goes. Never printed, stored or passed as a property. Immutable, any thread. */
typedef struct MftSecret MftSecret;

/* Opens the secure heap (256 KiB) and, in release builds, makes the process undumpable. Once, from
 * mft_engine_init(). A heap that cannot be locked is told on standard error, not fatal. */
void mft_secret_init (void);

MftSecret *mft_secret_new (const char *bytes, gsize size);

/* Reads the first line of a file ("-": standard input), without its line end; at most 1,024 bytes.
 * Errors: G_FILE_ERROR; G_FILE_ERROR_INVAL if the line is empty or longer. */
MftSecret *mft_secret_new_from_file (const char *path, GError **error);

MftSecret *mft_secret_ref (MftSecret *secret);
void mft_secret_unref (MftSecret *secret);

/* NUL-terminated; the bytes may hold NUL before the end. Borrowed. */
const char *mft_secret_peek (const MftSecret *secret);
gsize mft_secret_size (const MftSecret *secret);

/* Overwrites memory that is about to be given back, past the optimiser. */
void mft_wipe (gpointer bytes, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSecret, mft_secret_unref)

G_END_DECLS
