/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include <unistd.h>

#include "config.h"

#include "act/failure.h"
#include "act/online-source.h"
#include "base/clock.h"
#include "exchange/pdf/pdf-proof.h"
#include "net/http.h"
#include "report/sentences.h"
#include "report/verification.h"
#include "store/certificate-store.h"
#include "verify/verify.h"

#include "command/input.h"
#include "command/json-verify.h"
#include "command/verify-evidence.h"
#include "command/verify-inputs.h"
#include "command/verify-signed.h"

typedef struct
{
  gboolean json, online;
  MftVerifyEvidence evidence;
  const char *at;
  const char *password;
  const char *output;
  const char *signed_by; /* the field whose revision is saved; NULL: none is */
  gboolean replace;
} Arguments;

/* What goes where while files are verified one by one. */
typedef struct
{
  const MftVerifyOptions *options;
  MftJsonWriter *json; /* NULL: sentences on standard output */
  GArray *results;     /* MftVerifiedFile, owned; NULL: no report is asked for */
} Run;

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

/* The pinned ones and those that the person trusts; verifying works without a data folder too. */
static MftAnchors *
own_anchors (void)
{
  g_autoptr (GError) error = NULL;
  MftAnchors *anchors = mft_certificate_store_anchors (&error);

  if (anchors != NULL)
    return anchors;
  mft_command_fail (MFT_EXIT_DONE, NULL, error);
  return mft_anchors_new ();
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

static void
result_clear (gpointer data)
{
  MftVerifiedFile *result = data;

  g_free ((char *) result->name);
  g_free ((char *) result->error);
  if (result->report != NULL)
    mft_verify_report_free ((MftVerifyReport *) result->report);
}

/* Keeps what came out for the report, or drops it. Takes `report`. */
static void
keep (const Run *run, const char *path, MftVerifyReport *report, const GError *error)
{
  MftVerifiedFile result = { .report = report };

  if (run->results == NULL)
    {
      g_clear_pointer (&report, mft_verify_report_free);
      return;
    }
  result.name = g_path_get_basename (path);
  result.error = error != NULL ? mft_failure_sentence (error) : NULL;
  g_array_append_val (run->results, result);
}

/* One file: adds it to the JSON or prints what it says. */
static MftExit
verify_file (const Run *run, const char *path)
{
  g_autoptr (GError) error = NULL;
  MftVerifyReport *report = mft_verify_file (path, run->options, mft_command_job (), &error);
  MftExit status = MFT_EXIT_UNREADABLE;

  if (report == NULL)
    {
      if (run->json != NULL)
        mft_json_verify_unreadable (run->json, path, error);
      keep (run, path, NULL, error);
      return mft_command_fail (status, path, error);
    }
  mft_pdf_prove_source_of_file (path, run->options->password, report);
  status = status_of (report->verdict);
  if (run->json != NULL)
    mft_json_verify_file (run->json, path, report);
  else
    {
      g_autofree char *text = mft_sentences_report (path, report);
      if (!mft_command_print (text))
        status = MFT_EXIT_REFUSED;
    }
  keep (run, path, report, NULL);
  return status;
}

/* "12 / 480", where somebody may be waiting. */
static void
tell_progress (guint done, guint total)
{
  if (total > 1 && isatty (STDERR_FILENO) && !isatty (STDOUT_FILENO))
    g_printerr ("\r%u / %u%s", done, total, done == total ? "\n" : "");
}

static MftExit
verify_all (const Run *run, GPtrArray *files)
{
  MftExit worst = MFT_EXIT_DONE;

  for (guint i = 0; i < files->len && worst != MFT_EXIT_INTERRUPTED; i++)
    {
      MftExit status = verify_file (run, g_ptr_array_index (files, i));
      worst = MAX (worst, status);
      tell_progress (i + 1, files->len);
    }
  return worst;
}

static MftExit
verify_to_json (Run *run, GPtrArray *files)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autofree char *judged_at
      = mft_clock_format (run->options->at != 0 ? run->options->at : mft_clock_now ());
  MftExit status;

  run->json = json;
  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "policy", MFT_VERIFY_POLICY);
  mft_json_writer_string (json, "judged_at", judged_at);
  mft_json_writer_array (json, "files");
  status = verify_all (run, files);
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  if (status == MFT_EXIT_INTERRUPTED)
    return status;
  g_autofree char *text = mft_json_writer_finish (json);
  return mft_command_print (text) ? status : MFT_EXIT_REFUSED;
}

static gboolean
is_table (const char *output)
{
  return g_str_has_suffix (output, ".csv");
}

/* The report file. A failure beats what was found: nothing was written. */
static MftExit
write_report (const Arguments *arguments, const GArray *results, MftExit found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = mft_clock_now_utc ();
  g_autoptr (GBytes) bytes = NULL;
  MftExit status;

  if (is_table (arguments->output))
    {
      char *table = mft_verification_csv (results);
      bytes = g_bytes_new_take (table, strlen (table));
    }
  else
    bytes = mft_verification_pdf (results, now, "Mufakat " MFT_VERSION, &error);
  if (bytes == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->output, error);
  status = mft_output_bytes (bytes, arguments->output, arguments->replace);
  return status != MFT_EXIT_DONE ? status : found;
}

static MftExit
check_output (const Arguments *arguments, GPtrArray *files)
{
  if (!is_table (arguments->output) && !g_str_has_suffix (arguments->output, ".pdf"))
    return mft_command_misuse (_ ("%s: a report is a .pdf or a .csv"), arguments->output);
  for (guint i = 0; i < files->len; i++)
    {
      MftExit status
          = mft_output_check (g_ptr_array_index (files, i), arguments->output, arguments->replace);
      if (status != MFT_EXIT_DONE)
        return status;
    }
  return MFT_EXIT_DONE;
}

static MftExit
verify_files (const Arguments *arguments, const MftVerifyOptions *options, GPtrArray *files)
{
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (MftVerifiedFile));
  Run run = { .options = options, .results = arguments->output != NULL ? results : NULL };
  MftExit status = arguments->output != NULL ? check_output (arguments, files) : MFT_EXIT_DONE;

  g_array_set_clear_func (results, result_clear);
  if (status != MFT_EXIT_DONE)
    return status;
  status = arguments->json ? verify_to_json (&run, files) : verify_all (&run, files);
  if (arguments->output == NULL || status >= MFT_EXIT_REFUSED)
    return status;
  return write_report (arguments, results, status);
}

static MftExit
verify_with (const Arguments *arguments, GPtrArray *inputs)
{
  g_autoptr (MftAnchors) anchors = own_anchors ();
  g_autoptr (GPtrArray) kept = mft_certificate_store_others (NULL);
  g_autoptr (GPtrArray) certificates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  g_autoptr (MftRevocationSet) revocations = mft_revocation_set_new ();
  g_autoptr (MftOnlineEvidence) online = NULL;
  g_autoptr (MftSecret) password = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  MftVerifyOptions options
      = { .anchors = anchors, .certificates = certificates, .revocations = revocations };

  if (kept != NULL)
    g_ptr_array_extend_and_steal (certificates, g_steal_pointer (&kept));
  MftExit status
      = mft_verify_evidence_load (&arguments->evidence, anchors, certificates, revocations);

  if (status == MFT_EXIT_DONE)
    status = mft_input_password (arguments->password, &password);
  if (status == MFT_EXIT_DONE)
    status = read_time (arguments->at, &options.at);
  if (status == MFT_EXIT_DONE)
    status = mft_verify_inputs (inputs, files);
  if (arguments->online)
    {
      mft_net_allow (TRUE);
      online = mft_online_evidence_new (mft_online_source ());
    }
  options.online = online;
  options.password = password;
  if (status != MFT_EXIT_DONE)
    return status;
  if (arguments->signed_by == NULL)
    return verify_files (arguments, &options, files);
  if (files->len != 1 || arguments->output == NULL)
    return mft_command_misuse (_ ("%s needs one file and -o OUT.pdf"), "--signed");
  return mft_verify_save_signed (g_ptr_array_index (files, 0), arguments->signed_by, &options,
                                 arguments->output, arguments->replace);
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_auto (MftVerifyEvidence) evidence = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &arguments.json },
    { "--trust", MFT_OPTION_LIST, &evidence.trust },
    { "--certs", MFT_OPTION_LIST, &evidence.certificates },
    { "--crl", MFT_OPTION_LIST, &evidence.crls },
    { "--ocsp", MFT_OPTION_LIST, &evidence.ocsps },
    { "--at", MFT_OPTION_VALUE, &arguments.at },
    { "--online", MFT_OPTION_FLAG, &arguments.online },
    { "--password-file", MFT_OPTION_VALUE, &arguments.password },
    { "--signed", MFT_OPTION_VALUE, &arguments.signed_by },
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--force", MFT_OPTION_FLAG, &arguments.replace },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  arguments.evidence = evidence;
  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, G_MAXUINT);
  return status == MFT_EXIT_DONE ? verify_with (&arguments, inputs) : status;
}

const MftSubcommand mft_subcommand_verify = {
  "verify",
  N_ ("FILE.pdf|FOLDER… [-o REPORT.pdf|TABLE.csv] [--signed FIELD -o OUT.pdf] [--force] "
      "[--trust CA.pem]… [--crl FILE]… [--ocsp FILE]… [--certs FILE]… [--at TIME] [--online] "
      "[--password-file FILE] [--json]"),
  N_ ("tells who signed, and whether the signatures still hold"),
  run,
};
