/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A new key and the request for its certificate, which is saved where the person says; the key waits
 * here until the certificate is imported. */
void mft_request_dialog_present (GtkWindow *parent);

G_END_DECLS
