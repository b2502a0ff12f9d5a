/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* What a Pasal, ayat or paragraph says, as lines of a template's text. References inside it and to the
 * Pasal of a clause stay references, others become a blank. NULL: it holds what such a text cannot.
 * Owned by the caller. */
char *mft_passages_dup_text (MftAgreement *agreement, MftBlock *block);

/* `words` without what parts a head or starts another line. Owned by the caller. */
char *mft_passages_dup_clean (const char *words);

G_END_DECLS
