/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The command line (DESIGN.md §7): each subcommand in a file of its own. */

/* Exit statuses; several inputs: the highest, but UNREADABLE beats FINDINGS. */
typedef enum
{
  MFT_EXIT_DONE = 0,
  MFT_EXIT_FINDINGS = 1,
  MFT_EXIT_USAGE = 2,
  MFT_EXIT_UNREADABLE = 3,
  MFT_EXIT_REFUSED = 4,
  MFT_EXIT_INTERRUPTED = 130,
} MftExit;

/* Whether the word names a subcommand (or asks for help or the version). */
gboolean mft_command_knows (const char *word);

/* Runs argv[1]. Returns the exit status. */
int mft_command_main (int argc, char **argv);

G_END_DECLS
