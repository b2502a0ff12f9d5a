/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What the head of a JPEG says (ITU-T T.81, B.2.2), without decoding it. */
typedef struct
{
  guint width, height; /* dots */
  guint colours;       /* 1: grey, 3, 4 */
  gboolean
      is_common; /* eight bits, and coded as readers of PDF take it to be (ISO 32000-1, 7.4.8) */
} MftJpeg;

/* By its first bytes. */
gboolean mft_jpeg_is (GBytes *bytes);

/* FALSE: it is none, or broken off before it says. */
gboolean mft_jpeg_read_head (GBytes *bytes, MftJpeg *jpeg);

/* The picture; owned by the caller. NULL: it cannot be decoded. */
cairo_surface_t *mft_jpeg_decode (GBytes *bytes);

G_END_DECLS
