/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture to be shown; its sides are read before it is decoded, for a small file may claim any number of
 * dots. Owned by the caller. Errors: of GdkTexture; _TOO_LARGE also for what is neither PNG nor JPEG. */
GdkTexture *mft_picture_new_texture (GBytes *bytes, GError **error);

/* A picture from a file as PNG, which pages draw: a JPEG is written anew, all else stays as it is. Owned
 * by the caller. Errors: of GdkTexture, for a JPEG that cannot be read. */
GBytes *mft_picture_as_png (GBytes *bytes, GError **error);

G_END_DECLS
