/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* Where one is: the parts, every Pasal, and the ayat of the Pasal with the cursor.
 *
 * Signal "go" (const char *id): the person chose a line. */
#define MFT_TYPE_OUTLINE (mft_outline_get_type ())
G_DECLARE_FINAL_TYPE (MftOutline, mft_outline, MFT, OUTLINE, AdwBin)

void mft_outline_set_agreement (MftOutline *self, MftAgreement *agreement);

/* The block with the cursor. */
void mft_outline_set_current (MftOutline *self, const char *id);

G_END_DECLS
