/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/safe-file.h"
#include "pdf/byte-source.h"
#include "sign/level.h"
#include "verify/report.h"

G_BEGIN_DECLS

/* What was written is verified before it takes its name: integrity, coverage, permitted changes and
 * earlier signatures, not trust (DESIGN.md §5). */

/* Whether a signature is whole, and nothing forbidden came after it. */
gboolean mft_act_stands (const MftSignatureReport *signature);

/* Verifies `output`. Every signature but the one of `own_field` (NULL: none is new) has to stand, or
 * not to have stood in `input` either. `completion` may be NULL. Owned by the caller.
 * Errors: MFT_ACT_ERROR_SELF_CHECK; those of mft_verify(). */
MftVerifyReport *mft_act_self_check (MftSafeFile *output, MftByteSource *input,
                                     const char *own_field, const MftSignCompletion *completion,
                                     MftJob *job, GError **error);

/* A level that was not reached is refused, never lowered (DESIGN.md §7).
 * Errors: MFT_ACT_ERROR_LEVEL. */
gboolean mft_act_check_level (const MftSignatureReport *signature, MftSignLevel level,
                              GError **error);

/* Errors: MFT_ACT_ERROR_SAME_FILE if both are one file, G_FILE_ERROR_EXIST. */
gboolean mft_act_check_output (const char *input, const char *output, gboolean replace,
                               GError **error);

G_END_DECLS
