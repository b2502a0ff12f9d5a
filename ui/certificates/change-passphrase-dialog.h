/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/identity.h"

G_BEGIN_DECLS

/* Puts the key of `identity` (copied) under another passphrase; says what came of it. */
void mft_change_passphrase_dialog_present (GtkWindow *parent, const MftIdentity *identity);

G_END_DECLS
