/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/matrix.h"

#include <glib/gi18n.h>

#include "report/comparison.h"
#include "report/marked.h"

#define CHANGES_COLUMNS                                                                            \
  (1u << MFT_COLUMN_NUMBER | 1u << MFT_COLUMN_PASAL | 1u << MFT_COLUMN_BEFORE                      \
   | 1u << MFT_COLUMN_AFTER | 1u << MFT_COLUMN_REMARK)
#define DISCUSSION_COLUMNS (CHANGES_COLUMNS | 1u << MFT_COLUMN_RESULT)

guint
mft_matrix_usual_columns (MftMatrixKind kind)
{
  return kind == MFT_MATRIX_DISCUSSION ? DISCUSSION_COLUMNS : CHANGES_COLUMNS;
}

const char *
mft_matrix_column_title (MftColumn column, MftMatrixKind kind)
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
    case MFT_COLUMN_NOTE:
      return C_ ("matrix", "Notes");
    case MFT_COLUMN_RESPONSIBLE:
      return C_ ("matrix", "Responsible");
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
    case MFT_COLUMN_NOTE:
      return 1.4;
    case MFT_COLUMN_RESPONSIBLE:
      return 1.1;
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

static const char *const column_names[MFT_MATRIX_N_COLUMNS] = {
  [MFT_COLUMN_NUMBER] = "number", [MFT_COLUMN_PASAL] = "pasal",
  [MFT_COLUMN_BEFORE] = "before", [MFT_COLUMN_AFTER] = "after",
  [MFT_COLUMN_RESULT] = "result", [MFT_COLUMN_REMARK] = "remark",
  [MFT_COLUMN_NOTE] = "note",     [MFT_COLUMN_RESPONSIBLE] = "responsible",
};

gboolean
mft_columns_from_names (const char *names, guint *columns)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  *columns = 0;
  for (guint i = 0; list[i] != NULL; i++)
    {
      guint column = 0;
      while (column < MFT_MATRIX_N_COLUMNS && !g_str_equal (column_names[column], list[i]))
        column++;
      if (column == MFT_MATRIX_N_COLUMNS)
        return FALSE;
      *columns |= 1u << column;
    }
  return *columns != 0;
}

char *
mft_columns_dup_names (guint columns)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MFT_MATRIX_N_COLUMNS; i++)
    if ((columns & 1u << i) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", column_names[i]);
  return g_string_free (names, FALSE);
}

const MftDecision *
mft_decision_find (MftReview *review, const MftChange *change, MftCompared side)
{
  g_autofree char *key = mft_change_dup_key (change, side);
  g_autofree char *former = mft_change_dup_former_key (change);
  const MftDecision *decision = mft_review_get_decision (review, key);

  return decision != NULL ? decision : mft_review_get_decision (review, former);
}

/* Whether the words of a change are not those that were decided about. */
static gboolean
was_otherwise (const MftDecision *decision, const MftChange *change)
{
  return decision->after != NULL && change != NULL && change->class != MFT_CHANGE_SAME
         && !g_str_equal (decision->after, change->right != NULL ? change->right->text : "");
}

char *
mft_decision_dup_words (const MftDecision *decision, const MftChange *change, gboolean with_note)
{
  const char *word = mft_stance_word (decision->stance);
  const char *note = with_note ? decision->note : "";
  g_autofree char *words
      = g_strdup_printf ("%s%s%s", word, word[0] != '\0' && note[0] != '\0' ? ": " : "", note);

  if (words[0] == '\0' || !was_otherwise (decision, change))
    return g_steal_pointer (&words);
  /* Translators: %s is what was decided about another wording: "agreed: as in the draft". */
  return g_strdup_printf (_ ("about an earlier wording: %s"), words);
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

static const MftDecision *
find_decision (const MftChange *change, const MftMatrixOptions *options)
{
  return options->decision != NULL ? options->decision (change, options->data) : NULL;
}

static char *
dup_decision (const MftMatrix *matrix, const MftDecision *decision, const MftChange *change)
{
  return decision != NULL
             ? mft_decision_dup_words (decision, change, !has_column (matrix, MFT_COLUMN_NOTE))
             : NULL;
}

/* "edited, important", and what was decided, unless a column of its own says it. */
static char *
dup_remark (const MftMatrix *matrix, const MftDecision *decision, const MftChange *change)
{
  g_autofree char *words = NULL;
  const char *word = mft_change_class_word (change->class);

  if (!has_column (matrix, MFT_COLUMN_RESULT))
    words = dup_decision (matrix, decision, change);
  return g_strdup_printf (
      "%s%s%s%s%s", word, change->important ? ", " : "", change->important ? _ ("important") : "",
      words != NULL && words[0] != '\0' ? "\n" : "", words != NULL ? words : "");
}

/* --- rows ----------------------------------------------------------------------------------------------- */

static GArray *
new_cell (const MftMatrix *matrix, MftColumn column, const MftChange *change,
          const MftDecision *decision)
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
      text = dup_decision (matrix, decision, change);
      break;
    case MFT_COLUMN_REMARK:
      text = dup_remark (matrix, decision, change);
      break;
    case MFT_COLUMN_NOTE:
      text = g_strdup (decision != NULL ? decision->note : NULL);
      break;
    case MFT_COLUMN_RESPONSIBLE:
      break;
    }
  return mft_marked_new_plain (text);
}

static void
add_change (MftMatrix *matrix, const MftChange *change, const MftDecision *decision)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < matrix->n_columns; i++)
    g_ptr_array_add (row, new_cell (matrix, matrix->columns[i], change, decision));
  g_ptr_array_add (matrix->rows, row);
}

/* A row of plain words; those that are not told are NULL. */
static void
add_plain (MftMatrix *matrix, const char *const words[MFT_MATRIX_N_COLUMNS])
{
  g_autofree char *number = g_strdup_printf ("%u", matrix->rows->len + 1);
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < matrix->n_columns; i++)
    g_ptr_array_add (row, mft_marked_new_plain (matrix->columns[i] == MFT_COLUMN_NUMBER
                                                    ? number
                                                    : words[matrix->columns[i]]));
  g_ptr_array_add (matrix->rows, row);
}

/* What was settled in an earlier round, as it was then. */
static void
add_earlier (MftMatrix *matrix, const MftDecision *decision)
{
  g_autofree char *result = dup_decision (matrix, decision, NULL);
  const char *const words[MFT_MATRIX_N_COLUMNS] = {
    [MFT_COLUMN_PASAL] = decision->place, [MFT_COLUMN_BEFORE] = decision->before,
    [MFT_COLUMN_AFTER] = decision->after, [MFT_COLUMN_RESULT] = result,
    [MFT_COLUMN_NOTE] = decision->note,   [MFT_COLUMN_REMARK] = _ ("earlier round"),
  };

  add_plain (matrix, words);
}

static void
add_unchanged (MftMatrix *matrix, const MftChange *change)
{
  g_autofree char *place
      = g_strdup_printf ("%s %s", change->article, change->heading != NULL ? change->heading : "");
  const char *const words[MFT_MATRIX_N_COLUMNS] = {
    [MFT_COLUMN_PASAL] = g_strchomp (place),
    [MFT_COLUMN_REMARK] = mft_change_class_word (MFT_CHANGE_SAME),
  };

  add_plain (matrix, words);
}

/* The rows of one stretch: a Pasal, or what stands between. */
static void
add_stretch (MftMatrix *matrix, const MftComparison *comparison, guint from, guint to,
             const MftMatrixOptions *options, GHashTable *told)
{
  guint before = matrix->rows->len;
  const MftChange *first = mft_comparison_get_change (comparison, from);

  for (guint i = from; i < to; i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      const MftDecision *decision = find_decision (change, options);
      if (!mft_change_is_hidden (change, options->hidden | 1u << MFT_CHANGE_SAME))
        add_change (matrix, change, decision);
      else if (options->kind == MFT_MATRIX_DISCUSSION && decision != NULL
               && decision->after != NULL)
        add_earlier (matrix, decision);
      if (decision != NULL)
        g_hash_table_add (told, (gpointer) decision);
    }
  if (options->unchanged && first->article != NULL && matrix->rows->len == before)
    add_unchanged (matrix, first);
}

static void
add_rows (MftMatrix *matrix, const MftComparison *comparison, const MftMatrixOptions *options)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  guint n = mft_comparison_n_changes (comparison);

  for (guint from = 0, to = 0; from < n; from = to)
    {
      to = mft_comparison_article_end (comparison, from);
      add_stretch (matrix, comparison, from, to, options, told);
    }
  /* What is gone from both has no place any more. */
  for (guint i = 0; options->kind == MFT_MATRIX_DISCUSSION && options->decisions != NULL
                    && i < options->decisions->len;
       i++)
    {
      const MftDecision *decision = options->decisions->pdata[i];
      if (decision->after != NULL && !g_hash_table_contains (told, decision))
        add_earlier (matrix, decision);
    }
}

MftMatrix *
mft_matrix_new (const MftComparison *comparison, const MftMatrixOptions *options)
{
  MftMatrix *matrix = g_new0 (MftMatrix, 1);
  guint columns
      = options->columns != 0 ? options->columns : mft_matrix_usual_columns (options->kind);

  matrix->title = g_strdup (options->title != NULL ? options->title : _ ("Comparison"));
  matrix->subtitle = mft_comparison_sentence (comparison);
  matrix->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < MFT_MATRIX_N_COLUMNS; i++)
    if ((columns & 1u << i) != 0)
      {
        matrix->columns[matrix->n_columns] = (MftColumn) i;
        matrix->titles[matrix->n_columns++]
            = mft_matrix_column_title ((MftColumn) i, options->kind);
      }
  add_rows (matrix, comparison, options);
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
