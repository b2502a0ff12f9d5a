/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "base/data-folder.h"
#include "base/language.h"
#include "base/secret.h"
#include "config.h"

#ifdef MFT_HAVE_COMMAND
#include "command/command.h"
#endif
#ifdef MFT_HAVE_WINDOW
#include "ui/application.h"
#endif

enum
{
  WRONG_USAGE = 2,
  INPUT_UNREADABLE = 3,
  REFUSED = 4,
};

/* A program that runs from its build folder finds settings and words beside it. */
static void
use_build_folder (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  if (folder == NULL)
    return;
  g_autofree char *data = g_build_filename (folder, "..", "data", NULL);
  g_autofree char *words = g_build_filename (folder, "..", "po", NULL);
  g_autofree char *schemas = g_build_filename (data, "gschemas.compiled", NULL);
  if (!g_file_test (schemas, G_FILE_TEST_EXISTS))
    return;
  g_setenv ("GSETTINGS_SCHEMA_DIR", data, FALSE);
  g_setenv ("MUFAKAT_LOCALE_DIR", words, FALSE);
}

/* Takes "--data-dir DIR" from the front. FALSE: DIR is missing. */
static gboolean
take_data_folder (int *argc, char **argv)
{
  if (*argc < 2 || !g_str_equal (argv[1], "--data-dir"))
    return TRUE;
  if (*argc < 3)
    return FALSE;
  mft_data_folder_set (argv[2]);
  memmove (argv + 1, argv + 3, sizeof *argv * (gsize) (*argc - 2));
  *argc -= 2;
  return TRUE;
}

static int G_GNUC_PRINTF (2, 3) refuse (int status, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("mufakat: %s\n", text);
  return status;
}

#ifdef MFT_HAVE_WINDOW
/* 0 if the words are files that are there, else the exit status. */
static int
check_files (int count, char **words)
{
  for (int i = 0; i < count; i++)
    {
      if (g_str_equal (words[i], "--gapplication-service")
          || g_file_test (words[i], G_FILE_TEST_EXISTS))
        continue;
      if (words[i][0] == '-')
        return refuse (WRONG_USAGE, _ ("unknown option '%s'; mufakat --help says what there is"),
                       words[i]);
      if (strpbrk (words[i], "./") == NULL)
        return refuse (WRONG_USAGE, _ ("unknown command '%s'; mufakat --help says what there is"),
                       words[i]);
      return refuse (INPUT_UNREADABLE, _ ("there is no file '%s'"), words[i]);
    }
  return 0;
}

static int
open_window (int argc, char **argv, gboolean own_data)
{
  GApplicationFlags flags = own_data ? G_APPLICATION_NON_UNIQUE : G_APPLICATION_DEFAULT_FLAGS;
  g_autoptr (MftApplication) application = NULL;
  gboolean example = argc == 2 && g_str_equal (argv[1], "--example");
  int status = example ? 0 : check_files (argc - 1, argv + 1);

  if (status != 0)
    return status;
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    return refuse (REFUSED, _ ("there is no display to open a window on"));
  application = mft_application_new (flags);
  if (example)
    mft_application_show_example (application);
  return g_application_run (G_APPLICATION (application), example ? 1 : argc, argv);
}
#endif

int
main (int argc, char **argv)
{
  G_GNUC_UNUSED int before = argc; /* only the window asks */

  use_build_folder ();
  mft_language_init ();
  mft_secret_init ();
  if (!take_data_folder (&argc, argv))
    return refuse (WRONG_USAGE, _ ("the option '%s' needs a value"), "--data-dir");
#ifdef MFT_HAVE_COMMAND
  if (argc > 1 && mft_command_knows (argv[1]))
    return mft_command_main (argc, argv);
#endif
#ifdef MFT_HAVE_WINDOW
  return open_window (argc, argv, argc != before);
#else
  return refuse (WRONG_USAGE, _ ("unknown command '%s'; mufakat --help says what there is"),
                 argc > 1 ? argv[1] : "");
#endif
}
