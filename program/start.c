/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/data-folder.h"
#include "base/language.h"
#include "base/secret.h"
#include "config.h"

char *
mft_start_beside (const char *name)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  return folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* A program that runs from its build folder finds settings and words beside it. */
static void
use_build_folder (void)
{
  g_autofree char *data = mft_start_beside ("../data");
  g_autofree char *words = mft_start_beside ("../po");

  if (data == NULL)
    return;
  g_autofree char *schemas = g_build_filename (data, "gschemas.compiled", NULL);
  if (!g_file_test (schemas, G_FILE_TEST_EXISTS))
    return;
  g_setenv ("GSETTINGS_SCHEMA_DIR", data, FALSE);
  g_setenv ("MUFAKAT_LOCALE_DIR", words, FALSE);
}

MftExit
mft_start_refuse (MftExit status, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("mufakat: %s\n", text);
  return status;
}

MftExit
mft_start_refuse_word (const char *word)
{
  if (word[0] == '-')
    return mft_start_refuse (MFT_EXIT_USAGE,
                             _ ("unknown option '%s'; mufakat --help says what there is"), word);
  if (strpbrk (word, "./") == NULL)
    return mft_start_refuse (MFT_EXIT_USAGE,
                             _ ("unknown command '%s'; mufakat --help says what there is"), word);
  return mft_start_refuse (MFT_EXIT_UNREADABLE, _ ("there is no file '%s'"), word);
}

MftExit
mft_start (int *argc, char **argv)
{
  use_build_folder ();
  mft_language_init ();
  mft_secret_init ();
  if (*argc < 2 || !g_str_equal (argv[1], "--data-dir"))
    return MFT_EXIT_DONE;
  if (*argc < 3)
    return mft_start_refuse (MFT_EXIT_USAGE, _ ("the option '%s' needs a value"), "--data-dir");
  mft_data_folder_set (argv[2]);
  memmove (argv + 1, argv + 3, sizeof *argv * (gsize) (*argc - 2));
  *argc -= 2;
  return MFT_EXIT_DONE;
}
