/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/secret.h"

G_BEGIN_DECLS

/* A PDF, whoever made it, as a page of the window: to be read, searched and copied from. `password` may be
 * NULL. Errors: those of mft_document_view_load(). */
GtkWidget *mft_reading_page_new (const char *path, MftSecret *password, GError **error);

G_END_DECLS
