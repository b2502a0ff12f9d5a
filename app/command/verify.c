/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/clock.h"
#include "pki/anchors.h"
#include "report/sentences.h"
#include "verify/verify.h"

#include "command/json-verify.h"
#include "command/subcommand.h"

typedef struct
{
  gboolean json;
  GPtrArray *trust;
  const char *at;
} Arguments;

/* Valid files are 0, everything else a finding; what cannot be read at all beats findings
 * (DESIGN.md §7). */
static MftExit
status_of (MftVerdict verdict)
{
  switch (verdict)
    {
    case MFT_VERDICT_VALID:
      return MFT_EXIT_DONE;
    case MFT_VERDICT_UNREADABLE:
      return MFT_EXIT_UNREADABLE;
    case MFT_VERDICT_INVALID:
    case MFT_VERDICT_INDETERMINATE:
    case MFT_VERDICT_UNSIGNED:
      break;
    }
  return MFT_EXIT_FINDINGS;
}

static MftExit
load_anchors (GPtrArray *files, MftAnchors *anchors)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, &error);
      if (list == NULL)
        return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
      mft_anchors_add_list (anchors, list);
    }
  return MFT_EXIT_DONE;
}

static MftExit
read_time (const char *text, gint64 *at)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (text == NULL)
    return MFT_EXIT_DONE;
  if (time == NULL)
    return mft_command_misuse (_ ("%s is no time such as 2026-11-26T14:30:00+07:00"), text);
  *at = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return MFT_EXIT_DONE;
}

/* One file: adds it to the JSON or prints what it says. */
static MftExit
verify_file (const char *path, const MftVerifyOptions *options, MftJsonWriter *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftVerifyReport) report = mft_verify_file (path, options, mft_command_job (), &error);

  if (report == NULL && json != NULL)
    mft_json_verify_unreadable (json, path, error);
  if (report == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  if (json != NULL)
    mft_json_verify_file (json, path, report);
  else
    {
      g_autofree char *text = mft_sentences_report (path, report);
      if (!mft_command_print (text))
        return MFT_EXIT_REFUSED;
    }
  return status_of (report->verdict);
}

static MftExit
verify_all (GPtrArray *inputs, const MftVerifyOptions *options, MftJsonWriter *json)
{
  MftExit worst = MFT_EXIT_DONE;

  for (guint i = 0; i < inputs->len; i++)
    {
      MftExit status = verify_file (g_ptr_array_index (inputs, i), options, json);
      worst = MAX (worst, status);
    }
  return worst;
}

static MftExit
verify_with (const Arguments *arguments, GPtrArray *inputs)
{
  g_autoptr (MftAnchors) anchors = mft_anchors_new ();
  MftVerifyOptions options = { .anchors = anchors };
  MftExit status = load_anchors (arguments->trust, anchors);

  if (status != MFT_EXIT_DONE)
    return status;
  status = read_time (arguments->at, &options.at);
  if (status != MFT_EXIT_DONE)
    return status;
  if (!arguments->json)
    return verify_all (inputs, &options, NULL);

  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autofree char *judged_at = mft_json_time (options.at != 0 ? options.at : mft_clock_now ());
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "policy", "mufakat-1");
  mft_json_writer_string (json, "judged_at", judged_at);
  mft_json_writer_array (json, "files");
  status = verify_all (inputs, &options, json);
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  if (status == MFT_EXIT_INTERRUPTED)
    return status;
  g_autofree char *text = mft_json_writer_finish (json);
  return mft_command_print (text) ? status : MFT_EXIT_REFUSED;
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &arguments.json },
    { "--trust", MFT_OPTION_LIST, &arguments.trust },
    { "--at", MFT_OPTION_VALUE, &arguments.at },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, G_MAXUINT);
  if (status == MFT_EXIT_DONE)
    status = verify_with (&arguments, inputs);
  g_clear_pointer (&arguments.trust, g_ptr_array_unref);
  return status;
}

const MftSubcommand mft_subcommand_verify = {
  "verify",
  N_ ("FILE.pdf… [--trust CA.pem]… [--at TIME] [--json]"),
  N_ ("tells who signed, and whether the signatures still hold"),
  run,
};
