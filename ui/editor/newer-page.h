/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An agreement that a newer major version of the program wrote: its words, to be read only. Nothing is kept
 * of it and nothing is written. */
GtkWidget *mft_newer_page_new (const char *name, const char *text);

G_END_DECLS
