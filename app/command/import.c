/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "exchange/exchange.h"

#include "command/input.h"
#include "command/json-agreement.h"
#include "command/subcommand.h"

static void
write_comments (MftJsonWriter *json, const MftImportReport *report)
{
  mft_json_writer_array (json, "comments");
  for (guint i = 0; i < report->comments->len; i++)
    {
      const MftImportComment *comment = &g_array_index (report->comments, MftImportComment, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_integer (json, "line", comment->line);
      mft_json_writer_string (json, "author", comment->author);
      mft_json_writer_string (json, "text", comment->text);
      mft_json_writer_string (json, "time", comment->time);
      mft_json_writer_string (json, "quote", comment->quote);
      mft_json_writer_string (json, "id", comment->block);
      mft_json_writer_boolean (json, "resolved", comment->resolved);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_object (json, "tracked");
  mft_json_writer_integer (json, "insertions", report->insertions);
  mft_json_writer_integer (json, "deletions", report->deletions);
  mft_json_writer_end (json);
}

static char *
to_json (const MftImportReport *report, const char *suggested)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "kind", report->kind);
  mft_json_counts (json, &report->counts);
  mft_json_writer_array (json, "guesses");
  for (guint i = 0; i < report->guesses->len; i++)
    {
      const MftImportGuess *guess = &g_array_index (report->guesses, MftImportGuess, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_integer (json, "line", guess->line);
      mft_json_writer_string (json, "text", guess->text);
      mft_json_writer_string (json, "as", guess->as);
      mft_json_writer_string (json, "confidence", mft_confidence_name (guess->confidence));
      mft_json_writer_string (json, "id", guess->block);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_array (json, "dropped");
  for (guint i = 0; i < report->dropped->len; i++)
    {
      const MftImportDropped *dropped = &g_array_index (report->dropped, MftImportDropped, i);
      mft_json_writer_object (json, NULL);
      mft_json_writer_integer (json, "line", dropped->line);
      mft_json_writer_string (json, "text", dropped->text);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_integer (json, "words_before", report->words_before);
  mft_json_writer_integer (json, "words_after", report->words_after);
  mft_json_writer_array (json, "lost");
  for (guint i = 0; report->lost != NULL && report->lost[i] != NULL; i++)
    mft_json_writer_string (json, NULL, report->lost[i]);
  mft_json_writer_end (json);
  write_comments (json, report);
  mft_json_writer_string (json, "suggested", suggested);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

/* What a Word file brings besides its text; "" if nothing. */
static char *
besides (const MftImportReport *report)
{
  GString *text = g_string_new (NULL);

  if (report->comments->len > 0)
    g_string_append_printf (text, _ ("\n  %u comments beside the text"), report->comments->len);
  if (report->insertions + report->deletions > 0)
    g_string_append_printf (text, _ ("\n  %u tracked insertions, %u tracked deletions"),
                            report->insertions, report->deletions);
  return g_string_free (text, FALSE);
}

static char *
to_text (const MftImportReport *report, const char *output, const char *suggested)
{
  guint lost = report->lost != NULL ? g_strv_length (report->lost) : 0;
  g_autofree char *more = besides (report);
  g_autofree char *text = g_strdup_printf (
      _ ("%s\n  %u Pasal, %u ayat, %u huruf, %u contacts, %u references inside the agreement\n"
         "  %u places were guessed, %u lines left out, %u of %u words lost"),
      output, report->counts.pasal, report->counts.ayat, report->counts.huruf,
      report->counts.contacts, report->counts.references, report->guesses->len,
      report->dropped->len, lost, report->words_before);

  /* Translators: %s is a file's name. */
  g_autofree char *kept = suggested != NULL
                              ? g_strdup_printf (_ ("\n  with the tracked changes: %s"), suggested)
                              : g_strdup ("");
  return g_strconcat (text, more, kept, NULL);
}

/* One import, from its words on the command line to the files. */
typedef struct
{
  const char *input;
  const char *output;
  MftReadOptions read;
  gboolean keep; /* tracked changes: as suggestions, in a file of their own */
  gboolean json;
  gboolean force;
} Errand;

/* "naskah.pks" → "naskah-usulan.pks": the text that the file's changes lead to. */
static char *
suggested_path (const char *output)
{
  const char *name = strrchr (output, G_DIR_SEPARATOR);
  const char *ending = strrchr (name != NULL ? name : output, '.');
  gsize stem = ending != NULL ? (gsize) (ending - output) : strlen (output);

  return g_strdup_printf ("%.*s-usulan%s", (int) stem, output, ending != NULL ? ending : "");
}

/* Before and after, which a comparison takes apart again into changes to accept and reject. */
static MftExit
keep_changes (const Errand *errand, MftAgreement *after, char **path)
{
  g_autoptr (GError) error = NULL;
  MftReadOptions before_options = errand->read;
  g_autofree char *suggested = suggested_path (errand->output);
  MftExit status = mft_output_check (errand->input, suggested, errand->force);

  before_options.changes = MFT_CHANGES_REJECT;
  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftAgreement) before
      = mft_exchange_load_with (errand->input, &before_options, NULL, &error);
  if (before == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, errand->input, error);
  status = mft_output_work (after, suggested, errand->force);
  if (status == MFT_EXIT_DONE)
    status = mft_output_work (before, errand->output, errand->force);
  if (status == MFT_EXIT_DONE)
    *path = g_steal_pointer (&suggested);
  return status;
}

static MftExit
import (const Errand *errand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftImportReport) report = NULL;
  g_autofree char *suggested = NULL;
  MftExit status = mft_output_check (errand->input, errand->output, errand->force);

  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftAgreement) agreement
      = mft_exchange_load_with (errand->input, &errand->read, &report, &error);
  if (agreement == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, errand->input, error);
  if (errand->keep && report->insertions + report->deletions > 0)
    status = keep_changes (errand, agreement, &suggested);
  else
    status = mft_output_work (agreement, errand->output, errand->force);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autofree char *text
      = errand->json ? to_json (report, suggested) : to_text (report, errand->output, suggested);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

/* accept | reject | keep */
static MftExit
read_changes (const char *word, Errand *errand)
{
  if (word == NULL || g_str_equal (word, "accept"))
    return MFT_EXIT_DONE;
  errand->keep = g_str_equal (word, "keep");
  if (errand->keep)
    return MFT_EXIT_DONE;
  errand->read.changes = MFT_CHANGES_REJECT;
  return g_str_equal (word, "reject")
             ? MFT_EXIT_DONE
             : mft_command_misuse (_ ("%s is none of: accept, reject, keep"), word);
}

static MftExit
run (int argc, char **argv)
{
  Errand errand = { .read.changes = MFT_CHANGES_ACCEPT };
  const char *changes = NULL;
  const char *password_file = NULL;
  g_autoptr (MftSecret) password = NULL;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &errand.json },
    { "--force", MFT_OPTION_FLAG, &errand.force },
    { "--changes", MFT_OPTION_VALUE, &changes },
    { "--password-file", MFT_OPTION_VALUE, &password_file },
    { "-o", MFT_OPTION_VALUE, &errand.output },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status == MFT_EXIT_DONE && errand.output == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  if (status == MFT_EXIT_DONE)
    status = read_changes (changes, &errand);
  if (status == MFT_EXIT_DONE)
    status = mft_input_password (password_file, &password);
  if (status != MFT_EXIT_DONE)
    return status;
  errand.read.password = password != NULL ? mft_secret_peek (password) : NULL;
  errand.input = g_ptr_array_index (inputs, 0);
  return import (&errand);
}

const MftSubcommand mft_subcommand_import = {
  "import",
  N_ ("IN(.docx|.odt|.pdf|.doc|.rtf|.txt|.md|.xml) -o OUT.pks [--json] "
      "[--changes accept|reject|keep] [--password-file FILE] [--force]"),
  N_ ("takes an existing agreement in; says what was guessed"),
  run,
};
