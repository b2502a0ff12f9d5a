/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/pdf-folder.h"

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
add_folder (const char *folder, GPtrArray *files, guint depth, MftJob *job, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL && files->len < FILES_MOST)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      if (!mft_job_check (job, error))
        return FALSE;
      if (name[0] == '.' || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (depth < DEPTH_MOST && !add_folder (path, files, depth + 1, job, error))
            return FALSE;
        }
      else if (is_pdf (name))
        g_ptr_array_add (files, g_steal_pointer (&path));
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
mft_pdf_folder_list (const char *folder, MftJob *job, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  if (!add_folder (folder, files, 0, job, error))
    return NULL;
  g_ptr_array_sort (files, compare_paths);
  return g_steal_pointer (&files);
}
