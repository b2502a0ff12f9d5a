/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/preferences.h"

#include "base/data-folder.h"
#include "base/safe-file.h"

#define NAME "pengaturan.ini"
#define BYTES_MOST (256 * 1024)

static char *
path_of (GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);

  return folder != NULL ? g_build_filename (folder, NAME, NULL) : NULL;
}

/* A file that is not there yet is an empty one. */
static GKeyFile *
load (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&file);
  g_autoptr (GBytes) bytes = mft_file_read (path, BYTES_MOST, error);
  if (bytes == NULL)
    return NULL;
  return g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_COMMENTS, error)
             ? g_steal_pointer (&file)
             : NULL;
}

char *
mft_preferences_get (const char *group, const char *key)
{
  g_autofree char *path = path_of (NULL);
  g_autoptr (GKeyFile) file = path != NULL ? load (path, NULL) : NULL;

  return file != NULL ? g_key_file_get_string (file, group, key, NULL) : NULL;
}

gboolean
mft_preferences_set (const char *group, const char *key, const char *value, GError **error)
{
  g_autofree char *path = path_of (error);
  g_autoptr (GKeyFile) file = path != NULL ? load (path, error) : NULL;

  if (file == NULL)
    return FALSE;
  if (value != NULL && *value != '\0')
    g_key_file_set_string (file, group, key, value);
  else
    g_key_file_remove_key (file, group, key, NULL);
  gsize size;
  g_autofree char *data = g_key_file_to_data (file, &size, NULL);
  return mft_safe_file_save (path, data, size, TRUE, error);
}
