/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include <glib/gi18n.h>

#include "report/comparison.h"
#include "report/marked.h"

#define CHANGES_COLUMNS                                                                            \
  (1u << MFT_COLUMN_NUMBER | 1u << MFT_COLUMN_PASAL | 1u << MFT_COLUMN_BEFORE                      \
   | 1u << MFT_COLUMN_AFTER | 1u << MFT_COLUMN_REMARK)
#define DISCUSSION_COLUMNS (CHANGES_COLUMNS | 1u << MFT_COLUMN_RESULT)

static const char *
title_of (MftColumn column, MftMatrixKind kind)
{
  switch (column)
    {
    case MFT_COLUMN_NUMBER:
      return C_ ("matrix", "No.");
    case MFT_COLUMN_PASAL:
      return C_ ("matrix", "Pasal");
    case MFT_COLUMN_BEFORE:
      return kind == MFT_MATRIX_CHANGES ? C_ ("matrix", "Before")
                                        : C_ ("matrix", "Draft of PIHAK KESATU");
    case MFT_COLUMN_AFTER:
      return kind == MFT_MATRIX_CHANGES ? C_ ("matrix", "After")
                                        : C_ ("matrix", "Proposal of PIHAK KEDUA");
    case MFT_COLUMN_RESULT:
      return C_ ("matrix", "Result of the discussion");
    case MFT_COLUMN_REMARK:
      return C_ ("matrix", "Remarks");
    }
  return "";
}

double
mft_column_weight (MftColumn column)
{
  switch (column)
    {
    case MFT_COLUMN_NUMBER:
      return 0.35;
    case MFT_COLUMN_PASAL:
      return 1.1;
    case MFT_COLUMN_BEFORE:
    case MFT_COLUMN_AFTER:
      return 3;
    case MFT_COLUMN_RESULT:
      return 1.6;
    case MFT_COLUMN_REMARK:
      return 1.4;
    }
  return 1;
}

const char *
mft_stance_word (MftStance stance)
{
  switch (stance)
    {
    case MFT_STANCE_NONE:
      return "";
    case MFT_STANCE_AGREE:
      return C_ ("stance", "agreed");
    case MFT_STANCE_REFUSE:
      return C_ ("stance", "refused");
    case MFT_STANCE_DISCUSS:
      return C_ ("stance", "to be discussed");
    }
  return "";
}

char *
mft_decision_dup_words (const MftDecision *decision, gboolean with_note)
{
  const char *word = mft_stance_word (decision->stance);
  const char *note = with_note ? decision->note : "";

  return g_strdup_printf ("%s%s%s", word, word[0] != '\0' && note[0] != '\0' ? ": " : "", note);
}

/* "Pasal 7 ayat (1)", or where it was and where it is. */
static char *
dup_place (const MftChange *change)
{
  if (change->left != NULL && change->right != NULL
      && !g_str_equal (change->left->path, change->right->path))
    return g_strdup_printf ("%s → %s", change->left->path, change->right->path);
  return g_strdup (change->right != NULL ? change->right->path : change->left->path);
}

static gboolean
has_column (const MftMatrix *matrix, MftColumn column)
{
  for (guint i = 0; i < matrix->n_columns; i++)
    if (matrix->columns[i] == column)
      return TRUE;
  return FALSE;
}

static char *
dup_decision (const MftChange *change, const MftMatrixOptions *options)
{
  const MftDecision *decision
      = options->decision != NULL ? options->decision (change, options->data) : NULL;

  return decision != NULL ? mft_decision_dup_words (decision, TRUE) : NULL;
}

/* "edited, important", and what was decided, unless a column of its own says it. */
static char *
dup_remark (const MftChange *change, const MftMatrix *matrix, const MftMatrixOptions *options)
{
  g_autofree char *decision = NULL;
  const char *word = mft_change_class_word (change->class);

  if (!has_column (matrix, MFT_COLUMN_RESULT))
    decision = dup_decision (change, options);
  return g_strdup_printf ("%s%s%s%s%s", word, change->important ? ", " : "",
                          change->important ? _ ("important") : "", decision != NULL ? "\n" : "",
                          decision != NULL ? decision : "");
}

static GArray *
new_cell (const MftMatrix *matrix, MftColumn column, const MftChange *change,
          const MftMatrixOptions *options)
{
  g_autofree char *text = NULL;

  switch (column)
    {
    case MFT_COLUMN_NUMBER:
      text = g_strdup_printf ("%u", matrix->rows->len + 1);
      break;
    case MFT_COLUMN_PASAL:
      text = dup_place (change);
      break;
    case MFT_COLUMN_BEFORE:
      return mft_marked_left (change);
    case MFT_COLUMN_AFTER:
      return mft_marked_right (change);
    case MFT_COLUMN_RESULT:
      text = dup_decision (change, options);
      break;
    case MFT_COLUMN_REMARK:
      text = dup_remark (change, matrix, options);
      break;
    }
  return mft_marked_new_plain (text);
}

static GPtrArray *
new_row (const MftMatrix *matrix, const MftChange *change, const MftMatrixOptions *options)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < matrix->n_columns; i++)
    g_ptr_array_add (row, new_cell (matrix, matrix->columns[i], change, options));
  return row;
}

MftMatrix *
mft_matrix_new (const MftComparison *comparison, const MftMatrixOptions *options)
{
  MftMatrix *matrix = g_new0 (MftMatrix, 1);
  guint columns = options->columns != 0                    ? options->columns
                  : options->kind == MFT_MATRIX_DISCUSSION ? DISCUSSION_COLUMNS
                                                           : CHANGES_COLUMNS;

  matrix->title = g_strdup (options->title != NULL ? options->title : _ ("Comparison"));
  matrix->subtitle = mft_comparison_sentence (comparison);
  matrix->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < MFT_MATRIX_N_COLUMNS; i++)
    if ((columns & 1u << i) != 0)
      {
        matrix->columns[matrix->n_columns] = (MftColumn) i;
        matrix->titles[matrix->n_columns++] = title_of ((MftColumn) i, options->kind);
      }
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (!mft_change_is_hidden (change, options->hidden | 1u << MFT_CHANGE_SAME))
        g_ptr_array_add (matrix->rows, new_row (matrix, change, options));
    }
  return matrix;
}

void
mft_matrix_free (MftMatrix *matrix)
{
  g_ptr_array_unref (matrix->rows);
  g_free (matrix->title);
  g_free (matrix->subtitle);
  g_free (matrix);
}
