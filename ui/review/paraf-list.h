/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "review/review.h"

G_BEGIN_DECLS

/* Those who are to give a paraf, in order, with what each has given: now, for an old version, or not yet.
 *
 * Signal "edited": the list or the log changed. */
#define MFT_TYPE_PARAF_LIST (mft_paraf_list_get_type ())
G_DECLARE_FINAL_TYPE (MftParafList, mft_paraf_list, MFT, PARAF_LIST, AdwBin)

void mft_paraf_list_set (MftParafList *self, MftReview *review, MftAgreement *agreement);

/* Says anew how each stands, when the text changed. */
void mft_paraf_list_update (MftParafList *self);

G_END_DECLS
