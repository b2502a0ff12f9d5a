/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/picture.h"

#include "agreement/asset.h"

GBytes *
mft_picture_as_png (GBytes *bytes, GError **error)
{
  g_autoptr (GdkTexture) texture = NULL;
  MftAssetKind kind;

  if (!mft_asset_get_kind (bytes, &kind) || kind != MFT_ASSET_JPEG)
    return g_bytes_ref (bytes);
  texture = gdk_texture_new_from_bytes (bytes, error);
  return texture != NULL ? gdk_texture_save_to_png_bytes (texture) : NULL;
}
