/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"
#include "review/decision.h"

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
} MftColumn;

#define MFT_MATRIX_N_COLUMNS (MFT_COLUMN_REMARK + 1)

/* What was decided about a change; NULL for nothing. Borrowed. */
typedef const MftDecision *(*MftMatrixDecision) (const MftChange *change, gpointer data);

typedef struct
{
  MftMatrixKind kind;
  guint hidden;      /* classes that are left out, bits 1 << class; nothing important */
  guint columns;     /* bits 1 << column; 0: those of the kind */
  const char *title; /* what is compared; may be NULL */
  MftMatrixDecision
      decision; /* its words go to RESULT where there is one, else to REMARK; or NULL */
  gpointer data;
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

/* A row for every change that the filter shows. */
MftMatrix *mft_matrix_new (const MftComparison *comparison, const MftMatrixOptions *options);
void mft_matrix_free (MftMatrix *matrix);

/* A decision in words: "agreed: as in the draft". Owned by the caller. */
char *mft_decision_dup_words (const MftDecision *decision, gboolean with_note);

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
