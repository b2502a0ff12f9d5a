/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Blocks of an agreement in the text of its addendum, and back. */

/* What becomes of fields and ids in a quote; references are words in all. */
typedef enum
{
  MFT_QUOTE_PASAL, /* of a Pasal or attachment: fields of the front as words; its ids */
  MFT_QUOTE_PART,  /* of what stands before the Pasal: fields that come late as words; new ids */
  MFT_QUOTE_GONE,  /* of a text that is no more: all fields as words; new ids */
} MftQuoteForm;

/* Appends to `pasal`, of the addendum, a line "Pasal 7 JANGKA WAKTU" and what `quoted` says, its labels
 * locked. */
void mft_quote_append (MftAgreement *agreement, MftBlock *quoted, MftBlock *pasal,
                       MftQuoteForm form);

/* The same for a whole block: a copy without parent, owned by the caller. */
MftBlock *mft_quote_copy (MftAgreement *agreement, MftBlock *block, MftQuoteForm form);

/* The way back, when a quote stands in `agreement`: words that name a unit of it are references again. */
void mft_quote_restore (MftAgreement *agreement, MftBlock *block);

G_END_DECLS
