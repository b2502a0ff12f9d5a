/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Reads words that a person pasted: one Pasal or several, whatever their numbers, which are kept, or what
 * stands in a Pasal. The result has nothing but Pasal. Owned by the caller. Errors: MFT_EXCHANGE_ERROR_EMPTY. */
MftAgreement *mft_pasted_read (const char *words, GError **error);

G_END_DECLS
