/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/change.h"

G_BEGIN_DECLS

/* How words are marked in what is given to people: by lines first, so that grey paper says it too. */
typedef enum
{
  MFT_MARK_NONE,
  MFT_MARK_REMOVED, /* struck through */
  MFT_MARK_ADDED,   /* underlined */
  MFT_MARK_MOVED,   /* underlined twice */
} MftMarkKind;

typedef struct
{
  MftMarkKind kind;
  char *text; /* never "" */
} MftMarkedSpan;

/* A text of which some words are marked: spans in order. */
GArray *mft_marked_new (void);
GArray *mft_marked_new_plain (const char *text);
void mft_marked_add (GArray *marked, MftMarkKind kind, const char *text);

/* One half of a change with what is only in it marked; NULL pieces or none of it: empty. */
GArray *mft_marked_left (const MftChange *change);
GArray *mft_marked_right (const MftChange *change);

/* All in one line without marks. Owned by the caller. */
char *mft_marked_dup_text (GArray *marked);

/* The colours that go with the marks: "#a51d2d". */
const char *mft_mark_colour (MftMarkKind kind);

G_END_DECLS
