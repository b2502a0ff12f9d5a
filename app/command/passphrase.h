/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"

G_BEGIN_DECLS

/* From the first line of a file ("-": standard input), or from the terminal without echo. Never from
 * an argument or the environment. Errors: G_FILE_ERROR. */
MftSecret *mft_passphrase_get (const char *file, GError **error);

G_END_DECLS
