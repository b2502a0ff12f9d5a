/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pages of a report: headings, facts and sentences one below the other on A4, as PDF/A. Texts are
 * plain and may be anything; very long ones are cut. */
typedef struct MftSheet MftSheet;

typedef enum
{
  MFT_SHEET_GOOD,
  MFT_SHEET_UNSURE,
  MFT_SHEET_BAD,
  MFT_SHEET_NEUTRAL,
} MftSheetTone;

/* `footer` stands on every page. Errors: MFT_DRAW_ERROR_FONT. */
MftSheet *mft_sheet_new (const char *title, const char *footer, GError **error);
void mft_sheet_free (MftSheet *sheet);

/* What follows begins on a page of its own. */
void mft_sheet_break (MftSheet *sheet);

void mft_sheet_title (MftSheet *sheet, const char *text);
void mft_sheet_heading (MftSheet *sheet, const char *text);
void mft_sheet_paragraph (MftSheet *sheet, const char *text);

/* An answer that is seen first: a word and its sentence on a tinted ground. */
void mft_sheet_answer (MftSheet *sheet, MftSheetTone tone, const char *word, const char *sentence);

/* "Label   text", the text in a column of its own. `fine`: small, for what few will read. */
void mft_sheet_fact (MftSheet *sheet, const char *label, const char *text, gboolean fine);

/* The PDF, once. Errors: MFT_DRAW_ERROR_PDF. */
GBytes *mft_sheet_finish (MftSheet *sheet, GDateTime *date, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftSheet, mft_sheet_free)

G_END_DECLS
