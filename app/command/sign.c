/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "act/batch.h"
#include "act/failure.h"
#include "base/clock.h"
#include "base/secret.h"
#include "container/json-writer.h"
#include "pdf/error.h"
#include "pki/error.h"
#include "pki/key-p12.h"
#include "pki/key-token.h"
#include "pki/token-modules.h"
#include "sign/error.h"
#include "store/certificate-store.h"

#include "command/identity.h"
#include "command/input.h"
#include "command/passphrase.h"
#include "command/sign-arguments.h"
#include "command/sign-esign.h"
#include "command/subcommand.h"

/* The affirmation of PP 71/2019 Ps 62(4): --yes, or a typed word on a terminal. One for all
 * documents, each of them named. */
static MftExit
affirm (const MftSignArguments *arguments, GPtrArray *inputs)
{
  char answer[16] = "";

  if (arguments->yes)
    return MFT_EXIT_DONE;
  if (!isatty (STDIN_FILENO))
    return mft_command_misuse (_ ("without a terminal, --yes must say that the document is known, "
                                  "understood and to be signed"));
  for (guint i = 0; i < inputs->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (inputs, i));
  g_print ("%s ",
           inputs->len == 1
               ? _ ("I know and understand the contents of this document and agree to sign it "
                    "electronically. Write “yes” to go on:")
               : _ ("I know and understand the contents of these documents and agree to sign them "
                    "electronically. Write “yes” to go on:"));
  mft_command_set_waiting (TRUE);
  gboolean answered = fgets (answer, sizeof answer, stdin) != NULL;
  mft_command_set_waiting (FALSE);
  if (!answered)
    return MFT_EXIT_INTERRUPTED;
  g_strstrip (answer);
  if (g_str_equal (answer, "yes") || g_str_equal (answer, _ ("yes")))
    return MFT_EXIT_DONE;
  g_printerr ("mufakat: %s\n", _ ("Not affirmed. The document was not signed."));
  return MFT_EXIT_REFUSED;
}

/* The members of one signature; with `input` one of many, where it may have failed. */
static void
write_result (MftJsonWriter *json, const MftSigningResult *result)
{
  g_autofree char *time
      = result->timestamp != G_MININT64 ? mft_clock_format (result->timestamp) : NULL;

  mft_json_writer_string (json, "file", result->output);
  mft_json_writer_string (json, "field", result->field);
  mft_json_writer_string (json, "level", mft_level_name (result->level));
  mft_json_writer_string (json, "signer", result->signer);
  mft_json_writer_string (json, "timestamp", time);
  mft_json_writer_string (json, "sha256", result->sha256);
}

static MftExit
print_result (const MftSignArguments *arguments, const MftSigningResult *result)
{
  if (!arguments->json)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("%s\n  signed electronically by %s in the field %s, and verified.\n"
             "  Do not print and scan, merge, split or compress it: that breaks the signature."),
          result->output, result->signer, result->field);
      return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
    }
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  mft_json_writer_object (json, NULL);
  write_result (json, result);
  mft_json_writer_end (json);
  g_autofree char *text = mft_json_writer_finish (json);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static char *
rows_as_json (GPtrArray *rows)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "files");
  for (guint i = 0; i < rows->len; i++)
    {
      const MftBatchRow *row = g_ptr_array_index (rows, i);
      g_autofree char *why = row->error != NULL ? mft_failure_sentence (row->error) : NULL;
      mft_json_writer_object (json, NULL);
      mft_json_writer_string (json, "input", row->input);
      mft_json_writer_string (json, "state",
                              row->error != NULL ? "failed"
                              : row->was_done    ? "signed_before"
                                                 : "signed");
      mft_json_writer_string (json, "error", why);
      if (row->result != NULL)
        write_result (json, row->result);
      mft_json_writer_end (json);
    }
  mft_json_writer_end (json);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static char *
rows_as_text (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const MftBatchRow *row = g_ptr_array_index (rows, i);
      g_autofree char *why = row->error != NULL ? mft_failure_sentence (row->error) : NULL;
      g_string_append_printf (text, "%s\n  %s\n", row->error != NULL ? row->input : row->output,
                              why != NULL     ? why
                              : row->was_done ? _ ("was signed before; left as it is.")
                                              : _ ("signed electronically and verified."));
    }
  return g_string_free (text, FALSE);
}

/* What the error means for the exit status: a choice of place that is missing is wrong usage, an
 * input that is no sound PDF is unreadable, everything else refused. */
static MftExit
status_of (const GError *error, const char *input)
{
  if (g_error_matches (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CHOICE)
      || g_error_matches (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_PLACE)
      || g_error_matches (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_NO_FIELD)
      || g_error_matches (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE)
      || g_error_matches (error, MFT_ACT_ERROR, MFT_ACT_ERROR_ANCHOR))
    return MFT_EXIT_USAGE;
  if (error->domain == MFT_PDF_ERROR && error->code != MFT_PDF_ERROR_ENCRYPTED)
    return MFT_EXIT_UNREADABLE;
  if (access (input, R_OK) != 0)
    return MFT_EXIT_UNREADABLE;
  return MFT_EXIT_REFUSED;
}

/* Several inputs: some failed is 1, one that cannot be read beats it (DESIGN.md §7). */
static MftExit
status_of_rows (GPtrArray *rows)
{
  MftExit status = MFT_EXIT_DONE;

  for (guint i = 0; i < rows->len; i++)
    {
      const MftBatchRow *row = g_ptr_array_index (rows, i);
      if (g_error_matches (row->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return MFT_EXIT_INTERRUPTED;
      if (row->error == NULL || status == MFT_EXIT_UNREADABLE)
        continue;
      status = status_of (row->error, row->input) == MFT_EXIT_UNREADABLE ? MFT_EXIT_UNREADABLE
                                                                         : MFT_EXIT_FINDINGS;
    }
  return status;
}

static MftExit
sign_one (const MftSignArguments *arguments, const MftSigningRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSigningResult) result = mft_act_sign (request, mft_command_job (), &error);

  if (result == NULL)
    return mft_command_fail (status_of (error, request->input),
                             mft_output_subject (error, request->input, request->output), error);
  return print_result (arguments, result);
}

static MftExit
sign_many (const MftSignArguments *arguments, const MftSigningRequest *request, GPtrArray *inputs)
{
  g_autoptr (GPtrArray) rows
      = mft_act_sign_batch (request, inputs, arguments->output, NULL, NULL, mft_command_job ());
  g_autofree char *text = arguments->json ? rows_as_json (rows) : rows_as_text (rows);

  return mft_command_print (text) ? status_of_rows (rows) : MFT_EXIT_REFUSED;
}

/* A reader with keys of its own asks itself. */
static MftExit
ask_passphrase (const MftSignArguments *arguments, MftSecret **passphrase)
{
  if (arguments->token != NULL && mft_key_token_has_pad (arguments->token))
    {
      g_printerr ("%s\n", _ ("Enter the PIN on the reader."));
      return MFT_EXIT_DONE;
    }
  return mft_passphrase_get (arguments->passphrase_file, passphrase);
}

static MftKey *
key_of (const MftSignArguments *arguments, const MftIdentity *identity,
        const MftSigningRequest *request, MftSecret *passphrase, GError **error)
{
  if (identity != NULL)
    return mft_certificate_store_open_key (mft_certificate_sha256 (identity->certificate),
                                           passphrase, error);
  if (arguments->token != NULL)
    return mft_key_token_new (arguments->token, passphrase,
                              request->completion.evidence.certificates, error);
  return mft_key_p12_new_from_file (arguments->p12, passphrase, error);
}

/* The key, after the passphrase was asked. */
static MftExit
open_key (const MftSignArguments *arguments, const MftIdentity *identity,
          MftSigningRequest *request, MftKey **key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) passphrase = NULL;
  MftExit status = ask_passphrase (arguments, &passphrase);

  if (status != MFT_EXIT_DONE)
    return status;
  *key = key_of (arguments, identity, request, passphrase, &error);
  if (*key != NULL)
    return MFT_EXIT_DONE;
  mft_act_note_failure (request->input, request->field, request->basis, NULL, error);
  return mft_command_fail (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED)
                               ? MFT_EXIT_UNREADABLE
                               : MFT_EXIT_REFUSED,
                           identity != NULL           ? arguments->identity
                           : arguments->token != NULL ? arguments->token
                                                      : arguments->p12,
                           error);
}

/* Expired, for other use, revoked: told before the passphrase is asked (PP 71/2019 Ps 62(1)-(2)). */
static MftExit
check_identity (const MftIdentity *identity, const MftSigningRequest *request)
{
  g_autoptr (GError) error = NULL;
  gint64 now = mft_clock_now ();

  if (mft_certificate_check_signing (identity->certificate, now, &error)
      && mft_evidence_inputs_check (&request->completion.evidence, identity->certificate,
                                    identity->chain, now, mft_command_job (), &error))
    return MFT_EXIT_DONE;
  mft_act_note_failure (request->input, request->field, request->basis,
                        mft_certificate_common_name (identity->certificate), error);
  return mft_command_fail (MFT_EXIT_REFUSED, mft_certificate_common_name (identity->certificate),
                           error);
}

static MftExit
sign (MftSignArguments *arguments, MftSigningRequest *request, GPtrArray *inputs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (MftKey) key = NULL;
  MftExit status = MFT_EXIT_DONE;

  if (arguments->identity != NULL)
    status = mft_command_find_identity (arguments->identity, &identity);
  else if (arguments->p12 != NULL && !mft_key_p12_check_file (arguments->p12, &error))
    return mft_command_fail (MFT_EXIT_UNREADABLE, arguments->p12, error);
  if (status == MFT_EXIT_DONE)
    status = mft_completion_open (&arguments->completion, &request->completion);
  if (status == MFT_EXIT_DONE && identity != NULL)
    status = check_identity (identity, request);
  if (status == MFT_EXIT_DONE)
    status = affirm (arguments, inputs);
  if (status == MFT_EXIT_DONE)
    status = open_key (arguments, identity, request, &key);
  if (status != MFT_EXIT_DONE)
    return status;
  request->key = key;
  return inputs->len > 1 ? sign_many (arguments, request, inputs) : sign_one (arguments, request);
}

/* With a key that BSrE keeps. */
static MftExit
sign_remotely (const MftSignArguments *arguments, MftSigningRequest *request, GPtrArray *inputs)
{
  g_auto (MftSignEsign) esign = { 0 };
  MftExit status = affirm (arguments, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_sign_esign_open (arguments, &esign);
  if (status != MFT_EXIT_DONE)
    return status;
  request->esign = &esign.signer;
  return inputs->len > 1 ? sign_many (arguments, request, inputs) : sign_one (arguments, request);
}

static MftExit
run (int argc, char **argv)
{
  g_auto (MftSignArguments) arguments = { 0 };
  MftSigningRequest request = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  MftExit status = mft_sign_arguments_parse (&arguments, argc, argv, inputs, &request);

  if (status != MFT_EXIT_DONE)
    return status;
  mft_token_modules_set_own (arguments.token_module);
  gboolean is_folder = g_file_test (arguments.output, G_FILE_TEST_IS_DIR);
  if (inputs->len > 1 && !is_folder)
    return mft_command_misuse (_ ("several documents go into a folder that is there: %s"),
                               "-o DIR");
  request.input = g_ptr_array_index (inputs, 0);
  g_autofree char *name = g_path_get_basename (request.input);
  g_autofree char *output
      = is_folder ? g_build_filename (arguments.output, name, NULL) : g_strdup (arguments.output);
  request.output = output;
  return arguments.esign != NULL ? sign_remotely (&arguments, &request, inputs)
                                 : sign (&arguments, &request, inputs);
}

const MftSubcommand mft_subcommand_sign = {
  "sign",
  N_ ("IN.pdf… -o OUT.pdf|DIR (--p12 FILE | --identity ID | --token URI [--token-module FILE] | "
      "--esign URL --nik-file FILE --name NAME [--esign-account-file FILE] [--esign-version 1|2] "
      "[--totp-file FILE]) [--passphrase-file FILE] "
      "[--field NAME | --page N --rect X,Y,W,H | --anchor CHAR | --invisible] "
      "[--digest sha256|sha384|sha512] [--pss] [--certify none|fill|annotate|locked] "
      "[--office TEXT] [--name NAME] [--reason TEXT] [--location TEXT] [--level b|t|lt|lta] "
      "[--timestamp-url URL [--timestamp-auth-file FILE]] [--online] [--crl FILE]… [--ocsp FILE]… "
      "[--certs FILE]… [--yes] [--force] [--json]"),
  N_ ("signs PDFs electronically; earlier signatures stay as they are"),
  run,
};
