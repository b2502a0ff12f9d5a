/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/certificate-import.h"

G_BEGIN_DECLS

/* Takes keys and certificates into the person's folder, from any number of files together: chooses
 * them (unless `files`, of GFile, are given), asks for the passphrase where there is a key, says what
 * fails, and asks again where the passphrase was wrong. */
void mft_import_certificates_async (GtkWindow *parent, GListModel *files,
                                    GAsyncReadyCallback callback, gpointer user_data);

/* NULL: nothing was taken in; the person knows why. Owned by the caller. */
MftCertificateImport *mft_import_certificates_finish (GAsyncResult *result);

G_END_DECLS
