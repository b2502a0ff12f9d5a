/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "agreement/agreement.h"
#include "base/job.h"

G_BEGIN_DECLS

/* A copy of the agreement in the format that the name's ending says, in the background. `for_house`:
 * a .pks for colleagues, with decisions, notes and paraf. */
void mft_export_copy_async (MftAgreement *agreement, const char *path, gboolean for_house,
                            MftJob *job, gpointer source, GAsyncReadyCallback callback,
                            gpointer user_data);

/* Errors: those of the format, MFT_EXCHANGE_ERROR, G_FILE_ERROR. */
gboolean mft_export_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
