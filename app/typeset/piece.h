/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mark.h"
#include "typeset/paragraph.h"

G_BEGIN_DECLS

/* An element of the structure, inside another; NULL: inside the document. */
typedef struct _MftTag
{
  const struct _MftTag *parent;
  const char *name; /* "P", "LI", "TD", … */
} MftTag;

/* A column of lines inside a piece. */
typedef struct
{
  char *block; /* the block it shows, or NULL */
  double x;    /* from the left margin */
  double y;    /* from the piece's top; not 0 only in pieces that stay whole */
  double width;
  GArray *lines;     /* MftPlacedLine */
  const MftTag *tag; /* the element that its words belong to */
} MftCell;

/* A logo or a figure inside a piece that stays whole. */
typedef struct
{
  char *block; /* the FIGURE, or NULL */
  MftMark *mark;
  double x, y;
  double size;
  char *words; /* what it is, for who does not see it */
  const MftTag *tag;
} MftPicture;

/* Where a party signs, inside a piece: as large as a stamp. */
typedef struct
{
  char *block; /* the SIGNATURE */
  guint party; /* 0: a place without a field in the PDF */
  double x, y;
  const MftTag *tag;
} MftFieldSpot;

/* What an ordinary paragraph is on its way to the page: columns of lines side by side, and how it
 * holds together with its neighbours. */
typedef struct
{
  GArray *cells;    /* MftCell */
  GArray *fields;   /* MftFieldSpot */
  GArray *pictures; /* MftPicture */
  double size, leading;
  double above;           /* space over it, not at a page's head */
  double height;          /* of a whole piece; 0: may break between lines */
  double padding;         /* inside a table's cell, above and below */
  gboolean keep_next;     /* its last lines stand on the page of the next piece's first */
  gboolean keep_previous; /* its first lines stand on the page of the previous piece's last */
  gboolean together;      /* stays in one part unless there is no other way */
  gboolean page_before;
  gboolean bordered; /* a row of a table */
  guint n_lines;     /* in its longest column */
  gboolean lacking;  /* some of its characters are not in its face */
  gboolean head;     /* the table's head, drawn again where the table goes on */
  char *destination; /* a named place at its top, or NULL */
  char *outline;     /* its entry in the outline, or NULL */
} MftPiece;

MftPiece *mft_piece_new (double size, double leading);
void mft_piece_free (MftPiece *piece);

/* Takes `lines` over. `block` may be NULL. */
void mft_piece_add_cell (MftPiece *piece, const char *block, double x, double width, GArray *lines,
                         const MftTag *tag);

/* `mark` is referenced; `block` may be NULL. */
void mft_piece_add_picture (MftPiece *piece, const char *block, MftMark *mark, double x, double y,
                            double size, const char *words, const MftTag *tag);

/* Whether it stays in one part on one page. */
gboolean mft_piece_is_whole (const MftPiece *piece);

G_END_DECLS
