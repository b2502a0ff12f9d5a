/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

#include "store/error.h"

G_BEGIN_DECLS

/* The working copies of a person's agreements, in SQLite (DESIGN.md §3): the truth while one works; a
 * file is only read from and written to when asked. One process at a time; one thread. */
typedef struct MftLibrary MftLibrary;

typedef struct
{
  char *id;
  char *title;
  gint64 changed; /* microseconds since 1970 */
} MftLibraryEntry;

/* Opens or makes "pustaka.db" in `folder`. Errors: MFT_STORE_ERROR, G_FILE_ERROR. */
MftLibrary *mft_library_open (const char *folder, GError **error);
void mft_library_close (MftLibrary *library);

/* Takes an agreement in as a new working copy. Returns its id, owned by the caller. */
char *mft_library_add (MftLibrary *library, MftAgreement *agreement, GError **error);

/* Saves a working copy: all of it or nothing. Errors: MFT_STORE_ERROR_MISSING if it was removed. */
gboolean mft_library_save (MftLibrary *library, const char *id, MftAgreement *agreement,
                           GError **error);

MftAgreement *mft_library_load (MftLibrary *library, const char *id, GError **error);

/* Last changed first; an array of MftLibraryEntry, owned by the caller. */
GPtrArray *mft_library_list (MftLibrary *library, GError **error);

gboolean mft_library_remove (MftLibrary *library, const char *id, GError **error);

void mft_library_entry_free (MftLibraryEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLibrary, mft_library_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLibraryEntry, mft_library_entry_free)

G_END_DECLS
