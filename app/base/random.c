/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/random.h"

#include <errno.h>
#include <sys/random.h>

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
  while (size > 0)
    {
      ssize_t got = getrandom (bytes, size, 0);
      if (got < 0 && errno != EINTR)
        g_error ("no random numbers");
      bytes += MAX (got, 0);
      size -= (gsize) MAX (got, 0);
    }
}

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";

char *
mft_id_from_bytes (const guint8 *bytes)
{
  char *id = g_malloc (MFT_ID_SIZE + 1);

  id[0] = alphabet[bytes[0] % 26];
  for (gsize i = 1; i < MFT_ID_SIZE; i++)
    id[i] = alphabet[bytes[i] % 32];
  id[MFT_ID_SIZE] = '\0';
  return id;
}

char *
mft_random_id (void)
{
  guint8 bytes[MFT_ID_SIZE];

  mft_random_bytes (bytes, sizeof bytes);
  return mft_id_from_bytes (bytes);
}

gboolean
mft_is_id (const char *text)
{
  return text != NULL && strlen (text) == MFT_ID_SIZE && g_ascii_islower (text[0])
         && strspn (text, alphabet) == MFT_ID_SIZE;
}

void
mft_random_seed (guint32 seed)
{
  g_clear_pointer (&fixed, g_rand_free);
  if (seed != 0)
    fixed = g_rand_new_with_seed (seed);
}
