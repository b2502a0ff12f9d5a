/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/secret.h"

#include "command/exit.h"

G_BEGIN_DECLS

/* From the first line of a file ("-": standard input), or from the terminal without echo. Never from
 * an argument or the environment. On failure says why and returns the exit status: without a file and
 * a terminal it is wrong usage. */
MftExit mft_passphrase_get (const char *file, MftSecret **passphrase);

G_END_DECLS
