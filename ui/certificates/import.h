/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/identity.h"

G_BEGIN_DECLS

/* Takes a certificate with its key into the person's folder: chooses the file (unless `file` is
 * given), asks for its passphrase, says what fails and asks again where the passphrase was wrong. */
void mft_import_identity_async (GtkWindow *parent, GFile *file, GAsyncReadyCallback callback,
                                gpointer user_data);

/* NULL: nothing was taken in; the person knows why. Owned by the caller. */
MftIdentity *mft_import_identity_finish (GAsyncResult *result);

G_END_DECLS
