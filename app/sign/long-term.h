/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/safe-file.h"
#include "pdf/file.h"
#include "pki/validation-data.h"

G_BEGIN_DECLS

/* Appends what is in `data` and not in the file's /DSS yet (EN 319 142-1, 5.4.2); nothing at all if
 * that is nothing. No /VRI: nobody needs it, and it makes updates of it. Errors: MFT_PDF_ERROR,
 * G_FILE_ERROR. */
gboolean mft_sign_append_dss (MftSafeFile *output, const MftValidationData *data, GError **error);

G_END_DECLS
