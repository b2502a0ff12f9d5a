/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "check/check.h"
#include "check/finding.h"
#include "container/json-writer.h"

#include "command/input.h"
#include "command/subcommand.h"

static void
write_edit (MftJsonWriter *json, const MftFinding *finding)
{
  const MftFix *fix = finding->fix;

  switch (fix->kind)
    {
    case MFT_FIX_TEXT:
      mft_json_writer_string (json, "id", finding->block_id);
      mft_json_writer_integer (json, "start", fix->start);
      mft_json_writer_integer (json, "end", fix->end);
      mft_json_writer_string (json, "text", fix->words);
      return;
    case MFT_FIX_ITALIC:
      mft_json_writer_string (json, "id", finding->block_id);
      mft_json_writer_integer (json, "start", fix->start);
      mft_json_writer_integer (json, "end", fix->end);
      mft_json_writer_string (json, "style", "italic");
      return;
    case MFT_FIX_LABEL:
      mft_json_writer_string (json, "id", finding->block_id);
      mft_json_writer_null (json, "label");
      return;
    case MFT_FIX_FIELD:
      mft_json_writer_string (json, "field", fix->field);
      mft_json_writer_string (json, "value", fix->words);
      return;
    }
}

static void
write_fix (MftJsonWriter *json, const MftFinding *finding)
{
  if (finding->fix == NULL)
    {
      mft_json_writer_null (json, "fix");
      return;
    }
  g_autofree char *label = mft_fix_words (finding->fix, _ (mft_fix_label (finding->fix)));
  mft_json_writer_object (json, "fix");
  mft_json_writer_string (json, "label", label);
  mft_json_writer_array (json, "edits");
  mft_json_writer_object (json, NULL);
  write_edit (json, finding);
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  mft_json_writer_end (json);
}

static char *
to_json (GPtrArray *findings)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_boolean (json, "dictionary", mft_check_can_spell ());
  mft_json_writer_array (json, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *message = mft_finding_words (finding, _ (finding->message));
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "rule", finding->rule);
      mft_json_writer_string (json, "severity", mft_severity_name (finding->severity));
      mft_json_writer_string (json, "path", finding->path);
      mft_json_writer_string (json, "id", finding->block_id);
      mft_json_writer_string (json, "text", finding->text);
      mft_json_writer_string (json, "message", message);
      mft_json_writer_string (json, "source", finding->source);
      mft_json_writer_boolean (json, "ignored", finding->ignored);
      write_fix (json, finding);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static const char *
severity_word (MftSeverity severity)
{
  switch (severity)
    {
    case MFT_SEVERITY_ERROR:
      return _ ("error");
    case MFT_SEVERITY_WARNING:
      return _ ("warning");
    case MFT_SEVERITY_SUGGESTION:
      return _ ("suggestion");
    }
  return "";
}

static char *
to_text (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *message = mft_finding_words (finding, _ (finding->message));
      g_string_append_printf (text, "%s%s%s: %s\n  %s\n", finding->path,
                              finding->path[0] != '\0' ? ": " : "",
                              finding->ignored ? _ ("ignored") : severity_word (finding->severity),
                              message, finding->source);
    }
  if (findings->len == 0)
    g_string_append (text, _ ("Nothing to report."));
  if (!mft_check_can_spell ())
    g_string_append_printf (text, "%s%s", findings->len == 0 ? "\n" : "",
                            _ ("There is no Indonesian dictionary here (package hunspell-id), so "
                               "that only common misspellings were looked for."));
  return g_string_free (text, FALSE);
}

static MftExit
status_of (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MftFinding *finding = g_ptr_array_index (findings, i);
      if (finding->severity == MFT_SEVERITY_ERROR && !finding->ignored)
        return MFT_EXIT_FINDINGS;
    }
  return MFT_EXIT_DONE;
}

static MftExit
check (const char *path, MftSecret *password, gboolean json)
{
  g_autoptr (MftAgreement) agreement = NULL;
  MftExit status = mft_input_agreement (path, password, &agreement);

  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (GPtrArray) findings = mft_check_agreement (agreement);
  g_autofree char *text = json ? to_json (findings) : to_text (findings);
  return mft_command_print (text) ? status_of (findings) : MFT_EXIT_REFUSED;
}

/* --fix RULE -o OUT: applies what the rule can mend. */
static MftExit
fix (const char *path, MftSecret *password, const char *rule, const char *output)
{
  g_autoptr (MftAgreement) agreement = NULL;
  MftExit status;

  if (!mft_check_knows (rule))
    return mft_command_misuse (_ ("there is no rule %s"), rule);
  if (output == NULL)
    return mft_command_misuse (_ ("%s is missing"), "-o");
  status = mft_output_check (path, output, FALSE);
  if (status == MFT_EXIT_DONE)
    status = mft_input_agreement (path, password, &agreement);
  if (status != MFT_EXIT_DONE)
    return status;
  mft_check_fix_all (agreement, rule);
  return mft_output_work (agreement, output, FALSE);
}

static MftExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  const char *rule = NULL;
  const char *output = NULL;
  const char *password_file = NULL;
  g_autoptr (MftSecret) password = NULL;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &json },
    { "--fix", MFT_OPTION_VALUE, &rule },
    { "-o", MFT_OPTION_VALUE, &output },
    { "--password-file", MFT_OPTION_VALUE, &password_file },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status != MFT_EXIT_DONE)
    return status;
  if (rule == NULL && output != NULL)
    return mft_command_misuse (_ ("%s and %s go together"), "--fix", "-o");
  status = mft_input_password (password_file, &password);
  if (status != MFT_EXIT_DONE)
    return status;
  return rule != NULL ? fix (g_ptr_array_index (inputs, 0), password, rule, output)
                      : check (g_ptr_array_index (inputs, 0), password, json);
}

const MftSubcommand mft_subcommand_check = {
  "check",
  N_ ("FILE [--json] [--fix RULE -o OUT.pks] [--password-file FILE]"),
  N_ ("looks for mistakes: numbers, dates, references, terms, parties, law, spelling"),
  run,
};
