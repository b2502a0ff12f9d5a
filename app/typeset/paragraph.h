/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "draw/text.h"

G_BEGIN_DECLS

typedef enum
{
  MFT_ALIGN_JUSTIFIED,
  MFT_ALIGN_LEFT,
  MFT_ALIGN_CENTRE,
  MFT_ALIGN_RIGHT,
} MftAlign;

typedef struct
{
  const char *family;
  double size; /* points */
  gboolean bold;
  gboolean hyphenated; /* also where lines are not justified */
} MftFace;

/* Words on their way to lines: characters with their styles and links. */
typedef struct MftParagraph MftParagraph;

MftParagraph *mft_paragraph_new (void);
void mft_paragraph_free (MftParagraph *paragraph);

/* Plain words. Line ends count as spaces. */
void mft_paragraph_add (MftParagraph *paragraph, const char *words, MftStyle style);

/* Words that lead to a named place when `destination` is not NULL, and are not hyphenated (names,
 * numbers) if `whole`. */
void mft_paragraph_add_span (MftParagraph *paragraph, const char *words, MftStyle style,
                             const char *destination, gboolean whole);

guint mft_paragraph_length (const MftParagraph *paragraph);
gunichar mft_paragraph_character (const MftParagraph *paragraph, guint index);

/* The characters from `start` to `end` with their styles, white space trimmed. Owned by the caller. */
MftParagraph *mft_paragraph_slice (const MftParagraph *paragraph, guint start, guint end);

/* A line and where it starts in its column, in points. */
typedef struct
{
  MftTextLine *line;
  double x;
} MftPlacedLine;

/* Breaks the words into lines of `width` points: an array of MftPlacedLine with at least one line.
 * Owned by the caller. */
GArray *mft_paragraph_lines (MftParagraph *paragraph, PangoContext *context, const MftFace *face,
                             double width, MftAlign align);

/* Moves lines from one such array to the end of another. */
void mft_paragraph_move_lines (GArray *to, GArray *from);

/* How wide the longest line is when nothing breaks, and the widest single word. */
double mft_paragraph_natural_width (MftParagraph *paragraph, PangoContext *context,
                                    const MftFace *face);
double mft_paragraph_word_width (MftParagraph *paragraph, PangoContext *context,
                                 const MftFace *face);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftParagraph, mft_paragraph_free)

G_END_DECLS
