/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "verify/report.h"

G_BEGIN_DECLS

/* The answer about a file: one sentence, the signatures, what changed. A row "Technical details" has
 * the action "verifying.details". `name` is the file's. `origin` (may be NULL): what is known of where the
 * file came from. */
GtkWidget *mft_report_view_new (const char *name, const MftVerifyReport *report, const char *origin,
                                gboolean important);

G_END_DECLS
