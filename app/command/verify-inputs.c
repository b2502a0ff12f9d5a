/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/verify-inputs.h"

#include <glib/gi18n.h>

#define DEPTH_MOST 16
#define FILES_MOST 100000

static gboolean
is_pdf (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".pdf");
}

/* Links are not followed: they may lead in circles. */
static gboolean
add_folder (const char *folder, GPtrArray *files, guint depth, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL && files->len < FILES_MOST
         && mft_job_check (mft_command_job (), error))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (name[0] == '.' || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (depth < DEPTH_MOST && !add_folder (path, files, depth + 1, error))
            return FALSE;
        }
      else if (is_pdf (name))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
  return mft_job_check (mft_command_job (), error);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static MftExit
expand (const char *folder, GPtrArray *files)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!add_folder (folder, found, 0, &error))
    return mft_command_fail (MFT_EXIT_UNREADABLE, folder, error);
  if (found->len == 0)
    return mft_command_misuse (_ ("there is no PDF in the folder %s"), folder);
  g_ptr_array_sort (found, compare_paths);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&found));
  return MFT_EXIT_DONE;
}

MftExit
mft_verify_inputs (GPtrArray *arguments, GPtrArray *files)
{
  MftExit status = MFT_EXIT_DONE;

  for (guint i = 0; i < arguments->len && status == MFT_EXIT_DONE; i++)
    {
      const char *path = g_ptr_array_index (arguments, i);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        status = expand (path, files);
      else
        g_ptr_array_add (files, g_strdup (path));
    }
  return status;
}
