/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/job.h"
#include "pdf/byte-source.h"
#include "verify/subject.h"
#include "verify/traces.h"

G_BEGIN_DECLS

/* Hashes the byte ranges of all subjects that can be hashed, and the whole file, in one pass: the
 * running digest is forked at each gap, and traces of signatures are looked for. Constant memory.
 * `sha256` is owned by the caller.
 * Errors: G_IO_ERROR_CANCELLED, MFT_PDF_ERROR_UNREADABLE. */
gboolean mft_hash_pass (MftByteSource *source, GPtrArray *subjects, MftTraces *traces,
                        char **sha256, MftJob *job, GError **error);

G_END_DECLS
