/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/canvas.h"
#include "typeset/furniture.h"
#include "typeset/pages.h"
#include "typeset/section.h"

G_BEGIN_DECLS

typedef struct
{
  const MftProfile *profile; /* of one of the sections, or the agreement's */
  guint run;                 /* pages of one run of text have the same number */
  GArray *fragments;         /* MftFragment */
} MftPage;

struct MftPages
{
  gatomicrefcount references;
  MftProfile profile;
  MftFurniture *furniture;
  char *title;
  GPtrArray *sections; /* MftSection */
  GPtrArray *pieces;   /* MftPiece, borrowed from the sections */
  GPtrArray *cut;      /* MftPage */
  GArray *places;      /* MftBlockPlace */
  GArray *fields;      /* MftFieldPlace */
  GArray *missing;     /* MftMissingGlyph */
};

const MftPage *_mft_pages_get (const MftPages *pages, guint page);

/* The page's head, foot and text on a canvas that has begun it. `tags`: MftTag → the canvas's number
 * of it, filled while pages are drawn; NULL with somebody else's surface. */
void _mft_pages_draw_on (const MftPages *pages, guint page, PangoContext *context,
                         MftCanvas *canvas, GHashTable *tags);

/* Where the baseline stands in a line of the piece. */
double _mft_piece_baseline (const MftPiece *piece);

/* Fills in where blocks and fields stand, and the characters that are missing. */
void _mft_pages_map (MftPages *pages, MftAgreement *agreement, guint reviewers);

G_END_DECLS
