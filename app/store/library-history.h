/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library-private.h"

G_BEGIN_DECLS

/* Inside a transaction: keeps what can be undone, as far as it changed; once the transaction is through,
 * mft_agreement_note_history_saved(). */
gboolean _mft_library_write_history (MftLibrary *library, const char *id, MftAgreement *agreement,
                                     GError **error);

/* Gives an agreement that was just read what can be undone; none where it cannot be read. */
void _mft_library_read_history (MftLibrary *library, const char *id, MftAgreement *agreement);

G_END_DECLS
