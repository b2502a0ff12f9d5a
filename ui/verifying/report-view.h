/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "verify/report.h"

G_BEGIN_DECLS

/* The answer about a file: one sentence, the signatures, what changed. A row "Technical details" has
 * the action "verifying.details". `name` is the file's. */
GtkWidget *mft_report_view_new (const char *name, const MftVerifyReport *report);

G_END_DECLS
