/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The acts that failed on this computer, filtered, and as a table in a file. */
#define MFT_TYPE_FAILURES_WINDOW (mft_failures_window_get_type ())
G_DECLARE_FINAL_TYPE (MftFailuresWindow, mft_failures_window, MFT, FAILURES_WINDOW, AdwWindow)

GtkWidget *mft_failures_window_new (GtkWindow *parent);

G_END_DECLS
