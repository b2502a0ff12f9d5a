/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One page about a document before it is signed, made from its structure. Its button goes on to the
 * act. */
#define MFT_TYPE_SUMMARY_PAGE (mft_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (MftSummaryPage, mft_summary_page, MFT, SUMMARY_PAGE, AdwBin)

GtkWidget *mft_summary_page_new (const char *path);

G_END_DECLS
