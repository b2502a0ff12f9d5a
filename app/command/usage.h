/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command/subcommand.h"

G_BEGIN_DECLS

/* How a subcommand is called, a line or more for each of its forms, and what it does, in the person's
 * language; no line wider than a terminal. */
void mft_usage_append (GString *text, const MftSubcommand *subcommand);

G_END_DECLS
