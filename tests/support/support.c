/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "base/random.h"

static GPtrArray *folders;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
remove_folders (void)
{
  for (guint i = 0; i < folders->len; i++)
    remove_tree (g_ptr_array_index (folders, i));
  g_ptr_array_unref (folders);
}

void
mft_test_init (int *argc, char ***argv)
{
  const char *wanted = g_getenv ("MFT_TEST_LOCALE");

  if (setlocale (LC_ALL, "") == NULL && wanted != NULL)
    g_error ("the locale %s is not there", wanted);
  if (wanted != NULL)
    {
      char number[16];
      g_snprintf (number, sizeof number, "%.2f", 1.5);
      g_assert_cmpstr (number, ==, "1,50");
    }
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  mft_random_seed (20261122);
}

char *
mft_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("mufakat-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      atexit (remove_folders);
    }
  g_ptr_array_add (folders, g_strdup (path));
  return path;
}

char *
mft_test_file (const char *path)
{
  return g_test_build_filename (G_TEST_DIST, path, NULL);
}

GBytes *
mft_test_read (const char *path)
{
  g_autofree char *full = mft_test_file (path);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (full, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

void
mft_test_assert_text (const char *actual, const char *expected)
{
  if (g_strcmp0 (actual, expected) == 0)
    return;
  g_auto (GStrv) a = g_strsplit (actual != NULL ? actual : "(null)", "\n", -1);
  g_auto (GStrv) b = g_strsplit (expected != NULL ? expected : "(null)", "\n", -1);
  guint i = 0;
  while (a[i] != NULL && b[i] != NULL && g_str_equal (a[i], b[i]))
    i++;
  g_error ("line %u\n is: %s\nnot: %s", i + 1, a[i] != NULL ? a[i] : "(end)",
           b[i] != NULL ? b[i] : "(end)");
}
