/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command/subcommand.h"

G_BEGIN_DECLS

/* The files behind the arguments: a file as it is, a folder as the PDFs in it and below it, sorted.
 * Says what is wrong: a folder that cannot be read or holds none. Array of char *, added to `files`. */
MftExit mft_verify_inputs (GPtrArray *arguments, GPtrArray *files);

G_END_DECLS
