/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "compare/change.h"
#include "review/decision.h"

G_BEGIN_DECLS

/* One block of both agreements, level: what it was, a sign, what it becomes. Words removed are struck
 * through, words added underlined; what did not change recedes. */
#define MFT_TYPE_CHANGE_ROW (mft_change_row_get_type ())
G_DECLARE_FINAL_TYPE (MftChangeRow, mft_change_row, MFT, CHANGE_ROW, AdwBin)

GtkWidget *mft_change_row_new (void);

/* Not `marked`: as if it had not changed. `decision` may be NULL. */
void mft_change_row_show (MftChangeRow *self, const MftChange *change, gboolean marked,
                          const MftDecision *decision);

G_END_DECLS
