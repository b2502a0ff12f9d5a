/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/comparison-file.h"

#include <glib/gi18n.h>

#include "report/comparison.h"
#include "report/sheet.h"
#include "report/redline.h"

GBytes *
mft_matrix_to_pdf (const MftMatrix *matrix, GDateTime *date, GError **error)
{
  g_autoptr (MftSheet) sheet = mft_sheet_new (matrix->title, TRUE, NULL, error);
  g_autoptr (GArray) subtitle = mft_marked_new_plain (matrix->subtitle);
  double weights[MFT_MATRIX_N_COLUMNS];

  if (sheet == NULL)
    return NULL;
  for (guint i = 0; i < matrix->n_columns; i++)
    weights[i] = mft_column_weight (matrix->columns[i]);
  mft_sheet_heading (sheet, 1, matrix->title);
  mft_sheet_text (sheet, subtitle, 0);
  mft_sheet_table_begin (sheet, matrix->titles, weights, matrix->n_columns);
  for (guint i = 0; i < matrix->rows->len; i++)
    mft_sheet_table_row (sheet, g_ptr_array_index (matrix->rows, i));
  mft_sheet_table_end (sheet);
  return mft_sheet_finish (sheet, date, error);
}

static void
write_legend (MftSheet *sheet)
{
  g_autoptr (GArray) legend = mft_marked_new ();

  mft_marked_add (legend, MFT_MARK_NONE, _ ("Legend: "));
  mft_marked_add (legend, MFT_MARK_REMOVED, _ ("taken out"));
  mft_marked_add (legend, MFT_MARK_NONE, " · ");
  mft_marked_add (legend, MFT_MARK_ADDED, _ ("put in"));
  mft_marked_add (legend, MFT_MARK_NONE, " · ");
  mft_marked_add (legend, MFT_MARK_MOVED, _ ("moved here"));
  mft_marked_add (legend, MFT_MARK_NONE, _ (" · a bar at the edge: this block changed"));
  mft_sheet_text (sheet, legend, MFT_SHEET_SMALL);
}

static void
add_label (GArray *marked, const MftRedlineEntry *entry, MftMarkKind whole)
{
  const char *left = entry->left != NULL ? entry->left->label : "";
  const char *right = entry->right != NULL ? entry->right->label : "";
  gboolean both = entry->left != NULL && entry->right != NULL;
  const MftVersion *version = entry->right != NULL ? entry->right : entry->left;

  if (!both)
    mft_marked_add (marked, whole, entry->left != NULL ? left : right);
  else if (g_str_equal (left, right))
    mft_marked_add (marked, MFT_MARK_NONE, right);
  else
    {
      mft_marked_add (marked, MFT_MARK_REMOVED, left);
      mft_marked_add (marked, MFT_MARK_ADDED, right);
    }
  if (marked->len > 0)
    mft_marked_add (marked, MFT_MARK_NONE, mft_version_is_heading (version) ? "\n" : " ");
}

static void
add_pieces (GArray *marked, const MftChange *change, gboolean moved)
{
  g_autoptr (GArray) pieces = mft_change_dup_pieces_with_labels (change);

  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      switch (piece->kind)
        {
        case MFT_PIECE_KEPT:
          mft_marked_add (marked, moved ? MFT_MARK_MOVED : MFT_MARK_NONE, piece->text);
          break;
        case MFT_PIECE_REMOVED:
          mft_marked_add (marked, MFT_MARK_REMOVED, piece->text);
          break;
        case MFT_PIECE_ADDED:
          mft_marked_add (marked, MFT_MARK_ADDED, piece->text);
          break;
        }
    }
}

/* What moved is struck where it was and says where it went. */
static void
write_entry (MftSheet *sheet, const MftRedlineEntry *entry)
{
  const MftChange *change = entry->change;
  g_autoptr (GArray) marked = mft_marked_new ();
  const MftVersion *version = entry->right != NULL ? entry->right : entry->left;
  gboolean both = entry->left != NULL && entry->right != NULL;
  gboolean moved = !both && change->left != NULL && change->right != NULL;
  MftSheetStyle style = 0;

  add_label (marked, entry, entry->left != NULL ? MFT_MARK_REMOVED : MFT_MARK_ADDED);
  if (moved && entry->left != NULL)
    {
      /* Translators: where a block went: "[moved to Pasal 7 ayat (1)]" */
      g_autofree char *where = g_strdup_printf (_ (" [moved to %s]"), change->right->path);
      g_autofree char *text = mft_version_dup_text_with_labels (change->left);
      mft_marked_add (marked, MFT_MARK_REMOVED, text);
      mft_marked_add (marked, MFT_MARK_NONE, where);
    }
  else
    add_pieces (marked, change, moved);
  if (mft_version_is_heading (version) || version->kind == MFT_BLOCK_CENTERED)
    style |= MFT_SHEET_CENTRED | MFT_SHEET_BOLD;
  if (mft_version_is_heading (version))
    style |= MFT_SHEET_LEADING;
  if (version->kind == MFT_BLOCK_ITEM || version->kind == MFT_BLOCK_CONTACT)
    style |= MFT_SHEET_INDENTED;
  if (change->class != MFT_CHANGE_SAME || moved)
    style |= MFT_SHEET_BAR;
  if (marked->len > 0)
    mft_sheet_text (sheet, marked, style);
}

GBytes *
mft_redline_to_pdf (const MftComparison *comparison, const char *title, GDateTime *date,
                    GError **error)
{
  g_autoptr (MftSheet) sheet = mft_sheet_new (title, FALSE, NULL, error);
  g_autoptr (GArray) entries = mft_redline_new (comparison);
  g_autofree char *words = mft_comparison_sentence (comparison);
  g_autoptr (GArray) sentence = mft_marked_new_plain (words);

  if (sheet == NULL)
    return NULL;
  mft_sheet_heading (sheet, 1, title);
  mft_sheet_text (sheet, sentence, 0);
  write_legend (sheet);
  for (guint i = 0; i < entries->len; i++)
    write_entry (sheet, &g_array_index (entries, MftRedlineEntry, i));
  return mft_sheet_finish (sheet, date, error);
}

/* --- by name ---------------------------------------------------------------------------------------- */

static gboolean
ends_in (const char *name, const char *ending)
{
  gsize length = strlen (name), size = strlen (ending);

  return length >= size && g_ascii_strcasecmp (name + length - size, ending) == 0;
}

gboolean
mft_comparison_can_write (const char *name, MftComparisonForm form)
{
  if (ends_in (name, ".pdf") || ends_in (name, ".docx"))
    return TRUE;
  return form == MFT_COMPARISON_MATRIX
         && (ends_in (name, ".xlsx") || ends_in (name, ".html") || ends_in (name, ".csv"));
}

MftComparisonForm
mft_comparison_usual_form (const char *name)
{
  return ends_in (name, ".docx") ? MFT_COMPARISON_REDLINE : MFT_COMPARISON_MATRIX;
}

static GBytes *
write_redline (const MftComparison *comparison, const MftMatrixOptions *options, const char *name,
               GDateTime *date, GError **error)
{
  g_autofree char *time = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
  const char *title = options->title != NULL ? options->title : _ ("Comparison");

  return ends_in (name, ".docx") ? mft_redline_to_docx (comparison, "Mufakat", time, error)
                                 : mft_redline_to_pdf (comparison, title, date, error);
}

GBytes *
mft_comparison_write (const MftComparison *comparison, MftComparisonForm form,
                      const MftMatrixOptions *options, const char *name, GDateTime *date,
                      GError **error)
{
  g_return_val_if_fail (mft_comparison_can_write (name, form), NULL);
  if (form == MFT_COMPARISON_REDLINE)
    return write_redline (comparison, options, name, date, error);

  g_autoptr (MftMatrix) matrix = mft_matrix_new (comparison, options);
  if (ends_in (name, ".pdf"))
    return mft_matrix_to_pdf (matrix, date, error);
  if (ends_in (name, ".docx"))
    return mft_matrix_to_docx (matrix, error);
  if (ends_in (name, ".xlsx"))
    return mft_matrix_to_xlsx (matrix, error);
  return ends_in (name, ".html") ? mft_matrix_to_html (matrix) : mft_matrix_to_csv (matrix);
}
