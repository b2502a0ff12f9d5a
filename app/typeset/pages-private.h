/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "typeset/pages.h"
#include "typeset/piece.h"
#include "typeset/profile.h"

G_BEGIN_DECLS

struct MftPages
{
  const MftProfile *profile;
  gboolean draft;
  char *title;
  MftMark *mark;
  GPtrArray *pieces;  /* MftPiece */
  GPtrArray *cut;     /* a page each: array of MftFragment */
  GPtrArray *numbers; /* MftTextLine "- 2 -", NULL for the first page */
  GPtrArray *notice;  /* MftTextLine */
  GArray *places;     /* MftBlockPlace */
  GArray *fields;     /* MftFieldPlace */
  GArray *missing;    /* MftMissingGlyph */
};

/* The page's margins, foot and text on a canvas that has begun it. */
void _mft_pages_draw_on (const MftPages *pages, guint page, MftCanvas *canvas);

/* Where the baseline stands in a line of the piece. */
double _mft_piece_baseline (const MftPiece *piece);

G_END_DECLS
