/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/content.h"

#include <gio/gio.h>

#include "content-resources.h"

#define PREFIX "/id/mufakat/content/"

/* Registered by hand: a linker drops the automatic registration of a static library. */
static GResource *
content (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      mft_content_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return mft_content_get_resource ();
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GBytes *
mft_content_read (const char *name)
{
  g_autofree char *path = g_strconcat (PREFIX, name, NULL);

  return g_resource_lookup_data (content (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

char **
mft_content_list (const char *folder)
{
  g_autofree char *path = g_strconcat (PREFIX, folder, NULL);
  char **names
      = g_resource_enumerate_children (content (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}
