/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/secret.h"

G_BEGIN_DECLS

/* Asks for the passphrase of a file. Texts are plain; `action` names the button. */
void mft_passphrase_dialog_ask_async (GtkWindow *parent, const char *heading, const char *body,
                                      const char *action, GAsyncReadyCallback callback,
                                      gpointer user_data);

/* NULL: the person took it back. Owned by the caller. */
MftSecret *mft_passphrase_dialog_ask_finish (GAsyncResult *result);

/* What stands in an entry; the entry is emptied. NULL: nothing stood there. */
MftSecret *mft_secret_take_from (GtkEditable *entry);

G_END_DECLS
