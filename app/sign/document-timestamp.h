/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/safe-file.h"
#include "pki/timestamp-source.h"

G_BEGIN_DECLS

/* Appends a timestamp over all that `output` holds so far, as an invisible field of its own (EN 319
 * 142-1, 5.4.3). Errors: MFT_PDF_ERROR; those of mft_timestamp_obtain(); G_FILE_ERROR. */
gboolean mft_sign_append_timestamp (MftSafeFile *output, const MftTimestampSource *source,
                                    MftJob *job, GError **error);

G_END_DECLS
