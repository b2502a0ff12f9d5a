/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/editor/sync.h"

G_BEGIN_DECLS

/* What would complete the words before the cursor, shown under it: "tiga puluh)" behind "30 (". Tab
 * takes it; typing on or Escape does without. */
#define MFT_TYPE_WORDS_OFFER (mft_words_offer_get_type ())
G_DECLARE_FINAL_TYPE (MftWordsOffer, mft_words_offer, MFT, WORDS_OFFER, GObject)

/* The view outlives it. */
MftWordsOffer *mft_words_offer_new (GtkTextView *view, MftSync *sync);

/* What is offered; NULL: nothing. Borrowed. */
const char *mft_words_offer_get_words (MftWordsOffer *self);

/* FALSE: nothing is offered. */
gboolean mft_words_offer_take (MftWordsOffer *self);

G_END_DECLS
