/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An opaque picture (RGB24 or ARGB32) as a texture; each pixel of it is the mean of `oversampling`²
 * pixels of the surface. Takes the surface over. */
GdkTexture *mft_surface_texture_new (cairo_surface_t *surface, int oversampling);

G_END_DECLS
