/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act/desk.h"

#include <string.h>

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "container/json-writer.h"
#include "container/json.h"

#define FILES_MOST 1000

static char *
desk_path (GError **error)
{
  g_autofree char *folder = mft_data_folder (NULL, error);

  return folder != NULL ? g_build_filename (folder, "meja.json", NULL) : NULL;
}

static MftDesk *
desk_new (void)
{
  MftDesk *desk = g_new0 (MftDesk, 1);

  desk->files = g_ptr_array_new_with_free_func (g_free);
  return desk;
}

static void
read_files (MftDesk *desk, JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "files");
  JsonArray *files
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint count = files != NULL ? MIN (json_array_get_length (files), FILES_MOST) : 0;

  for (guint i = 0; i < count; i++)
    {
      JsonNode *file = json_array_get_element (files, i);
      if (json_node_get_value_type (file) == G_TYPE_STRING)
        g_ptr_array_add (desk->files, g_strdup (json_node_get_string (file)));
    }
}

MftDesk *
mft_desk_load (GError **error)
{
  g_autofree char *path = desk_path (error);
  g_autoptr (MftDesk) desk = desk_new ();

  if (path == NULL)
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&desk);
  g_autoptr (GBytes) bytes = mft_file_read (path, 1 << 20, error);
  g_autoptr (JsonObject) object
      = bytes != NULL ? mft_json_parse_object (bytes, "meja.json", error) : NULL;
  if (object == NULL)
    return NULL;
  read_files (desk, object);
  JsonNode *folder = json_object_get_member (object, "folder");
  if (folder != NULL && json_node_get_value_type (folder) == G_TYPE_STRING)
    desk->folder = g_strdup (json_node_get_string (folder));
  return g_steal_pointer (&desk);
}

gboolean
mft_desk_save (const MftDesk *desk, GError **error)
{
  g_autofree char *path = desk_path (error);
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  if (path == NULL)
    return FALSE;
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "folder", desk->folder);
  mft_json_writer_array (json, "files");
  for (guint i = 0; i < MIN (desk->files->len, FILES_MOST); i++)
    mft_json_writer_string (json, NULL, g_ptr_array_index (desk->files, i));
  g_autofree char *text = mft_json_writer_finish (json);
  return mft_safe_file_save (path, text, strlen (text), TRUE, error);
}

void
mft_desk_free (MftDesk *desk)
{
  g_ptr_array_unref (desk->files);
  g_free (desk->folder);
  g_free (desk);
}

void
mft_desk_take_away (MftDesk *desk, const char *path)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (desk->files, path, g_str_equal, &index))
    g_ptr_array_remove_index (desk->files, index);
}

void
mft_desk_put (MftDesk *desk, const char *path)
{
  mft_desk_take_away (desk, path);
  g_ptr_array_insert (desk->files, 0, g_strdup (path));
}

void
mft_desk_replace (MftDesk *desk, const char *signed_input, const char *result)
{
  mft_desk_take_away (desk, signed_input);
  mft_desk_put (desk, result);
}

static gboolean
is_pdf (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".pdf") && name[0] != '.';
}

/* NAME.pdf where NAME_ttd-1.pdf is there too: it was signed, the other one goes on. */
static gboolean
was_signed_into (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".pdf"));
  const char *mark = g_strrstr (stem, "_ttd-");
  guint64 number = mark != NULL ? g_ascii_strtoull (mark + strlen ("_ttd-"), NULL, 10) : 0;
  g_autofree char *base = number > 0 ? g_strndup (stem, (gsize) (mark - stem)) : g_strdup (stem);
  g_autofree char *next = g_strdup_printf ("%s_ttd-%" G_GUINT64_FORMAT ".pdf", base, number + 1);

  return g_file_test (next, G_FILE_TEST_EXISTS);
}

/* A batch puts its results into a folder below, under the same names. */
static gboolean
was_signed_below (const MftDesk *desk, const char *name)
{
  for (guint i = 0; i < desk->files->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (desk->files, i));
      g_autofree char *below = g_path_get_dirname (g_ptr_array_index (desk->files, i));
      g_autofree char *folder = g_path_get_dirname (below);
      if (g_str_equal (base, name) && g_str_equal (folder, desk->folder))
        return TRUE;
    }
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_folder (const MftDesk *desk, GPtrArray *paths)
{
  g_autoptr (GDir) folder = desk->folder != NULL ? g_dir_open (desk->folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && found->len < FILES_MOST && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (desk->folder, name, NULL);
      if (is_pdf (name) && g_file_test (path, G_FILE_TEST_IS_REGULAR) && !was_signed_into (path)
          && !was_signed_below (desk, name)
          && !g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
        g_ptr_array_add (found, g_steal_pointer (&path));
    }
  g_ptr_array_sort (found, compare_names);
  g_ptr_array_extend_and_steal (paths, g_steal_pointer (&found));
}

GPtrArray *
mft_desk_paths (const MftDesk *desk)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < desk->files->len; i++)
    if (g_file_test (g_ptr_array_index (desk->files, i), G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (paths, g_strdup (g_ptr_array_index (desk->files, i)));
  add_folder (desk, paths);
  return paths;
}
