/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Many documents, one statement that names them all, one passphrase, a result row each. What was
 * broken off goes on where it ended. */
#define MFT_TYPE_BATCH_PAGE (mft_batch_page_get_type ())
G_DECLARE_FINAL_TYPE (MftBatchPage, mft_batch_page, MFT, BATCH_PAGE, AdwBin)

/* `items` (const MftDeskItem *, not empty) are read now. */
GtkWidget *mft_batch_page_new (GPtrArray *items);

G_END_DECLS
