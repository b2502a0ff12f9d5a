/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* The pages of the agreement, laid out anew in the background whenever it changes; of several
 * results the newest is shown. Works only while it can be seen.
 *
 * Signal "go" (const char *id): the person pressed on a block. */
#define MFT_TYPE_PREVIEW_PANE (mft_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (MftPreviewPane, mft_preview_pane, MFT, PREVIEW_PANE, AdwBin)

void mft_preview_pane_set_agreement (MftPreviewPane *self, MftAgreement *agreement);

/* The block with the cursor. */
void mft_preview_pane_set_current (MftPreviewPane *self, const char *id);

/* The pages that are shown; borrowed, NULL before the first. */
const MftPages *mft_preview_pane_get_pages (MftPreviewPane *self);

G_END_DECLS
