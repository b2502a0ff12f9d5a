/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/identity.h"

G_BEGIN_DECLS

/* The key of `identity` (copied) with its certificates, under the same passphrase, which is asked for,
 * into a PKCS #12 file that the person names. */
void mft_export_identity (GtkWindow *parent, const MftIdentity *identity);

G_END_DECLS
