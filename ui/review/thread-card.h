/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "review/review.h"

G_BEGIN_DECLS

/* One comment with its answers: where it is, what was said, a line to answer, whether it is settled.
 *
 * Signal "go": show where it is. Signal "edited": something was said or settled. */
#define MFT_TYPE_THREAD_CARD (mft_thread_card_get_type ())
G_DECLARE_FINAL_TYPE (MftThreadCard, mft_thread_card, MFT, THREAD_CARD, AdwBin)

/* `thread` is the review's and must outlive the card; the review is referenced. */
MftThreadCard *mft_thread_card_new (MftReview *review, MftThread *thread, MftAgreement *agreement);

const MftThread *mft_thread_card_get_thread (MftThreadCard *self);

/* Says anew where it is. */
void mft_thread_card_update (MftThreadCard *self, MftAgreement *agreement);

/* Who speaks: the person's name on this computer. */
const char *mft_review_author (void);

G_END_DECLS
