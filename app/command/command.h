/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "command/exit.h"

G_BEGIN_DECLS

/* The command line (DESIGN.md §7): each subcommand in a file of its own. */

/* Whether the word names a subcommand (or asks for help or the version). */
gboolean mft_command_knows (const char *word);

/* Runs argv[1]. Returns the exit status. */
int mft_command_main (int argc, char **argv);

G_END_DECLS
