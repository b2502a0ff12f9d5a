/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-report.h"
#include "review/review.h"

G_BEGIN_DECLS

/* Makes what stood beside the text of a file comments of the agreement, on the words they were about.
 * Those of a draft stay in the house until somebody says otherwise; `outward`: the other party wrote
 * them. */
void mft_exchange_take_comments (MftAgreement *agreement, const MftImportReport *report,
                                 gboolean outward);

/* Comments for the other party on this block, which a file that goes out shows. Of MftThread, borrowed
 * from `review`; owned by the caller. */
GPtrArray *mft_exchange_list_comments (MftReview *review, MftBlock *block);

G_END_DECLS
