/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Where a party signs, as agreements have it: the role over the place, the official's name under it if
 * it is known. `id` is that of every block in it, or NULL for ids of their own. Owned by the caller. */
MftBlock *mft_signature_new (MftAgreement *agreement, guint party, const char *id);

G_END_DECLS
