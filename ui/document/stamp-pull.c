/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/stamp-pull.h"

#define GRIP 9.0 /* pixels around a side */
#define WIDTH_LEAST 20.0
#define HEIGHT_LEAST 14.0

MftPull
mft_stamp_pull_at (double x, double y, double width, double height)
{
  guint pull = 0;

  if (x < -GRIP || y < -GRIP || x > width + GRIP || y > height + GRIP)
    return 0;
  /* A small stamp keeps room in the middle to be moved by. */
  double grip_x = MIN (GRIP, width / 4), grip_y = MIN (GRIP, height / 4);
  if (x < grip_x)
    pull |= MFT_PULL_LEFT;
  else if (x > width - grip_x)
    pull |= MFT_PULL_RIGHT;
  if (y < grip_y)
    pull |= MFT_PULL_TOP;
  else if (y > height - grip_y)
    pull |= MFT_PULL_BOTTOM;
  return pull != 0 ? (MftPull) pull : MFT_PULL_ALL;
}

static MftPdfRect
move (const MftPdfRect *rect, double dx, double dy, double page_width, double page_height)
{
  double width = rect->right - rect->left, height = rect->top - rect->bottom;
  double left = CLAMP (rect->left + dx, 0, MAX (0, page_width - width));
  double bottom = CLAMP (rect->bottom + dy, 0, MAX (0, page_height - height));

  return (MftPdfRect){ left, bottom, left + width, bottom + height };
}

static gboolean
is_corner (MftPull pull)
{
  return (pull & (MFT_PULL_LEFT | MFT_PULL_RIGHT)) != 0
         && (pull & (MFT_PULL_TOP | MFT_PULL_BOTTOM)) != 0;
}

MftPdfRect
mft_stamp_pull (const MftPdfRect *rect, MftPull pull, double dx, double dy, double page_width,
                double page_height)
{
  double old_width = rect->right - rect->left, old_height = rect->top - rect->bottom;

  if (pull == MFT_PULL_ALL)
    return move (rect, dx, dy, page_width, page_height);
  double room_x = pull & MFT_PULL_LEFT ? rect->right : page_width - rect->left;
  double room_y = pull & MFT_PULL_BOTTOM ? rect->top : page_height - rect->bottom;
  double width = old_width + (pull & MFT_PULL_RIGHT ? dx : pull & MFT_PULL_LEFT ? -dx : 0);
  double height = old_height + (pull & MFT_PULL_TOP ? dy : pull & MFT_PULL_BOTTOM ? -dy : 0);
  width = CLAMP (width, WIDTH_LEAST, MAX (WIDTH_LEAST, room_x));
  height = CLAMP (height, HEIGHT_LEAST, MAX (HEIGHT_LEAST, room_y));
  if (is_corner (pull))
    {
      double scale = MAX (width / old_width, height / old_height);
      scale = MIN (scale, MIN (room_x / old_width, room_y / old_height));
      width = old_width * scale;
      height = old_height * scale;
    }
  MftPdfRect pulled = *rect;
  if (pull & MFT_PULL_LEFT)
    pulled.left = rect->right - width;
  else
    pulled.right = rect->left + width;
  if (pull & MFT_PULL_BOTTOM)
    pulled.bottom = rect->top - height;
  else
    pulled.top = rect->bottom + height;
  return pulled;
}
