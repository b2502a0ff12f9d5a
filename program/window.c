/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: mufakat-window [--data-dir DIR] [--example | FILE…]. */
#include <glib/gi18n.h>

#include "start.h"
#include "ui/application.h"

static MftExit
check_files (int count, char **words)
{
  for (int i = 0; i < count; i++)
    if (!g_str_equal (words[i], "--gapplication-service")
        && !g_file_test (words[i], G_FILE_TEST_EXISTS))
      return mft_start_refuse_word (words[i]);
  return MFT_EXIT_DONE;
}

int
main (int argc, char **argv)
{
  int before = argc;
  MftExit status = mft_start (&argc, argv);
  gboolean own_data = argc != before;
  GApplicationFlags flags = own_data ? G_APPLICATION_NON_UNIQUE : G_APPLICATION_DEFAULT_FLAGS;
  gboolean example = argc == 2 && g_str_equal (argv[1], "--example");
  g_autoptr (MftApplication) application = NULL;

  if (status == MFT_EXIT_DONE && !example)
    status = check_files (argc - 1, argv + 1);
  if (status != MFT_EXIT_DONE)
    return status;
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    return mft_start_refuse (MFT_EXIT_REFUSED, _ ("there is no display to open a window on"));
  application = mft_application_new (flags);
  if (example)
    mft_application_show_example (application);
  return g_application_run (G_APPLICATION (application), example ? 1 : argc, argv);
}
