/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "act/signer.h"

G_BEGIN_DECLS

/* Has BSrE's service mail a one-time code to the person, and says so, or why not. Takes over what is in
 * `secrets`. */
void mft_send_code (GtkWidget *widget, const MftSigner *signer, MftSignerSecrets *secrets);

G_END_DECLS
