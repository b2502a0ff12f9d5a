/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line. The window is a program of its own, so that a command need not wait for GTK to
 * be loaded: that was more than half of its start. */
#include <glib/gi18n.h>
#include <unistd.h>

#include "command/command.h"
#include "start.h"

/* Becomes the window's program. Returns only if there is none. */
static MftExit
become_window (int argc, char **argv, char **original)
{
  g_autofree char *window = mft_start_beside ("mufakat-window");

  if (window != NULL)
    execv (window, original);
  if (argc > 1 && !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    return mft_start_refuse_word (argv[1]);
  return mft_start_refuse (MFT_EXIT_USAGE,
                           _ ("no window is installed; mufakat --help says what there is"));
}

int
main (int argc, char **argv)
{
  g_autofree char **original = g_memdup2 (argv, sizeof *argv * ((gsize) argc + 1));
  MftExit status = mft_start (&argc, argv);

  if (status != MFT_EXIT_DONE)
    return status;
  if (argc > 1 && mft_command_knows (argv[1]))
    return mft_command_main (argc, argv);
  return become_window (argc, argv, original);
}
