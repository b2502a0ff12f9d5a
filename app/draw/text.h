/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/shaper.h"

G_BEGIN_DECLS

/* One line of glyphs, free of the layout it came from: immutable, may be shown from any thread.
 * Unlike pango's own drawing it writes a real space at the line's end and nothing for characters
 * without a picture, so the text of a PDF comes out whole and without replacement text. A character
 * that the face lacks is an empty box drawn with lines, never the font's .notdef. */
typedef struct MftTextLine MftTextLine;

MftTextLine *mft_text_line_new (PangoLayoutLine *line);

/* A line without words, and glyphs from `from` up to `to` at its right end, with `more` points after
 * them. Only before the line is shared. `destination`: where the words lead to, or NULL. */
MftTextLine *mft_text_line_new_empty (void);
void mft_text_line_append (MftTextLine *line, const MftShape *shape, guint from, guint to,
                           const char *destination, double more);
void mft_text_line_free (MftTextLine *line);

/* Points. */
double mft_text_line_width (const MftTextLine *line);

/* Whether it ends in a hyphen, of whatever kind. */
gboolean mft_text_line_is_hyphenated (const MftTextLine *line);

/* Adds the characters that the faces lack, each once, to an array of gunichar. */
void mft_text_line_missing (const MftTextLine *line, GArray *missing);

/* Neighbouring words of one look, and where they lead to. */
typedef struct
{
  const char *words;
  const char *destination; /* or NULL */
  double x, width;         /* x from the line's left end */
  double ascent, descent;
} MftTextPart;

guint mft_text_line_n_parts (const MftTextLine *line);
MftTextPart mft_text_line_part (const MftTextLine *line, guint part);

/* The left end of each character of a part's words, and the right end of the last, from the line's left
 * end: an array of double, owned by the caller. */
GArray *mft_text_line_part_edges (const MftTextLine *line, guint part);

/* Where a part leads to, or NULL; without measuring it. */
const char *mft_text_line_part_destination (const MftTextLine *line, guint part);

/* The line's left end at x, the baseline at y. */
void mft_text_line_show_part (const MftTextLine *line, guint part, cairo_t *cr, double x, double y);

/* Makes a range of a layout's text lead to a named place: mft_canvas_show_line(). */
PangoAttribute *mft_text_link_new (const char *destination);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftTextLine, mft_text_line_free)

G_END_DECLS
