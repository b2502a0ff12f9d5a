/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/jpeg.h"
#include "draw/mark.h"
#include "draw/rsvg.h"

G_BEGIN_DECLS

struct MftMark
{
  grefcount references;
  RsvgHandle *vector;     /* an SVG file, or NULL */
  cairo_surface_t *image; /* the dots of a PNG or JPEG file, or NULL */
  GBytes *photo;          /* a JPEG file that a PDF can have as it is, or NULL */
  MftJpeg jpeg;           /* its head */
  MftMarkDraw draw;       /* or NULL; none of them: our own */
  gpointer data;
  GDestroyNotify destroy;
  MftUnderWords *words; /* or NULL */
  double width, height; /* of what is drawn */
};

/* Our own, in a square of 100 × 100. */
void _mft_mark_draw_own (MftCanvas *canvas);

/* An SVG file in the same square. */
void _mft_mark_draw_vector (MftMark *mark, cairo_t *cr);

/* What is drawn, as dots; `scale` leads from its own points to the page's. Owned by the caller. */
cairo_surface_t *_mft_mark_new_picture (MftMark *mark, double scale);

/* The words under it, scaled the same way. */
void _mft_mark_show_words (const MftMark *mark, MftCanvas *canvas, double scale);

G_END_DECLS
