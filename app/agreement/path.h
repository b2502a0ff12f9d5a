/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* How a block is named from another (UU 12/2011 Lampiran II on pengacuan). Private to the room. */

/* The words of a reference from `from` to `target`. Owned by the caller. */
char *_mft_path_reference (MftBlock *from, MftBlock *target, MftReferenceForm form);

/* Whether "Pasal ini" may follow: the target is an ayat of the same Pasal and is named. */
gboolean _mft_path_is_own_ayat (MftBlock *from, MftBlock *target);

G_END_DECLS
