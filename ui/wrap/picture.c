/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/picture.h"

#include "agreement/asset.h"
#include "exchange/picture.h"

/* A whole page at 600 dots an inch. */
#define DOTS_MOST (40 * 1000 * 1000)

GdkTexture *
mft_picture_new_texture (GBytes *bytes, GError **error)
{
  guint across, down;

  if (mft_picture_get_sides (bytes, &across, &down) && (guint64) across * down <= DOTS_MOST)
    return gdk_texture_new_from_bytes (bytes, error);
  g_set_error (error, GDK_TEXTURE_ERROR, GDK_TEXTURE_ERROR_TOO_LARGE,
               "the picture has too many dots");
  return NULL;
}

GBytes *
mft_picture_as_png (GBytes *bytes, GError **error)
{
  g_autoptr (GdkTexture) texture = NULL;
  MftAssetKind kind;

  if (!mft_asset_get_kind (bytes, &kind) || kind != MFT_ASSET_JPEG)
    return g_bytes_ref (bytes);
  texture = mft_picture_new_texture (bytes, error);
  return texture != NULL ? gdk_texture_save_to_png_bytes (texture) : NULL;
}
