/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Blocks of an agreement in the text of its addendum, and back. */

/* Whether a quote may show this field and so change its value: it is shown in the Pasal and attachments
 * alone. Others are quoted as words. */
gboolean mft_quote_has_field (MftAgreement *agreement, const char *id);

/* Appends to `pasal`, of the addendum, a line "Pasal 7 JANGKA WAKTU" and what `quoted` says, its labels
 * locked, references and fields of the front as words. `words`: all fields as words and new ids, for a text
 * that is no more. */
void mft_quote_append (MftAgreement *agreement, MftBlock *quoted, MftBlock *pasal, gboolean words);

/* The same for a whole block: a copy without parent, owned by the caller. */
MftBlock *mft_quote_copy (MftAgreement *agreement, MftBlock *block, gboolean words);

/* The way back, when a quote stands in `agreement`: words that name a unit of it are references again. */
void mft_quote_restore (MftAgreement *agreement, MftBlock *block);

G_END_DECLS
