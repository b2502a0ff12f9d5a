/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* What an import took in, guessed and left out: a screen of at most twelve lines, in a window beside
 * `page`. A line that is activated runs the page's action "page.go-to-block" with the block's id; again,
 * with the next one of its kind. */
void mft_import_window_present (GtkWidget *page, const MftImportReport *report);

G_END_DECLS
