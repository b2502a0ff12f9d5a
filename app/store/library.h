/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

#include "store/error.h"
#include "store/library-version.h"
#include "store/status.h"

G_BEGIN_DECLS

/* The working copies of a person's agreements, in SQLite (DESIGN.md §3): the truth while one works; a
 * file is only read from and written to when asked. One process at a time writes; one thread.
 * Errors everywhere: MFT_STORE_ERROR, and those named. */
typedef struct MftLibrary MftLibrary;

typedef struct
{
  char *id;
  char *title;
  char *number;  /* of every party, those that are known; "" */
  char *parties; /* their names; "" */
  MftStatus status;
  gint64 changed; /* microseconds since 1970 */
} MftLibraryEntry;

/* Opens or makes "pustaka.db" in `folder`. Errors: G_FILE_ERROR; BUSY while another process writes. */
MftLibrary *mft_library_open (const char *folder, GError **error);

/* Opens it to read only: beside another process, or in a folder that cannot be written. */
MftLibrary *mft_library_open_reading (const char *folder, GError **error);

/* For writing, or where that cannot be, to read only: then `reason` (may be NULL) says why. */
MftLibrary *mft_library_open_or_read (const char *folder, GError **reason, GError **error);
gboolean mft_library_is_read_only (MftLibrary *library);
void mft_library_close (MftLibrary *library);

/* Takes an agreement in as a new working copy, of MFT_LIBRARY_FIRST_REVISION. Returns its id, owned by
 * the caller. */
#define MFT_LIBRARY_FIRST_REVISION 1
char *mft_library_add (MftLibrary *library, MftAgreement *agreement, GError **error);

/* Takes a copy of one in as a new draft: the same text, without numbers, place and date. Returns its
 * id, owned by the caller. */
char *mft_library_duplicate (MftLibrary *library, const char *id, GError **error);

/* `revision` (may be NULL) is what mft_library_save() asks for; the agreement is locked as its status
 * says, and what was done in it before can be undone. Errors: MISSING; those of the reader. */
MftAgreement *mft_library_load (MftLibrary *library, const char *id, gint64 *revision,
                                GError **error);

/* Saves a working copy: all of it or nothing. `revision`: what was loaded or saved last; set anew. If
 * somebody else saved meanwhile, nothing of theirs is overwritten: the words are kept as a version
 * (MFT_VERSION_CONFLICT), and the error is CHANGED. Errors: MISSING if it was removed. */
gboolean mft_library_save (MftLibrary *library, const char *id, MftAgreement *agreement,
                           gint64 *revision, GError **error);

/* Where an agreement stands. Errors: MFT_STATUS_ERROR; MISSING. Going on to FINAL keeps a version. */
gboolean mft_library_get_status (MftLibrary *library, const char *id, MftStatus *status,
                                 GError **error);
gboolean mft_library_set_status (MftLibrary *library, const char *id, MftStatus status,
                                 GError **error);

/* Takes it out of the register; it can be brought back until the library is closed. Errors:
 * MISSING. */
gboolean mft_library_remove (MftLibrary *library, const char *id, GError **error);
gboolean mft_library_bring_back (MftLibrary *library, const char *id, GError **error);

/* Remembers that this file (SHA-256, hexadecimal) holds the agreement's pages; and whose pages a file
 * holds: an id owned by the caller, or NULL without error. */
gboolean mft_library_note_document (MftLibrary *library, const char *sha256, const char *id,
                                    GError **error);
char *mft_library_find_document (MftLibrary *library, const char *sha256, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLibrary, mft_library_close)

G_END_DECLS
