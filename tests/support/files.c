/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files.h"

#include <string.h>

guint
mft_test_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

GBytes *
mft_test_replaced (GBytes *bytes, const char *from, const char *to)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *place = memmem (data, size, from, strlen (from));
  g_autoptr (GByteArray) other = g_byte_array_new ();

  g_assert_nonnull (place);
  g_byte_array_append (other, (const guint8 *) data, (guint) (place - data));
  g_byte_array_append (other, (const guint8 *) to, (guint) strlen (to));
  place += strlen (from);
  g_byte_array_append (other, (const guint8 *) place, (guint) (data + size - place));
  return g_byte_array_free_to_bytes (g_steal_pointer (&other));
}
