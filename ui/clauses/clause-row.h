/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "template/clause-library.h"

G_BEGIN_DECLS

/* How a clause of the library relates to the agreement beside it. */
typedef enum
{
  MFT_CLAUSE_ELSEWHERE,
  MFT_CLAUSE_IN_TEXT,
  MFT_CLAUSE_CHANGED,  /* in the text, which has older words of it */
  MFT_CLAUSE_STAND_IN, /* another one that it may replace is in the text */
} MftClauseRelation;

/* A clause in the list of the library. */
#define MFT_TYPE_CLAUSE_ROW (mft_clause_row_get_type ())
G_DECLARE_FINAL_TYPE (MftClauseRow, mft_clause_row, MFT, CLAUSE_ROW, AdwActionRow)

/* `unit` is borrowed. */
GtkWidget *mft_clause_row_new (const MftUnit *unit, MftClauseRelation relation);

const MftUnit *mft_clause_row_get_unit (MftClauseRow *self);

/* What it is about ("Jangka waktu"). Borrowed. */
const char *mft_clause_row_get_subject (MftClauseRow *self);

/* Whether each of the words, folded in case, stands somewhere in the clause. */
gboolean mft_clause_row_holds (MftClauseRow *self, const char *words);

/* "perlu telaah" in the program's language; NULL for what nobody knows. */
const char *mft_clause_status_words (const char *status);

G_END_DECLS
