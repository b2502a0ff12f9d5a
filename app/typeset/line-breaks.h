/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a paragraph is made of, for who breaks it into lines: words and parts of words, and the spaces
 * between them. Widths in one unit. */
typedef struct
{
  double width;
  double hyphen;  /* what a line grows by if it ends here */
  double penalty; /* for ending a line here; INFINITY: it cannot */
  gboolean space; /* gives way; nothing at a line's end */
} MftLineItem;

/* For cutting what is longer than a line. */
#define MFT_PENALTY_CUT 2000.0

typedef enum
{
  MFT_BREAK_JUSTIFIED, /* spaces as even as can be over the whole paragraph */
  MFT_BREAK_BALANCED,  /* the fewest lines, of about equal length */
  MFT_BREAK_FIRST_FIT, /* each line as full as can be */
} MftBreakRule;

/* By how much of itself a space may be narrowed. */
#define MFT_SPACE_SHRINK 0.25

/* After which item each line ends; the last is the last item. No line is longer than `width` as far as
 * the penalties allow it. `*badness` is that of the worst line: 100 if spaces are as wide as they should
 * get at most (Knuth and Plass, Breaking Paragraphs into Lines, 1981). Owned by the caller. */
GArray *mft_line_breaks (const MftLineItem *items, guint count, double width, MftBreakRule rule,
                         double *badness);

/* What these lines cost together: what mft_line_breaks() makes least. */
double mft_line_demerits (const MftLineItem *items, guint count, double width, MftBreakRule rule,
                          const GArray *breaks);

G_END_DECLS
