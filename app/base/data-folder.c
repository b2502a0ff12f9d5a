/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/data-folder.h"

#include <errno.h>

#include "base/file-error.h"

static char *chosen;

void
mft_data_folder_set (const char *path)
{
  g_free (chosen);
  chosen = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
}

static char *
root (void)
{
  const char *from_environment = g_getenv ("MUFAKAT_DATA_DIR");

  if (chosen != NULL)
    return g_strdup (chosen);
  if (from_environment != NULL && *from_environment != '\0')
    return g_canonicalize_filename (from_environment, NULL);
  return g_build_filename (g_get_user_data_dir (), "mufakat", NULL);
}

char *
mft_data_folder (const char *name, GError **error)
{
  g_autofree char *top = root ();
  g_autofree char *path = g_build_filename (top, name, NULL);

  if (g_mkdir_with_parents (path, 0700) == 0)
    return g_steal_pointer (&path);
  mft_file_fail (error, errno, "cannot make the folder", path);
  return NULL;
}
