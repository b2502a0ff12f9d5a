/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"
#include "review/review.h"

G_BEGIN_DECLS

/* The matrices that bureaus discuss changes with. */
typedef enum
{
  MFT_MATRIX_CHANGES, /* No | Pasal | Semula | Menjadi | Keterangan */
  MFT_MATRIX_DISCUSSION, /* No | Pasal | Draf PIHAK KESATU | Usulan PIHAK KEDUA | Hasil pembahasan | Keterangan */
} MftMatrixKind;

typedef enum
{
  MFT_COLUMN_NUMBER,
  MFT_COLUMN_PASAL,
  MFT_COLUMN_BEFORE,
  MFT_COLUMN_AFTER,
  MFT_COLUMN_RESULT,
  MFT_COLUMN_REMARK,
  MFT_COLUMN_NOTE,        /* notes alone; they are left out of the others then */
  MFT_COLUMN_RESPONSIBLE, /* empty: to be filled in */
} MftColumn;

#define MFT_MATRIX_N_COLUMNS (MFT_COLUMN_RESPONSIBLE + 1)

/* What was decided about a change; NULL for nothing. Borrowed. */
typedef const MftDecision *(*MftMatrixDecision) (const MftChange *change, gpointer data);

typedef struct
{
  MftMatrixKind kind;
  guint hidden;       /* classes that are left out, bits 1 << class; nothing important */
  guint columns;      /* bits 1 << column; 0: those of the kind */
  gboolean unchanged; /* a row also for each Pasal in which nothing is shown */
  const char *title;  /* what is compared; may be NULL */
  MftMatrixDecision
      decision; /* its words go to RESULT where there is one, else to REMARK; or NULL */
  gpointer data;
  GPtrArray *
      decisions; /* of MftDecision, all there are: the discussion tells those of earlier rounds too; or
                           NULL. Borrowed. */
} MftMatrixOptions;

/* Rows in order; immutable. */
typedef struct
{
  char *title;
  char *subtitle; /* "9 perubahan isi …" */
  guint n_columns;
  MftColumn columns[MFT_MATRIX_N_COLUMNS];
  const char *titles[MFT_MATRIX_N_COLUMNS]; /* borrowed */
  GPtrArray *rows; /* of GPtrArray of cells: GArray of MftMarkedSpan (marked.h) */
} MftMatrix;

/* "number,pasal,before": columns by their names, as bits and back; FALSE for a name that there is none of. */
gboolean mft_columns_from_names (const char *names, guint *columns);
char *mft_columns_dup_names (guint columns);

/* The columns of a kind, and what a column is called there. */
guint mft_matrix_usual_columns (MftMatrixKind kind);
const char *mft_matrix_column_title (MftColumn column, MftMatrixKind kind);

/* A row for every change that the filter shows. */
MftMatrix *mft_matrix_new (const MftComparison *comparison, const MftMatrixOptions *options);
void mft_matrix_free (MftMatrix *matrix);

/* A decision in words: "agreed: as in the draft". If `change` (may be NULL) says otherwise than what was decided
 * about, that is said. Owned by the caller. */
char *mft_decision_dup_words (const MftDecision *decision, const MftChange *change,
                              gboolean with_note);

/* What was decided in `review`, which belongs to the agreement on side `side`, about a change, or about what it was
 * before it was taken over. Borrowed; NULL for nothing. */
const MftDecision *mft_decision_find (MftReview *review, const MftChange *change, MftCompared side);

/* "agreed": in the person's language; "" for none. */
const char *mft_stance_word (MftStance stance);

/* How wide a column is beside the others. */
double mft_column_weight (MftColumn column);

/* Files. CSV has ';' and a byte order mark, as spreadsheets in Indonesia expect. */
GBytes *mft_matrix_to_csv (const MftMatrix *matrix);
GBytes *mft_matrix_to_html (const MftMatrix *matrix);
GBytes *mft_matrix_to_xlsx (const MftMatrix *matrix, GError **error);
GBytes *mft_matrix_to_docx (const MftMatrix *matrix, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftMatrix, mft_matrix_free)

G_END_DECLS
