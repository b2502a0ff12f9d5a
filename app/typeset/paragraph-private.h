/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/line-breaks.h"
#include "typeset/paragraph.h"

#include "draw/shaper.h"

G_BEGIN_DECLS

/* What holds for a stretch of characters. */
typedef struct
{
  guint start;
  MftStyle style;
  char *destination;
  gboolean whole;
} Stretch;

struct MftParagraph
{
  GArray *characters; /* gunichar */
  GArray *stretches;
};

/* Where the stretch of this index ends. */
guint _mft_paragraph_stretch_end (const MftParagraph *paragraph, guint index);

/* A space, or letters that no line's end comes between. */
typedef struct
{
  const MftShape *shape;
  guint from, to; /* glyphs */
  const char *destination;
  const MftShape *hyphen; /* what a line that ends here ends in, or NULL */
} Atom;

/* Both arrays are of one length. */
typedef struct
{
  GArray *atoms;
  GArray *items; /* MftLineItem */
} Atoms;

/* The paragraph's letters as glyphs; FALSE if they are not all of plain scripts and in their faces:
 * pango lays them out then. */
gboolean _mft_atoms_init (Atoms *atoms, MftParagraph *paragraph, PangoContext *context,
                          const MftFace *face, gboolean hyphenated);
void _mft_atoms_clear (Atoms *atoms);

/* Lets lines end inside what is longer than a line: at its spaces, else anywhere. */
void _mft_atoms_cut (Atoms *atoms, double width);

double _mft_atoms_natural_width (const Atoms *atoms);
double _mft_atoms_longest (const Atoms *atoms); /* without a line's end in it */

/* What each space of a line gets beyond its own width, for `left` points to fill. A line of few words that
 * would be torn apart by more than `most` stays as it is, flush left. */
double _mft_paragraph_step (double left, guint spaces, MftAlign align, gboolean last, double most);

/* The same by pango: scripts from right to left, characters that the face lacks. */
void _mft_paragraph_pango_lines (MftParagraph *paragraph, PangoContext *context,
                                 const MftFace *face, double width, MftAlign align, GArray *lines);
double _mft_paragraph_pango_width (MftParagraph *paragraph, PangoContext *context,
                                   const MftFace *face, gboolean of_word);

G_END_DECLS
