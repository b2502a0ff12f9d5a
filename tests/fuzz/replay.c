/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target without a fuzzer: replay FOLDER feeds it every file of the folder and a fixed
 * sequence of changed copies. */
#include <glib.h>

#include "fuzz.h"

#define COPIES_MOST 300
#define COPIES_LEAST 20
#define BYTES 150000 /* of copies, of one input */

/* Flips, overwrites, removes or repeats a few bytes. */
static void
change (GByteArray *bytes, GRand *rand)
{
  for (int i = g_rand_int_range (rand, 1, 5); i > 0 && bytes->len > 1; i--)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      guint wanted = (guint) g_rand_int_range (rand, 1, 20);
      guint span = MIN (bytes->len - at, wanted);
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          bytes->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
          break;
        case 1:
          bytes->data[at] = (guint8) "0123456789<>[]()/ "[g_rand_int_range (rand, 0, 18)];
          break;
        case 2:
          g_byte_array_remove_range (bytes, at, span);
          break;
        default:
          {
            g_autofree guint8 *piece = g_memdup2 (bytes->data + at, span);
            g_byte_array_append (bytes, piece, span);
            break;
          }
        }
    }
}

static void
replay (const char *path)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &error))
    g_error ("%s", error->message);
  LLVMFuzzerTestOneInput ((const guint8 *) data, size);
  gsize copies = CLAMP (BYTES / MAX (size, 1), COPIES_LEAST, COPIES_MOST);
  for (gsize i = 0; i < copies; i++)
    {
      g_autoptr (GByteArray) copy = g_byte_array_new ();
      g_byte_array_append (copy, (const guint8 *) data, (guint) size);
      change (copy, rand);
      LLVMFuzzerTestOneInput (copy->data, copy->len);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  guint count = 0;

  g_assert (argc == 2);
  g_autoptr (GDir) folder = g_dir_open (argv[1], 0, &error);
  if (folder == NULL)
    g_error ("%s", error->message);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL; count++)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      replay (path);
    }
  if (count == 0)
    g_error ("no inputs in %s", argv[1]);
  return 0;
}
