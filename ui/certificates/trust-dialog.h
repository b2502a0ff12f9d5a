/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pki/certificate.h"

G_BEGIN_DECLS

/* Trusts an authority after its fingerprint was shown: `certificate`, or (NULL) one from a file that
 * the person chooses. */
void mft_trust_dialog_async (GtkWindow *parent, MftCertificate *certificate,
                             GAsyncReadyCallback callback, gpointer user_data);

/* NULL: nothing is trusted that was not before; the person knows why. Owned by the caller. */
MftCertificate *mft_trust_dialog_finish (GAsyncResult *result);

G_END_DECLS
