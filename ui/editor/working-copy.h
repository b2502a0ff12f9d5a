/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/library.h"

G_BEGIN_DECLS

/* An agreement that is worked on, and its place in the person's library. There is no save button:
 * every change is in the library within a second. A file from outside is copied and never written.
 *
 * Property "state" (int): an MftWorkingCopyState. Property "status" (int): an MftStatus. */
#define MFT_TYPE_WORKING_COPY (mft_working_copy_get_type ())
G_DECLARE_FINAL_TYPE (MftWorkingCopy, mft_working_copy, MFT, WORKING_COPY, GObject)

typedef enum
{
  MFT_WORKING_COPY_SAVED,
  MFT_WORKING_COPY_CHANGED, /* will be saved in a moment */
  MFT_WORKING_COPY_FAILED,  /* see mft_working_copy_get_error(); the next change tries again */
} MftWorkingCopyState;

/* Takes an agreement into the library. `origin`: the name of the file it was taken from, or NULL. The
 * library must outlive the copy. Errors: MFT_STORE_ERROR. */
MftWorkingCopy *mft_working_copy_new (MftLibrary *library, MftAgreement *agreement,
                                      const char *origin, GError **error);

/* Opens one that the library has. Errors: MFT_STORE_ERROR. */
MftWorkingCopy *mft_working_copy_open (MftLibrary *library, const char *id, GError **error);

MftAgreement *mft_working_copy_get_agreement (MftWorkingCopy *self);
MftLibrary *mft_working_copy_get_library (MftWorkingCopy *self);
const char *mft_working_copy_get_id (MftWorkingCopy *self);
const char *mft_working_copy_get_origin (MftWorkingCopy *self);
MftWorkingCopyState mft_working_copy_get_state (MftWorkingCopy *self);

/* When it was saved last: microseconds since 1970. */
gint64 mft_working_copy_get_saved_at (MftWorkingCopy *self);

/* Borrowed; NULL unless FAILED. */
const GError *mft_working_copy_get_error (MftWorkingCopy *self);

/* What lies beside the text changed (mft_agreement_get_entries()): saved soon, as an edit is. */
void mft_working_copy_touch (MftWorkingCopy *self);

/* Saves now if something is not saved yet. */
gboolean mft_working_copy_flush (MftWorkingCopy *self);

/* Whether the library can only be read, so that the agreement is locked. */
gboolean mft_working_copy_is_read_only (MftWorkingCopy *self);

/* Where it stands. Going on saves first and locks or unlocks the text. Errors: MFT_STATUS_ERROR,
 * MFT_STORE_ERROR. */
MftStatus mft_working_copy_get_status (MftWorkingCopy *self);
gboolean mft_working_copy_set_status (MftWorkingCopy *self, MftStatus status, GError **error);

/* Keeps the text under a name. Errors: MFT_STORE_ERROR. */
gboolean mft_working_copy_keep (MftWorkingCopy *self, const char *name, GError **error);

/* mft_library_versions() and mft_library_load_version() of this agreement. */
GPtrArray *mft_working_copy_list_versions (MftWorkingCopy *self, GError **error);
MftAgreement *mft_working_copy_load_version (MftWorkingCopy *self, gint64 number, GError **error);

/* Makes a version's text the text again, as one step that can be undone; what it was until now is kept.
 * Errors: MFT_STORE_ERROR, MFT_AGREEMENT_ERROR_LOCKED. */
gboolean mft_working_copy_restore (MftWorkingCopy *self, gint64 number, GError **error);

G_END_DECLS
