/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/page.h"

G_BEGIN_DECLS

/* A path that a look paints. */
typedef struct
{
  const char *fill;   /* colour in words of its operators; NULL: it is not filled */
  const char *stroke; /* the same */
  double width;       /* of the stroke */
  GArray *points;     /* double: x, y, in the look's units; NULL: there were too many */
  gboolean is_rectangle;
  gboolean is_partial; /* cut off or made transparent in some way: it may hide less than it seems */
} MftLookShape;

void mft_look_shape_free (MftLookShape *shape);

/* The box around points. */
MftPdfRect mft_look_box (const GArray *points);

/* Give or take a line's width: programs set their frames that much in or out. */
gboolean mft_look_lies_within (const MftPdfRect *inner, const MftPdfRect *outer);

/* Whether what painted `before` may paint `now`: the same again, or a part of the same area. */
gboolean mft_look_shape_licenses (const MftLookShape *before, const MftLookShape *now);

G_END_DECLS
