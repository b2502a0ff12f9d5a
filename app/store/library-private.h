/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"
#include "store/library.h"

G_BEGIN_DECLS

extern const MftSchema _mft_library_schema;

/* What the room's own files may touch. */
struct MftLibrary
{
  sqlite3 *database;
  char *path;
  int lock;
  gboolean read_only;
};

/* Refuses to change what is open to read only. */
gboolean _mft_library_check_writable (MftLibrary *library, GError **error);

/* Sets MFT_STORE_ERROR_MISSING. Always FALSE. */
gboolean _mft_library_fail_missing (const char *id, GError **error);

/* The saved text of an agreement, owned by the caller. */
GBytes *_mft_library_naskah (MftLibrary *library, const char *id, GError **error);

/* Inside a transaction: puts the saved text away as an automatic version if the last version is old
 * enough, and lets some old ones go. */
gboolean _mft_library_keep_automatic (MftLibrary *library, const char *id, GError **error);

/* Inside a transaction: keeps a text as a version. */
gboolean _mft_library_insert_version (MftLibrary *library, const char *id, MftVersionKind kind,
                                      const char *name, GBytes *naskah, GError **error);

/* What all parties have of `suffix`, joined. Owned by the caller. */
char *_mft_library_join_parties (MftAgreement *agreement, const char *suffix);

/* Brings what is searched up to what was saved. */
gboolean _mft_library_index (MftLibrary *library, GError **error);

G_END_DECLS
