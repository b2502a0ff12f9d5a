/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "agreement/shown.h"
#include "base/safe-file.h"
#include "compare/compare.h"
#include "container/json-writer.h"
#include "exchange/exchange.h"
#include "exchange/returned.h"
#include "report/comparison-file.h"
#include "report/comparison.h"
#include "review/review.h"
#include "typeset/pages.h"

#include "command/input.h"
#include "command/subcommand.h"

/* What is known of the two versions beside their words: what people said, and where the words came from. */
typedef struct
{
  MftReview *left, *right;
  MftOrigin origins[2];
} Beside;

static void
write_version (MftJsonWriter *json, const char *key, const MftVersion *version)
{
  if (version == NULL)
    {
      mft_json_writer_null (json, key);
      return;
    }
  mft_json_writer_object (json, key);
  mft_json_writer_string (json, "path", version->path);
  mft_json_writer_string (json, "id", version->id);
  mft_json_writer_string (json, "text", version->text);
  mft_json_writer_end (json);
}

static void
write_words (MftJsonWriter *json, const GArray *pieces)
{
  mft_json_writer_array (json, "words");
  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      const char kind[] = { (char) piece->kind, '\0' };
      mft_json_writer_array (json, NULL);
      mft_json_writer_string (json, NULL, kind);
      mft_json_writer_string (json, NULL, piece->text);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
}

static void
write_marked (MftJsonWriter *json, MftMarked marked)
{
  if (marked == MFT_MARKED_UNKNOWN)
    mft_json_writer_null (json, "marked");
  else
    mft_json_writer_boolean (json, "marked", marked == MFT_MARKED_BY_FILE);
}

/* What was decided on a change: kept with the older version, or with the newer one. */
static const MftDecision *
find_decision (const MftChange *change, gpointer data)
{
  const Beside *beside = data;
  const MftDecision *decision = mft_decision_find (beside->left, change, MFT_COMPARED_LEFT);

  return decision != NULL ? decision
                          : mft_decision_find (beside->right, change, MFT_COMPARED_RIGHT);
}

static void
write_change (MftJsonWriter *json, const MftChange *change, Beside *beside)
{
  const MftDecision *decision = find_decision (change, beside);

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "class", mft_change_class_name (change->class));
  mft_json_writer_boolean (json, "important", change->important);
  write_marked (json, change->marked);
  mft_json_writer_string (json, "decision",
                          decision != NULL ? mft_stance_name (decision->stance) : NULL);
  mft_json_writer_string (json, "article", change->article);
  write_version (json, "left", change->left);
  write_version (json, "right", change->right);
  write_words (json, change->pieces);
  mft_json_writer_end (json);
}

static char *
to_json (const MftComparison *comparison, guint hidden, Beside *beside)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_object (json, "summary");
  for (guint i = 0; i < MFT_CHANGE_N_CLASSES; i++)
    mft_json_writer_integer (json, mft_change_class_name ((MftChangeClass) i),
                             mft_comparison_count (comparison, (MftChangeClass) i));
  mft_json_writer_end (json);
  mft_json_writer_array (json, "origins");
  for (guint i = 0; i < G_N_ELEMENTS (beside->origins); i++)
    mft_json_writer_string (json, NULL, mft_origin_name (beside->origins[i]));
  mft_json_writer_end (json);
  mft_json_writer_array (json, "changes");
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (!mft_change_is_hidden (change, hidden))
        write_change (json, change, beside);
    }
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

/* Words removed in [-…-], added in {+…+}, as wdiff writes them. */
static void
append_words (GString *text, const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const MftPiece *piece = &g_array_index (pieces, MftPiece, i);
      switch (piece->kind)
        {
        case MFT_PIECE_KEPT:
          g_string_append (text, piece->text);
          break;
        case MFT_PIECE_REMOVED:
          g_string_append_printf (text, "[-%s-]", piece->text);
          break;
        case MFT_PIECE_ADDED:
          g_string_append_printf (text, "{+%s+}", piece->text);
          break;
        }
    }
}

static void
append_change (GString *text, const MftChange *change)
{
  const MftVersion *version = change->right != NULL ? change->right : change->left;
  gboolean renamed = change->left != NULL && change->right != NULL
                     && !g_str_equal (change->left->path, change->right->path);

  g_string_append_printf (text, "%s%s%s: %s%s%s\n  ", renamed ? change->left->path : "",
                          renamed ? " → " : "", version->path,
                          mft_change_class_word (change->class), change->important ? ", " : "",
                          change->important ? _ ("important") : "");
  append_words (text, change->pieces);
  g_string_append_c (text, '\n');
}

/* What the other party did not mark comes first. */
static void
append_changes (GString *text, const MftComparison *comparison, guint hidden, MftMarked marked)
{
  gboolean first = TRUE;

  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    {
      const MftChange *change = mft_comparison_get_change (comparison, i);
      if (change->marked != marked || mft_change_is_hidden (change, hidden | 1u << MFT_CHANGE_SAME))
        continue;
      if (first && marked != MFT_MARKED_UNKNOWN)
        g_string_append_printf (text, "%s\n",
                                marked == MFT_MARKED_BY_NOBODY
                                    ? _ ("Changes that the file does not mark:")
                                    : _ ("Changes that the file marks:"));
      first = FALSE;
      append_change (text, change);
    }
}

static char *
to_text (const MftComparison *comparison, guint hidden)
{
  GString *text = g_string_new (NULL);

  append_changes (text, comparison, hidden, MFT_MARKED_BY_NOBODY);
  append_changes (text, comparison, hidden, MFT_MARKED_BY_FILE);
  append_changes (text, comparison, hidden, MFT_MARKED_UNKNOWN);
  for (guint i = 0; i < MFT_CHANGE_N_CLASSES; i++)
    if (mft_comparison_count (comparison, (MftChangeClass) i) > 0)
      g_string_append_printf (text, "%s: %u\n", mft_change_class_word ((MftChangeClass) i),
                              mft_comparison_count (comparison, (MftChangeClass) i));
  return g_string_free (text, FALSE);
}

static MftExit
status_of (const MftComparison *comparison, guint hidden)
{
  for (guint i = 0; i < mft_comparison_n_changes (comparison); i++)
    if (!mft_change_is_hidden (mft_comparison_get_change (comparison, i), hidden))
      return MFT_EXIT_FINDINGS;
  return MFT_EXIT_DONE;
}

/* "cosmetic,renumbered" → bits 1 << class. What did not change is no change. */
static MftExit
read_classes (const char *names, guint *classes)
{
  g_auto (GStrv) list = g_strsplit (names != NULL ? names : "", ",", -1);
  MftChangeClass class;

  *classes = 1u << MFT_CHANGE_SAME;
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (!mft_change_class_from_name (list[i], &class))
        return mft_command_misuse (_ ("there is no class of changes %s"), list[i]);
      *classes |= 1u << class;
    }
  return MFT_EXIT_DONE;
}

typedef struct
{
  gboolean json, force;
  gboolean unchanged;
  const char *ignored, *output, *form, *columns, *password_file;
  guint hidden, shown; /* classes that are left out, columns of a matrix: bits */
} Arguments;

/* What is written to a file: by the name, unless said. */
static MftExit
read_form (const Arguments *arguments, MftComparisonForm *form, MftMatrixKind *kind)
{
  const char *name = arguments->form;

  *kind = g_strcmp0 (name, "discussion") == 0 ? MFT_MATRIX_DISCUSSION : MFT_MATRIX_CHANGES;
  if (name == NULL)
    *form = mft_comparison_usual_form (arguments->output);
  else if (g_str_equal (name, "redline"))
    *form = MFT_COMPARISON_REDLINE;
  else if (g_str_equal (name, "matrix") || *kind == MFT_MATRIX_DISCUSSION)
    *form = MFT_COMPARISON_MATRIX;
  else
    return mft_command_misuse (_ ("%s is none of %s"), name, "matrix, discussion, redline");
  if (!mft_comparison_can_write (arguments->output, *form))
    return mft_command_misuse (_ ("a comparison cannot be written as %s"), arguments->output);
  return MFT_EXIT_DONE;
}

static MftExit
write_file (const Arguments *arguments, const MftComparison *comparison, MftAgreement *right,
            Beside *beside)
{
  MftComparisonForm form;
  MftMatrixOptions options = { .hidden = arguments->hidden,
                               .columns = arguments->shown,
                               .unchanged = arguments->unchanged,
                               .decision = find_decision,
                               .data = beside,
                               .decisions = mft_review_decisions (beside->left) };
  g_autoptr (GDateTime) date = mft_typeset_date (right, NULL);
  g_autofree char *title = mft_agreement_dup_title (right);
  g_autoptr (GError) error = NULL;
  MftExit status = read_form (arguments, &form, &options.kind);

  if (status != MFT_EXIT_DONE)
    return status;
  options.title = title[0] != '\0' ? title : NULL;
  g_autoptr (GBytes) bytes
      = mft_comparison_write (comparison, form, &options, arguments->output, date, &error);
  if (bytes == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->output, error);
  return mft_output_bytes (bytes, arguments->output, arguments->force);
}

static MftExit
check_output (const Arguments *arguments, GPtrArray *inputs)
{
  MftComparisonForm form;
  MftMatrixKind kind;
  MftExit status = read_form (arguments, &form, &kind);

  for (guint i = 0; i < inputs->len && status == MFT_EXIT_DONE; i++)
    status = mft_output_check (g_ptr_array_index (inputs, i), arguments->output, arguments->force);
  return status;
}

/* A PDF holds its text twice: which one was compared is said. */
static void
tell_origin (const char *path, MftOrigin origin)
{
  const char *words = NULL;

  switch (origin)
    {
    case MFT_ORIGIN_FILE:
      return;
    case MFT_ORIGIN_EMBEDDED:
      words = _ ("compared by the agreement inside the PDF; its pages say the same");
      break;
    case MFT_ORIGIN_PAGES:
      words = _ ("compared by the words of the PDF's pages");
      break;
    case MFT_ORIGIN_PAGES_DIFFERING:
      words = _ ("compared by the words of the PDF's pages; the agreement inside it says "
                 "something else");
      break;
    }
  g_printerr ("%s: %s\n", path, words);
}

static MftExit
read_left (const char *path, const char *password, MftAgreement **left, MftOrigin *origin)
{
  const MftReadOptions options = { .password = password };
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  *left = mft_exchange_load_with (path, &options, &report, &error);
  if (*left == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  *origin = mft_import_report_get_origin (report);
  tell_origin (path, *origin);
  return MFT_EXIT_DONE;
}

/* The second file may hold changes that its maker tracked. */
static MftExit
compare_with_file (MftAgreement *left, const char *path, const char *password, MftAgreement **right,
                   MftOrigin *origin, MftComparison **comparison)
{
  g_autoptr (MftImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mft_file_read (path, MFT_EXCHANGE_SIZE_MOST, &error);

  if (bytes != NULL)
    *comparison = mft_returned_compare (left, bytes, name, password, right, &report, &error);
  if (*comparison == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  *origin = mft_import_report_get_origin (report);
  tell_origin (path, *origin);
  return MFT_EXIT_DONE;
}

static MftExit
tell (const Arguments *arguments, const MftComparison *comparison, MftAgreement *right,
      Beside *beside)
{
  g_autofree char *text = NULL;

  if (arguments->output != NULL)
    {
      MftExit status = write_file (arguments, comparison, right, beside);
      if (status != MFT_EXIT_DONE)
        return status;
    }
  if (arguments->json)
    text = to_json (comparison, arguments->hidden, beside);
  else if (arguments->output == NULL)
    text = to_text (comparison, arguments->hidden);
  if (text != NULL && !mft_command_print (text))
    return MFT_EXIT_REFUSED;
  return status_of (comparison, arguments->hidden);
}

/* Comments that cannot be read are no reason not to compare. */
static MftReview *
load_review (MftAgreement *agreement)
{
  MftReview *review = mft_review_load (agreement, NULL);

  return review != NULL ? review : mft_review_new ();
}

static MftExit
compare (const Arguments *arguments, GPtrArray *inputs)
{
  g_autoptr (MftSecret) secret = NULL;
  g_autoptr (MftAgreement) left = NULL;
  g_autoptr (MftAgreement) right = NULL;
  g_autoptr (MftComparison) comparison = NULL;
  MftExit status = arguments->output != NULL ? check_output (arguments, inputs) : MFT_EXIT_DONE;
  MftOrigin origins[2] = { MFT_ORIGIN_FILE, MFT_ORIGIN_FILE };

  if (status == MFT_EXIT_DONE)
    status = mft_input_password (arguments->password_file, &secret);
  const char *password = secret != NULL ? mft_secret_peek (secret) : NULL;
  if (status == MFT_EXIT_DONE)
    status = read_left (g_ptr_array_index (inputs, 0), password, &left, &origins[0]);
  if (status == MFT_EXIT_DONE)
    status = compare_with_file (left, g_ptr_array_index (inputs, 1), password, &right, &origins[1],
                                &comparison);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftReview) left_review = load_review (left);
  g_autoptr (MftReview) right_review = load_review (right);
  Beside beside = { left_review, right_review, { origins[0], origins[1] } };
  return tell (arguments, comparison, right, &beside);
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &arguments.json },
    { "--ignore", MFT_OPTION_VALUE, &arguments.ignored },
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--as", MFT_OPTION_VALUE, &arguments.form },
    { "--columns", MFT_OPTION_VALUE, &arguments.columns },
    { "--unchanged", MFT_OPTION_FLAG, &arguments.unchanged },
    { "--password-file", MFT_OPTION_VALUE, &arguments.password_file },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 2, 2);
  if (status == MFT_EXIT_DONE && arguments.output == NULL
      && (arguments.form != NULL || arguments.columns != NULL || arguments.unchanged))
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  if (status == MFT_EXIT_DONE && arguments.columns != NULL
      && !mft_columns_from_names (arguments.columns, &arguments.shown))
    {
      g_autofree char *all = mft_columns_dup_names (G_MAXUINT);
      status = mft_command_misuse (_ ("%s is none of %s"), arguments.columns, all);
    }
  if (status == MFT_EXIT_DONE)
    status = read_classes (arguments.ignored, &arguments.hidden);
  return status == MFT_EXIT_DONE ? compare (&arguments, inputs) : status;
}

const MftSubcommand mft_subcommand_compare = {
  "compare",
  N_ ("A B [--json] [--ignore CLASS,…] [-o OUT(.pdf|.docx|.xlsx|.html|.csv)] "
      "[--as matrix|discussion|redline] [--columns COLUMN,…] [--unchanged] "
      "[--password-file FILE] [--force]"),
  N_ ("says what changed from one agreement to another"),
  run,
};
