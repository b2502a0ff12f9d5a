/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/clean/clean.h"
#include "store/library.h"

G_BEGIN_DECLS

/* Gives an agreement to the other party: the clean copy, in the format of the path's ending (.pdf too),
 * and a note of who got what. `id` is the agreement's in the library; NULL: it is in none. `left_out`
 * may be NULL. Errors: MFT_EXCHANGE_ERROR, those of typesetting, G_FILE_ERROR, MFT_STORE_ERROR. */
gboolean mft_send (MftAgreement *agreement, const char *path, gboolean replace,
                   const char *receiver, MftLibrary *library, const char *id,
                   guint left_out[MFT_LEFT_OUT_N], GError **error);

G_END_DECLS
