/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agreement/agreement.h"
#include "bahasa/decimal.h"
#include "base/random.h"

G_BEGIN_DECLS

/* What a FORMULA atom computes. Columns are named by the id of their cell in the table's head, so that
 * they may move and the body may quote a sum too. Written in files as below. */
typedef enum
{
  MFT_FORMULA_ROW,     /* "nomor": the number of the row it stands in */
  MFT_FORMULA_PRODUCT, /* "kali COLUMN COLUMN": of its row's cells in two columns */
  MFT_FORMULA_SUM,     /* "jumlah COLUMN": of a column, rows with sums left out */
} MftFormulaKind;

typedef struct
{
  MftFormulaKind kind;
  char columns[2][MFT_ID_SIZE + 1];
} MftFormula;

typedef enum
{
  MFT_RESULT_NUMBER,
  MFT_RESULT_EMPTY,   /* nothing to compute with yet */
  MFT_RESULT_UNCLEAR, /* a cell holds no number, a column is gone, or the number is too large */
} MftResult;

gboolean mft_formula_parse (const char *value, MftFormula *formula);

/* Owned by the caller. `columns` are as many ids as the kind wants. */
char *mft_formula_dup (MftFormulaKind kind, const char *first, const char *second);

/* `block`: where the formula stands. */
MftResult mft_formula_compute (MftAgreement *agreement, MftBlock *block, const MftFormula *formula,
                               MftDecimal *number);

/* Whether the block's text has a formula of that kind. */
gboolean mft_formula_is_in (MftBlock *block, MftFormulaKind kind);

G_END_DECLS
