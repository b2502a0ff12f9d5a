/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/shown.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_LINE_PLAIN,
  MFT_LINE_CENTERED, /* the title block */
  MFT_LINE_HEADING,  /* "Pasal 7" above JANGKA WAKTU */
  MFT_LINE_AYAT,
  MFT_LINE_ITEM, /* with its level */
  MFT_LINE_ROW,  /* of a table: shown, not edited here */
} MftLineStyle;

/* What one line of the editor shows of one block: label, words, and where they come from. Holds its
 * own text and survives the block. */
typedef struct
{
  char *id;
  MftLineStyle style;
  guint level;     /* of the label's indent, 0…5 */
  gboolean begins; /* the first line of a part */
  char *shown;     /* prefix and words, without line end */
  guint prefix;    /* characters before the words: the label and what parts it from them */
  MftText *text;   /* keeps the runs of `spans` alive */
  GArray *spans;   /* of MftShownSpan */
} MftLine;

/* NULL for a block that has no line of its own (parts, tables, cells). */
MftLine *mft_line_new (MftAgreement *agreement, MftBlock *block);
void mft_line_free (MftLine *line);

/* Equal on the screen, atoms included. */
gboolean mft_line_equal (const MftLine *a, const MftLine *b);

/* Between a character of the line and a character of the block's text. An offset in the label is the
 * text's start; one inside an atom is the atom's start, or its end with `after`. */
guint mft_line_to_text (const MftLine *line, guint offset, gboolean after);
guint mft_line_from_text (const MftLine *line, guint text_offset);

/* The lines of the whole agreement in order. Array of MftLine, owned by the caller. */
GPtrArray *mft_lines_new (MftAgreement *agreement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftLine, mft_line_free)

G_END_DECLS
