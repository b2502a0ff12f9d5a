/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "agreement/edit.h"

G_BEGIN_DECLS

/* The form of one lampiran: title, how its pages lie, who refers to it, and what stands in it.
 *
 * Signal "go-to" (const char *id): a block that is written in the text itself. */
#define MFT_TYPE_ATTACHMENT_PAGE (mft_attachment_page_get_type ())
G_DECLARE_FINAL_TYPE (MftAttachmentPage, mft_attachment_page, MFT, ATTACHMENT_PAGE, AdwBin)

GtkWidget *mft_attachment_page_new (MftAgreement *agreement, MftBlock *attachment);

/* Puts a picture or a PDF in, behind the rest. Errors: of asset.h and edit.h. */
gboolean mft_attachment_page_add_figure (MftAttachmentPage *self, const char *name, GBytes *bytes,
                                         GError **error);

G_END_DECLS
