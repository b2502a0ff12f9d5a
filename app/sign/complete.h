/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "base/safe-file.h"
#include "pdf/byte-source.h"
#include "sign/level.h"

G_BEGIN_DECLS

/* Takes the signature of `field` (NULL: every one) in `output` to the level, by appending: a document
 * timestamp where nothing proves the time yet, the evidence, an archive timestamp over it. What is
 * there already is not added again, but for the archive timestamp: it is what renews the others.
 * Errors: MFT_SIGN_ERROR_UNSIGNED; those of
 * mft_validation_data_add(), mft_timestamp_obtain(); MFT_PDF_ERROR; G_FILE_ERROR;
 * G_IO_ERROR_CANCELLED. */
gboolean mft_pades_complete (MftSafeFile *output, const char *field,
                             const MftSignCompletion *completion, MftJob *job, GError **error);

/* The same on a copy of `input`. */
gboolean mft_pades_extend (MftByteSource *input, const MftSignCompletion *completion,
                           MftSafeFile *output, MftJob *job, GError **error);

G_END_DECLS
