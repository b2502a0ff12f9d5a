/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "exchange/import-report.h"

G_BEGIN_DECLS

/* What an import took in, what it guessed, and what it left out, in a window of its own. */
void mft_import_window_present (GtkWindow *parent, const MftImportReport *report);

/* Whether there is something in the report that a person should look at. */
gboolean mft_import_needs_look (const MftImportReport *report);

G_END_DECLS
