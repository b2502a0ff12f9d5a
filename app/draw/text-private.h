/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/text.h"

G_BEGIN_DECLS

/* A box in place of a character that the face lacks. */
typedef struct
{
  double x;
  double width;
  gunichar character;
} MftTextBox;

/* Neighbouring glyphs of one face, colour and link, with the text each cluster stands for. */
typedef struct
{
  PangoFont *face;
  cairo_scaled_font_t *font; /* the face's */
  double size;
  GArray *glyphs;   /* cairo_glyph_t */
  GArray *clusters; /* cairo_text_cluster_t */
  GString *text;
  GArray *boxes; /* MftTextBox */
  gboolean coloured;
  PangoColor colour;
  char *link;
} MftTextRun;

const MftTextRun *_mft_text_line_run (const MftTextLine *line, guint part);

/* The boxes as a path around the line's left end, and the width of their lines, in `cr`. */
void _mft_text_run_trace_boxes (const MftTextRun *run, cairo_t *cr);

G_END_DECLS
