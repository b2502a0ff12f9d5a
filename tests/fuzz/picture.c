/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "agreement/picture-strip.h"

/* Pictures of others: what is left of one is a picture of which nothing more goes. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  MftAssetKind kind;

  if (!mft_asset_get_kind (bytes, &kind))
    return 0;
  g_autoptr (GBytes) once = mft_picture_strip (bytes, kind);
  g_autoptr (GBytes) twice = mft_picture_strip (once, kind);
  g_assert (g_bytes_equal (once, twice));
  g_assert (g_bytes_get_size (once) <= size);
  return 0;
}
