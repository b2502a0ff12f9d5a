/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that appears under its name whole or not at all. It is written without a name in the
 * target's folder (O_TMPFILE; a hidden name where the file system has none), mode 0600, synced, and
 * takes its name in mft_safe_file_commit(). Dropping it before leaves nothing behind, also after
 * kill -9. All errors are G_FILE_ERROR with the target's path in the text. */
typedef struct MftSafeFile MftSafeFile;

MftSafeFile *mft_safe_file_new (const char *path, GError **error);

/* The descriptor, for reading back and for writers that need one; owned by the file. */
int mft_safe_file_fd (MftSafeFile *file);

gboolean mft_safe_file_write (MftSafeFile *file, gconstpointer data, gsize size, GError **error);

/* Syncs and gives the name. Without `replace` an existing file is kept: G_FILE_ERROR_EXIST. */
gboolean mft_safe_file_commit (MftSafeFile *file, gboolean replace, GError **error);

void mft_safe_file_free (MftSafeFile *file);

/* The whole of it in one call. */
gboolean mft_safe_file_save (const char *path, gconstpointer data, gsize size, gboolean replace,
                             GError **error);

/* Whether both names lead to one file that is there. */
gboolean mft_file_is_same (const char *path, const char *other_path);

/* Reads a whole file of at most `limit` bytes. Errors: G_FILE_ERROR; _NOMEM over the limit. */
GBytes *mft_file_read (const char *path, gsize limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSafeFile, mft_safe_file_free)

G_END_DECLS
