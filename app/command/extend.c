/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <unistd.h>

#include "act/extending.h"
#include "act/failure.h"
#include "act/signing.h"
#include "container/json-writer.h"
#include "pdf/error.h"

#include "command/completion.h"

typedef struct
{
  const char *output;
  gboolean force, json;
} Arguments;

/* What became of one of the files. */
typedef struct
{
  const char *input; /* borrowed */
  MftExtendingResult *result;
  GError *error;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->result, mft_extending_result_free);
  g_clear_error (&row->error);
}

static MftExit
status_of (const Row *row)
{
  if (row->error == NULL)
    return MFT_EXIT_DONE;
  if (g_error_matches (row->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return MFT_EXIT_INTERRUPTED;
  if (g_error_matches (row->error, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE))
    return MFT_EXIT_USAGE;
  if ((row->error->domain == MFT_PDF_ERROR && row->error->code != MFT_PDF_ERROR_ENCRYPTED)
      || access (row->input, R_OK) != 0 || g_file_test (row->input, G_FILE_TEST_IS_DIR))
    return MFT_EXIT_UNREADABLE;
  return MFT_EXIT_REFUSED;
}

/* Several inputs: some failed is 1, one that cannot be read beats it (DESIGN.md §7). */
static MftExit
status_of_all (const GArray *rows)
{
  MftExit worst = MFT_EXIT_DONE;

  if (rows->len == 1)
    return status_of (&g_array_index (rows, Row, 0));
  for (guint i = 0; i < rows->len; i++)
    {
      MftExit status = status_of (&g_array_index (rows, Row, i));
      if (status == MFT_EXIT_INTERRUPTED)
        return status;
      if (status != MFT_EXIT_DONE && worst != MFT_EXIT_UNREADABLE)
        worst = status == MFT_EXIT_UNREADABLE ? status : MFT_EXIT_FINDINGS;
    }
  return worst;
}

static void
write_row (MftJsonWriter *json, const Row *row)
{
  g_autofree char *why = row->error != NULL ? mft_failure_sentence (row->error) : NULL;

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "input", row->input);
  mft_json_writer_string (json, "file", row->result != NULL ? row->result->output : NULL);
  mft_json_writer_string (json, "level",
                          row->result != NULL ? mft_level_name (row->result->level) : NULL);
  mft_json_writer_string (json, "sha256", row->result != NULL ? row->result->sha256 : NULL);
  mft_json_writer_string (json, "error", why);
  mft_json_writer_end (json);
}

static char *
as_json (const GArray *rows)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "files");
  for (guint i = 0; i < rows->len; i++)
    write_row (json, &g_array_index (rows, Row, i));
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static MftExit
say (const Arguments *arguments, const GArray *rows)
{
  g_autofree char *json = arguments->json ? as_json (rows) : NULL;
  g_autoptr (GString) text = g_string_new (json);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      if (row->error != NULL)
        mft_command_fail (MFT_EXIT_REFUSED, row->input, row->error);
      else if (json == NULL)
        g_string_append_printf (text, _ ("%s\n  completed to %s and verified.\n"),
                                row->result->output, mft_level_name (row->result->level));
    }
  return text->len == 0 || mft_command_print (text->str) ? status_of_all (rows) : MFT_EXIT_REFUSED;
}

static MftExit
extend_all (const Arguments *arguments, GPtrArray *inputs, const MftSignCompletion *completion)
{
  gboolean is_folder = g_file_test (arguments->output, G_FILE_TEST_IS_DIR);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));

  if (inputs->len > 1 && !is_folder)
    return mft_command_misuse (_ ("several documents go into a folder that is there: %s"),
                               "-o DIR");
  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; i < inputs->len; i++)
    {
      Row row = { .input = g_ptr_array_index (inputs, i) };
      g_autofree char *name = g_path_get_basename (row.input);
      g_autofree char *output = is_folder ? g_build_filename (arguments->output, name, NULL)
                                          : g_strdup (arguments->output);
      const MftExtendingRequest request = {
        .input = row.input, .output = output, .replace = arguments->force, .completion = *completion
      };
      row.result = mft_act_extend (&request, mft_command_job (), &row.error);
      g_array_append_val (rows, row);
    }
  return say (arguments, rows);
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_auto (MftCompletionArguments) words = { 0 };
  MftSignCompletion completion = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    MFT_COMPLETION_OPTIONS (&words),
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    { "--json", MFT_OPTION_FLAG, &arguments.json },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, G_MAXUINT);
  if (status == MFT_EXIT_DONE && arguments.output == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  if (status == MFT_EXIT_DONE)
    status = mft_completion_check (&words, MFT_SIGN_B_T, MFT_SIGN_B_LT, &completion.level);
  if (status == MFT_EXIT_DONE)
    status = mft_completion_open (&words, &completion);
  return status == MFT_EXIT_DONE ? extend_all (&arguments, inputs, &completion) : status;
}

const MftSubcommand mft_subcommand_extend = {
  "extend",
  N_ ("IN.pdf… -o OUT.pdf|DIR [--level t|lt|lta] "
      "[--timestamp-url URL [--timestamp-auth-file FILE]] [--online] [--crl FILE]… "
      "[--ocsp FILE]… [--certs FILE]… [--force] [--json]"),
  N_ ("completes signatures that exist: proven time, evidence, archive timestamp"),
  run,
};
