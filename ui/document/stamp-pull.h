/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/page.h"

G_BEGIN_DECLS

/* Which sides of a stamp are pulled; all of them move it. */
typedef enum
{
  MFT_PULL_LEFT = 1 << 0,
  MFT_PULL_RIGHT = 1 << 1,
  MFT_PULL_TOP = 1 << 2,
  MFT_PULL_BOTTOM = 1 << 3,
  MFT_PULL_ALL = MFT_PULL_LEFT | MFT_PULL_RIGHT | MFT_PULL_TOP | MFT_PULL_BOTTOM,
} MftPull;

/* What a drag pulls that begins at x, y (pixels from the upper left corner) of a stamp of this size;
 * 0: it is outside. */
MftPull mft_stamp_pull_at (double x, double y, double width, double height);

/* `rect` pulled by dx, dy points, up being positive. It stays inside the page and readable; pulled by
 * a corner it keeps its shape. */
MftPdfRect mft_stamp_pull (const MftPdfRect *rect, MftPull pull, double dx, double dy,
                           double page_width, double page_height);

G_END_DECLS
