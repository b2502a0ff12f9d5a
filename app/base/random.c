/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/random.h"

#include <openssl/rand.h>

static GRand *fixed;

void
mft_random_bytes (guint8 *bytes, gsize size)
{
  if (fixed != NULL)
    {
      for (gsize i = 0; i < size; i++)
        bytes[i] = (guint8) g_rand_int_range (fixed, 0, 256);
      return;
    }
  if (size > G_MAXINT || RAND_bytes (bytes, (int) size) != 1)
    g_error ("no random numbers");
}

char *
mft_random_id (void)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint8 bytes[10];
  char *id = g_malloc (sizeof bytes + 1);

  mft_random_bytes (bytes, sizeof bytes);
  id[0] = alphabet[bytes[0] % 26];
  for (gsize i = 1; i < sizeof bytes; i++)
    id[i] = alphabet[bytes[i] % 32];
  id[sizeof bytes] = '\0';
  return id;
}

void
mft_random_seed (guint32 seed)
{
  g_clear_pointer (&fixed, g_rand_free);
  if (seed != 0)
    fixed = g_rand_new_with_seed (seed);
}
