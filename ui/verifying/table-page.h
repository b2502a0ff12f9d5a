/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/verifying/file-row.h"

G_BEGIN_DECLS

/* All files that were checked as a table: sorted by any column, filtered by result and words, saved as CSV; what
 * is still being checked can be stopped.
 *
 * Signal "chosen" (MftFileRow): the person wants to see this one. */
#define MFT_TYPE_TABLE_PAGE (mft_table_page_get_type ())
G_DECLARE_FINAL_TYPE (MftTablePage, mft_table_page, MFT, TABLE_PAGE, AdwBin)

/* `files`: a list of MftFileRow that tells of every row that changed. */
GtkWidget *mft_table_page_new (GListModel *files);

G_END_DECLS
