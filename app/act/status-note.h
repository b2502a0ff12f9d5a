/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Remembers that a PDF (by its bytes) is an agreement's pages, so that signatures on it are noticed.
 * Errors: MFT_STORE_ERROR, G_FILE_ERROR. */
gboolean mft_status_note_pages (MftLibrary *library, const char *id, const char *path,
                                GError **error);

/* After a signature: if the library has the agreement whose pages were signed, its document is
 * remembered and its status goes on, to partly signed, or, where every party's field holds a signature
 * in order, to in force. Returns the agreement's id, owned by the caller; NULL without error: the
 * library does not have it. Errors: MFT_STORE_ERROR, MFT_STATUS_ERROR. */
char *mft_status_note_signed (MftLibrary *library, const MftSigningResult *result, GError **error);

G_END_DECLS
