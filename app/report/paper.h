/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/marked.h"

G_BEGIN_DECLS

/* A report on paper: paragraphs, facts and tables that flow over A4 pages, as tagged PDF/A. Texts may be
 * anything. */
typedef struct MftPaper MftPaper;

/* `footer`: stands on every page before its number, or NULL. Errors: MFT_DRAW_ERROR_FONT. */
MftPaper *mft_paper_new (const char *title, gboolean landscape, const char *footer, GError **error);
void mft_paper_free (MftPaper *paper);

/* A heading of level 1 or 2. */
void mft_paper_heading (MftPaper *paper, guint level, const char *text);

typedef enum
{
  MFT_PAPER_CENTRED = 1 << 0,
  MFT_PAPER_BOLD = 1 << 1,
  MFT_PAPER_SMALL = 1 << 2,
  MFT_PAPER_BAR = 1 << 3, /* a bar at the edge: here something changed */
} MftPaperStyle;

/* `marked`: of MftMarkedSpan. */
void mft_paper_text (MftPaper *paper, GArray *marked, MftPaperStyle style);

typedef enum
{
  MFT_PAPER_NEUTRAL,
  MFT_PAPER_GOOD,
  MFT_PAPER_UNSURE,
  MFT_PAPER_BAD,
} MftPaperTone;

/* An answer that is seen first: a word and its sentence on a tinted ground. */
void mft_paper_answer (MftPaper *paper, MftPaperTone tone, const char *word, const char *sentence);

/* "Label   text", the text in a column of its own; a very long one is cut. */
void mft_paper_fact (MftPaper *paper, const char *label, const char *text, MftPaperStyle style);

/* A table: its head is repeated on every page, a row that does not fit goes on there. Widths are shares. */
void mft_paper_table_begin (MftPaper *paper, const char *const *titles, const double *weights,
                            guint n_columns);

/* `cells`: of GArray of MftMarkedSpan, one a column. */
void mft_paper_table_row (MftPaper *paper, GPtrArray *cells);
void mft_paper_table_end (MftPaper *paper);

/* What follows begins on a new page. */
void mft_paper_break (MftPaper *paper);

/* Once. Errors: MFT_DRAW_ERROR. */
GBytes *mft_paper_finish (MftPaper *paper, GDateTime *date, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftPaper, mft_paper_free)

G_END_DECLS
