/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/identity.h"

G_BEGIN_DECLS

/* Makes two practice certificates, the person's and the other party's: asks for names, institutions and
 * a new passphrase. */
void mft_practice_dialog_async (GtkWindow *parent, GAsyncReadyCallback callback,
                                gpointer user_data);

/* The person's own; NULL: nothing was made, the person knows why. Owned by the caller. */
MftIdentity *mft_practice_dialog_finish (GAsyncResult *result);

G_END_DECLS
