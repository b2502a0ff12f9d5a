/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/verification.h"
#include "ui/wrap/file-dialog.h"

G_BEGIN_DECLS

/* Asks for a name and writes what verifying found: MFT_FILE_PDF a report, MFT_FILE_TABLE a table.
 * `results` (of MftVerifiedFile) is read now and not kept. Says what came of it. */
void mft_report_file_save (GtkWidget *widget, const GArray *results, MftFileKinds kind);

G_END_DECLS
