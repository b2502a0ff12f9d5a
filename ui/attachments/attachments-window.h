/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/agreement.h"

G_BEGIN_DECLS

/* The lampiran of an agreement: which there are, in which order, what stands in them.
 *
 * Signal "go-to" (const char *id): a block that is written in the text; the window then closes. */
#define MFT_TYPE_ATTACHMENTS_WINDOW (mft_attachments_window_get_type ())
G_DECLARE_FINAL_TYPE (MftAttachmentsWindow, mft_attachments_window, MFT, ATTACHMENTS_WINDOW,
                      AdwWindow)

MftAttachmentsWindow *mft_attachments_window_new (GtkWindow *parent, MftAgreement *agreement);

/* The one that holds the block, if any. */
void mft_attachments_window_select (MftAttachmentsWindow *self, MftBlock *block);

G_END_DECLS
