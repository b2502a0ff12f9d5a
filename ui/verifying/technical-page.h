/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "verify/report.h"

G_BEGIN_DECLS

/* A page with the standards' own terms: what was judged by which policy, byte for byte. */
GtkWidget *mft_technical_page_new (const char *name, const MftVerifyReport *report);

G_END_DECLS
