/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "agreement/bundle.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (MftBundle) bundle = mft_bundle_read (bytes, NULL, NULL);

  mft_bundle_is (bytes);
  if (bundle == NULL)
    return 0;
  g_autoptr (GBytes) written = mft_bundle_write (bundle, NULL);
  return 0;
}
