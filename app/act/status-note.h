/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "act/signing.h"
#include "store/library.h"

G_BEGIN_DECLS

/* After a signature: if the library has the agreement whose pages were signed, its document is
 * remembered and its status goes on, to partly signed, or, where every party's field holds a signature
 * in order, to in force. Returns the agreement's id, owned by the caller; NULL without error: the
 * library does not have it. Errors: MFT_STORE_ERROR, MFT_STATUS_ERROR. */
char *mft_status_note_signed (MftLibrary *library, const MftSigningResult *result, GError **error);

G_END_DECLS
