/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A glyph, and where in the text the cluster that it belongs to begins. Points. */
typedef struct
{
  guint32 glyph;
  guint at; /* bytes */
  double advance, x, y;
} MftGlyph;

/* A few letters as glyphs of one face, left to right. Immutable; lives as long as its shaper. */
typedef struct
{
  PangoFont *face;
  char *text;
  MftGlyph *glyphs;
  guint n_glyphs;
  double width;
} MftShape;

/* Turns words into glyphs, each word of a face once. For one thread. */
typedef struct MftShaper MftShaper;

/* A face of exactly this family; belongs to its shaper. */
typedef struct MftShaperFace MftShaperFace;

/* The shaper of a context: made when it is first asked for, freed with the context. */
MftShaper *mft_shaper_of (PangoContext *context);

/* `size` in points. */
MftShaperFace *mft_shaper_face (MftShaper *shaper, const char *family, double size, gboolean bold,
                                gboolean italic);

/* The glyphs of a text, without ligatures; NULL if the face lacks a character or the
 * text is of a script that takes more than one glyph after the other: that is pango's work. */
const MftShape *mft_shaper_shape (MftShaperFace *face, const char *text);

/* What a line ends in where a word is broken. It reads as a soft hyphen. */
const MftShape *mft_shaper_hyphen (MftShaperFace *face);

G_END_DECLS
