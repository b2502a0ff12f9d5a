/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/block.h"

G_BEGIN_DECLS

/* A line of a passage that was copied somewhere else, with what its marker says it is. */
typedef struct
{
  MftBlockKind kind; /* PASAL, AYAT, ITEM or PARAGRAPH */
  guint level;       /* of an ITEM, from 1 */
  MftText *text;     /* without the marker; bold and italic, no atoms */
} MftFragmentLine;

/* Reads "Pasal 5", "(1)", "a.", "1.", "a)", "1)" and bullets at the starts of lines; a line that goes on
 * with the one before joins it. Nothing but markers is left out; words of one line alone stay as they are. Array of MftFragmentLine, owned by the
 * caller; empty for nothing but space. */
GArray *mft_fragment_read_text (const char *words);

/* The same from HTML as browsers, mail programs and Word put it on the clipboard; scripts and styles are
 * no text. NULL if it is larger or deeper than any honest passage. */
GArray *mft_fragment_read_html (const char *html, gsize size);

G_END_DECLS
