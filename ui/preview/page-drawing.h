/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Draws page `number` in `width` × `height` pixels on one thread beside the main one, the newest wish
 * first. `dark`: light letters on dark paper. `source` is kept until the callback. */
void mft_page_drawing_async (MftPages *pages, guint number, int width, int height, gboolean dark,
                             GObject *source, GAsyncReadyCallback callback);

/* The picture, and whose it is: `pages` gets a borrowed pointer that says no more than that. */
GdkTexture *mft_page_drawing_finish (GAsyncResult *result, const MftPages **pages);

/* The same at once. Owned by the caller. */
GdkTexture *mft_page_drawing (MftPages *pages, guint number, int width, int height, gboolean dark);

G_END_DECLS
