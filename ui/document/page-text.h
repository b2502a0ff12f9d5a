/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "exchange/pdf/poppler.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* The characters of a page in reading order, each with its box, in points from the page's upper left corner:
 * for finding, selecting and copying. Lines of one paragraph are joined by a space, paragraphs by a new line.
 * A position stands before the character of that number. Immutable. */
typedef struct MftPageText MftPageText;

MftPageText *mft_page_text_new (const MftPages *pages, guint page);
MftPageText *mft_page_text_new_pdf (PopplerPage *page);
void mft_page_text_free (MftPageText *text);

guint mft_page_text_length (const MftPageText *text);

/* The position nearest to a point. */
guint mft_page_text_at (const MftPageText *text, double x, double y);

/* The position a line above or below, as far to the right. */
guint mft_page_text_beside (const MftPageText *text, guint position, gboolean below);

/* Where the word, or the paragraph, around a position begins and ends. */
void mft_page_text_word (const MftPageText *text, guint position, guint *start, guint *end);
void mft_page_text_paragraph (const MftPageText *text, guint position, guint *start, guint *end);

/* The boxes of a stretch, one for each line of it, added to an array of graphene_rect_t. */
void mft_page_text_add_boxes (const MftPageText *text, guint start, guint end, GArray *boxes);

/* The words of a stretch, hyphenated ones whole. Owned by the caller. */
char *mft_page_text_dup (const MftPageText *text, guint start, guint end);

/* The first place at or after `*start` that says `words`, whatever its capitals, hyphens and line ends. */
gboolean mft_page_text_find (const MftPageText *text, const char *words, guint *start, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPageText, mft_page_text_free)

G_END_DECLS
