/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "verify/verify.h"

#include "command/input.h"

G_BEGIN_DECLS

/* Writes the file as the signer of a field signed it; whatever came later is not in it. Says why where that
 * cannot be. */
MftExit mft_verify_save_signed (const char *path, const char *field,
                                const MftVerifyOptions *options, const char *output,
                                gboolean replace);

G_END_DECLS
