/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/clock.h"
#include "pki/anchors.h"
#include "report/sentences.h"
#include "store/certificate-folder.h"
#include "verify/verify.h"

#include "command/json-verify.h"
#include "command/subcommand.h"

typedef struct
{
  gboolean json;
  GPtrArray *trust;
  GPtrArray *certificates;
  GPtrArray *crls;
  GPtrArray *ocsps;
  const char *at;
  const char *password;
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

/* The pinned ones and those that the person trusts; verifying works without a data folder too. */
static MftAnchors *
own_anchors (void)
{
  g_autoptr (GError) error = NULL;
  MftAnchors *anchors = mft_certificate_folder_anchors (&error);

  if (anchors != NULL)
    return anchors;
  mft_command_fail (MFT_EXIT_DONE, NULL, error);
  return mft_anchors_new ();
}

typedef gboolean (*LoadFunc) (const char *path, gpointer target, GError **error);

static gboolean
load_anchors (const char *path, gpointer anchors, GError **error)
{
  g_autoptr (GPtrArray) list = mft_certificate_list_new_from_file (path, error);

  if (list != NULL)
    mft_anchors_add_list (anchors, list);
  return list != NULL;
}

static gboolean
load_certificates (const char *path, gpointer certificates, GError **error)
{
  GPtrArray *list = mft_certificate_list_new_from_file (path, error);

  if (list != NULL)
    g_ptr_array_extend_and_steal (certificates, list);
  return list != NULL;
}

static gboolean
load_crl (const char *path, gpointer revocations, GError **error)
{
  return mft_revocation_set_add_crl_file (revocations, path, error);
}

static gboolean
load_ocsp (const char *path, gpointer revocations, GError **error)
{
  return mft_revocation_set_add_ocsp_file (revocations, path, error);
}

static MftExit
load_all (GPtrArray *files, LoadFunc load, gpointer target)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      if (!load (path, target, &error))
        return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
    }
  return MFT_EXIT_DONE;
}

static MftExit
load_evidence (const Arguments *arguments, MftAnchors *anchors, GPtrArray *certificates,
               MftRevocationSet *revocations)
{
  MftExit status = load_all (arguments->trust, load_anchors, anchors);

  if (status == MFT_EXIT_DONE)
    status = load_all (arguments->certificates, load_certificates, certificates);
  if (status == MFT_EXIT_DONE)
    status = load_all (arguments->crls, load_crl, revocations);
  if (status == MFT_EXIT_DONE)
    status = load_all (arguments->ocsps, load_ocsp, revocations);
  return status;
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

static MftExit
read_password (const char *path, MftSecret **password)
{
  g_autoptr (GError) error = NULL;

  *password = mft_secret_new_from_file (path, &error);
  return *password != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
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
  g_autoptr (MftAnchors) anchors = own_anchors ();
  g_autoptr (GPtrArray) certificates
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_certificate_unref);
  g_autoptr (MftRevocationSet) revocations = mft_revocation_set_new ();
  MftVerifyOptions options
      = { .anchors = anchors, .certificates = certificates, .revocations = revocations };
  MftExit status = load_evidence (arguments, anchors, certificates, revocations);

  g_autoptr (MftSecret) password = NULL;

  if (status == MFT_EXIT_DONE && arguments->password != NULL)
    status = read_password (arguments->password, &password);
  if (status != MFT_EXIT_DONE)
    return status;
  options.password = password;
  status = read_time (arguments->at, &options.at);
  if (status != MFT_EXIT_DONE)
    return status;
  if (!arguments->json)
    return verify_all (inputs, &options, NULL);

  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autofree char *judged_at = mft_clock_format (options.at != 0 ? options.at : mft_clock_now ());
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
    { "--certs", MFT_OPTION_LIST, &arguments.certificates },
    { "--crl", MFT_OPTION_LIST, &arguments.crls },
    { "--ocsp", MFT_OPTION_LIST, &arguments.ocsps },
    { "--at", MFT_OPTION_VALUE, &arguments.at },
    { "--password-file", MFT_OPTION_VALUE, &arguments.password },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, G_MAXUINT);
  if (status == MFT_EXIT_DONE)
    status = verify_with (&arguments, inputs);
  g_clear_pointer (&arguments.trust, g_ptr_array_unref);
  g_clear_pointer (&arguments.certificates, g_ptr_array_unref);
  g_clear_pointer (&arguments.crls, g_ptr_array_unref);
  g_clear_pointer (&arguments.ocsps, g_ptr_array_unref);
  return status;
}

const MftSubcommand mft_subcommand_verify = {
  "verify",
  N_ ("FILE.pdf… [--trust CA.pem]… [--crl FILE]… [--ocsp FILE]… [--certs FILE]… [--at TIME] "
      "[--password-file FILE] [--json]"),
  N_ ("tells who signed, and whether the signatures still hold"),
  run,
};
