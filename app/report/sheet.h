/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/marked.h"

G_BEGIN_DECLS

/* A report on paper: paragraphs, facts and tables that flow over A4 pages, as tagged PDF/A. Texts may be
 * anything. */
typedef struct MftSheet MftSheet;

/* `footer`: stands on every page before its number, or NULL. Errors: MFT_DRAW_ERROR_FONT. */
MftSheet *mft_sheet_new (const char *title, gboolean landscape, const char *footer, GError **error);
void mft_sheet_free (MftSheet *sheet);

/* A heading of level 1 or 2. */
void mft_sheet_heading (MftSheet *sheet, guint level, const char *text);

typedef enum
{
  MFT_SHEET_CENTRED = 1 << 0,
  MFT_SHEET_BOLD = 1 << 1,
  MFT_SHEET_SMALL = 1 << 2,
  MFT_SHEET_BAR = 1 << 3,      /* a bar at the edge: here something changed */
  MFT_SHEET_LEADING = 1 << 4,  /* leads to what follows, so it is not left alone at a page's foot */
  MFT_SHEET_INDENTED = 1 << 5, /* of a list */
} MftSheetStyle;

/* `marked`: of MftMarkedSpan. */
void mft_sheet_text (MftSheet *sheet, GArray *marked, MftSheetStyle style);

typedef enum
{
  MFT_SHEET_NEUTRAL,
  MFT_SHEET_GOOD,
  MFT_SHEET_UNSURE,
  MFT_SHEET_BAD,
} MftSheetTone;

/* An answer that is seen first: a word and its sentence on a tinted ground. */
void mft_sheet_answer (MftSheet *sheet, MftSheetTone tone, const char *word, const char *sentence);

/* "Label   text", the text in a column of its own; a very long one is cut. */
void mft_sheet_fact (MftSheet *sheet, const char *label, const char *text, MftSheetStyle style);

/* A table: its head is repeated on every page, a row that does not fit goes on there. Widths are shares. */
void mft_sheet_table_begin (MftSheet *sheet, const char *const *titles, const double *weights,
                            guint n_columns);

/* `cells`: of GArray of MftMarkedSpan, one a column. */
void mft_sheet_table_row (MftSheet *sheet, GPtrArray *cells);
void mft_sheet_table_end (MftSheet *sheet);

/* What follows begins on a new page. */
void mft_sheet_break (MftSheet *sheet);

/* Once. Errors: MFT_DRAW_ERROR. */
GBytes *mft_sheet_finish (MftSheet *sheet, GDateTime *date, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSheet, mft_sheet_free)

G_END_DECLS
