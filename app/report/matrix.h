/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/compare.h"

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

/* What a person decided about a change, in words; returns NULL for nothing. Owned by the caller. */
typedef char *(*MftMatrixNote) (const MftChange *change, MftColumn column, gpointer data);

typedef struct
{
  MftMatrixKind kind;
  guint hidden;       /* classes that are left out, bits 1 << class; nothing important */
  guint columns;      /* bits 1 << column; 0: those of the kind */
  const char *title;  /* what is compared; may be NULL */
  MftMatrixNote note; /* for RESULT and REMARK; may be NULL */
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

/* How wide a column is beside the others. */
double mft_column_weight (MftColumn column);

/* Files. CSV has ';' and a byte order mark, as spreadsheets in Indonesia expect. */
GBytes *mft_matrix_to_csv (const MftMatrix *matrix);
GBytes *mft_matrix_to_html (const MftMatrix *matrix);
GBytes *mft_matrix_to_xlsx (const MftMatrix *matrix, GError **error);
GBytes *mft_matrix_to_docx (const MftMatrix *matrix, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MftMatrix, mft_matrix_free)

G_END_DECLS
