/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/piece.h"

G_BEGIN_DECLS

/* Some lines of a piece on a page (all of a piece that stays whole). */
typedef struct
{
  guint piece;
  guint from, to; /* lines, `to` not included */
  double y;       /* its top, from the top of the text area */
  double height;
  gboolean first, last; /* whether the piece begins and ends here */
  gboolean again;       /* a table's head where the table goes on */
} MftFragment;

/* Cuts the pieces (MftPiece) from `from` to `to` into pages of `height` points, and adds these to
 * `pages`: arrays of MftFragment, at least one. No heading stays behind without its text, no single
 * first or last line of a paragraph stands alone; the text breaks wherever it must rather than not at
 * all. */
void mft_paginate (GPtrArray *pieces, guint from, guint to, double height, GPtrArray *pages);

G_END_DECLS
