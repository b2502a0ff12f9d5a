/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Part of a difference in words. What is kept and removed, put together, is the left text exactly; what
 * is kept and added the right one. */
typedef enum
{
  MFT_PIECE_KEPT = '=',
  MFT_PIECE_REMOVED = '-',
  MFT_PIECE_ADDED = '+',
} MftPieceKind;

typedef struct
{
  MftPieceKind kind;
  char *text; /* never "" */
} MftPiece;

/* An empty array of MftPiece. */
GArray *mft_pieces_new (void);

/* Adds `length` bytes; joins what is of one kind and keeps what was removed before what was added. */
void mft_pieces_add (GArray *pieces, MftPieceKind kind, const char *text, gsize length);

/* The difference of two texts by their lexemes, made to read like a person's redline: removed before
 * added, and a lone word between two replacements replaced with them. Owned by the caller. */
GArray *mft_pieces_diff (const char *left, GArray *left_lexemes, const char *right,
                         GArray *right_lexemes);

G_END_DECLS
