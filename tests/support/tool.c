/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool.h"

void
mft_test_run (const char *folder, const char *command)
{
  g_auto (GStrv) argv = NULL;
  g_autofree char *messages = NULL;
  int status = 0;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  g_assert_true (g_spawn_sync (folder, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                               NULL, NULL, NULL, &messages, &status, NULL));
  if (status != 0)
    g_error ("%s: %s", command, messages);
}
