/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "container/zip.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const MftZipLimits limits
      = { .entries = 50, .entry_size = 1 << 20, .total_size = 4 << 20, .ratio = 100 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftZip) zip = mft_zip_open (bytes, &limits, NULL);

  for (guint i = 0; zip != NULL && i < mft_zip_size (zip); i++)
    {
      const char *name = mft_zip_name (zip, i);
      g_autoptr (GBytes) content = mft_zip_read (zip, name, NULL);
      g_assert (name[0] != '/' && !g_str_has_prefix (name, "../") && strstr (name, "/../") == NULL);
      g_assert (content == NULL || g_bytes_get_size (content) <= limits.entry_size);
    }
  return 0;
}
