/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <unistd.h>

#include "act/signing.h"
#include "base/secret.h"
#include "container/json-writer.h"
#include "pdf/error.h"
#include "pki/error.h"
#include "pki/key-p12.h"
#include "sign/error.h"

#include "command/passphrase.h"
#include "command/subcommand.h"

typedef struct
{
  const char *output, *p12, *passphrase_file, *field, *page, *rect, *certify, *reason, *location;
  const char *office, *name;
  gboolean invisible, yes, force, json;
} Arguments;

static gboolean
read_number (const char **at, double *value)
{
  char *end;

  *value = g_ascii_strtod (*at, &end);
  if (end == *at || *value < 0 || *value > 14400)
    return FALSE;
  *at = end;
  return TRUE;
}

/* "X,Y,W,H" in points, the decimals with a point. */
static MftExit
read_place (const Arguments *arguments, MftSigningRequest *request)
{
  double numbers[4];
  const char *at = arguments->rect;
  guint64 page;

  if ((arguments->page == NULL) != (arguments->rect == NULL))
    return mft_command_misuse (_ ("%s and %s go together"), "--page", "--rect");
  if (arguments->page == NULL)
    return MFT_EXIT_DONE;
  if (!g_ascii_string_to_unsigned (arguments->page, 10, 1, 100000, &page, NULL))
    return mft_command_misuse (_ ("%s is no page number"), arguments->page);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!read_number (&at, &numbers[i]) || *at != (i < 3 ? ',' : '\0') || (i < 3 && *at++ != ','))
      return mft_command_misuse (_ ("%s is no rectangle X,Y,WIDTH,HEIGHT"), arguments->rect);
  if (numbers[2] <= 0 || numbers[3] <= 0)
    return mft_command_misuse (_ ("%s is no rectangle X,Y,WIDTH,HEIGHT"), arguments->rect);
  request->page = (guint) page;
  request->rect
      = (MftPdfRect){ numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3] };
  return MFT_EXIT_DONE;
}

static MftExit
read_certify (const char *word, MftCertify *certify)
{
  static const char *const words[] = { "none", "fill", "annotate", "locked" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word == NULL || g_str_equal (word, words[i]))
      {
        *certify = (MftCertify) i;
        return MFT_EXIT_DONE;
      }
  return mft_command_misuse (_ ("%s must be one of: %s"), "--certify",
                             "none, fill, annotate, locked");
}

/* The affirmation of PP 71/2019 Ps 62(4): --yes, or a typed word on a terminal. */
static MftExit
affirm (const Arguments *arguments, const char *input)
{
  char answer[16] = "";

  if (arguments->yes)
    return MFT_EXIT_DONE;
  if (!isatty (STDIN_FILENO))
    return mft_command_misuse (_ ("without a terminal, --yes must say that the document is known, "
                                  "understood and to be signed"));
  g_print ("%s\n%s ", input,
           _ ("I know and understand the contents of this document and agree to sign it "
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

static MftExit
print_result (const Arguments *arguments, const MftSigningResult *result)
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
  mft_json_writer_string (json, "file", result->output);
  mft_json_writer_string (json, "field", result->field);
  mft_json_writer_string (json, "level", "B-B");
  mft_json_writer_string (json, "signer", result->signer);
  mft_json_writer_null (json, "timestamp");
  mft_json_writer_string (json, "sha256", result->sha256);
  mft_json_writer_end (json);
  g_autofree char *text = mft_json_writer_finish (json);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

/* What the error means for the exit status: a choice of place that is missing is wrong usage, an
 * input that is no sound PDF is unreadable, everything else refused. */
static MftExit
status_of (const GError *error, const char *input)
{
  g_autoptr (GError) unreadable = NULL;

  if (g_error_matches (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CHOICE)
      || g_error_matches (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_PLACE)
      || g_error_matches (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_NO_FIELD)
      || g_error_matches (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE))
    return MFT_EXIT_USAGE;
  if (error->domain == MFT_PDF_ERROR && error->code != MFT_PDF_ERROR_ENCRYPTED)
    return MFT_EXIT_UNREADABLE;
  if (access (input, R_OK) != 0)
    return MFT_EXIT_UNREADABLE;
  return MFT_EXIT_REFUSED;
}

static MftExit
sign (const Arguments *arguments, MftSigningRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) passphrase = NULL;
  g_autoptr (MftKey) key = NULL;

  if (access (arguments->p12, R_OK) != 0)
    {
      mft_key_p12_new_from_file (arguments->p12, NULL, &error);
      return mft_command_fail (MFT_EXIT_UNREADABLE, arguments->p12, error);
    }
  MftExit status = affirm (arguments, request->input);
  if (status != MFT_EXIT_DONE)
    return status;
  passphrase = mft_passphrase_get (arguments->passphrase_file, &error);
  if (passphrase == NULL)
    return mft_command_fail (arguments->passphrase_file != NULL ? MFT_EXIT_UNREADABLE
                                                                : MFT_EXIT_REFUSED,
                             arguments->passphrase_file, error);
  key = mft_key_p12_new_from_file (arguments->p12, passphrase, &error);
  if (key == NULL)
    {
      mft_act_note_failure (request->input, request->field, request->basis, error);
      return mft_command_fail (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED)
                                   ? MFT_EXIT_UNREADABLE
                                   : MFT_EXIT_REFUSED,
                               arguments->p12, error);
    }
  request->key = key;
  g_autoptr (MftSigningResult) result = mft_act_sign (request, mft_command_job (), &error);
  if (result == NULL)
    return mft_command_fail (status_of (error, request->input),
                             error->domain == G_FILE_ERROR ? request->output : request->input,
                             error);
  return print_result (arguments, result);
}

static MftExit
check (const Arguments *arguments, MftSigningRequest *request)
{
  MftExit status;

  if (arguments->output == NULL)
    return mft_command_misuse (_ ("%s is missing"), "-o");
  if (arguments->p12 == NULL)
    return mft_command_misuse (_ ("%s is missing"), "--p12");
  if ((arguments->field != NULL) + (arguments->page != NULL) + arguments->invisible > 1)
    return mft_command_misuse (_ ("only one place: %s"), "--field, --page --rect, --invisible");
  status = read_place (arguments, request);
  if (status == MFT_EXIT_DONE)
    status = read_certify (arguments->certify, &request->certify);
  return status;
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--p12", MFT_OPTION_VALUE, &arguments.p12 },
    { "--passphrase-file", MFT_OPTION_VALUE, &arguments.passphrase_file },
    { "--field", MFT_OPTION_VALUE, &arguments.field },
    { "--page", MFT_OPTION_VALUE, &arguments.page },
    { "--rect", MFT_OPTION_VALUE, &arguments.rect },
    { "--invisible", MFT_OPTION_FLAG, &arguments.invisible },
    { "--certify", MFT_OPTION_VALUE, &arguments.certify },
    { "--office", MFT_OPTION_VALUE, &arguments.office },
    { "--name", MFT_OPTION_VALUE, &arguments.name },
    { "--reason", MFT_OPTION_VALUE, &arguments.reason },
    { "--location", MFT_OPTION_VALUE, &arguments.location },
    { "--yes", MFT_OPTION_FLAG, &arguments.yes },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    { "--json", MFT_OPTION_FLAG, &arguments.json },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);
  MftSigningRequest request = { .basis = MFT_BASIS_COMMAND };

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status == MFT_EXIT_DONE)
    status = check (&arguments, &request);
  if (status != MFT_EXIT_DONE)
    return status;
  request.input = g_ptr_array_index (inputs, 0);
  request.output = arguments.output;
  request.replace = arguments.force;
  request.field = arguments.field;
  request.invisible = arguments.invisible;
  request.office = arguments.office;
  request.name = arguments.name;
  request.reason = arguments.reason;
  request.location = arguments.location;
  return sign (&arguments, &request);
}

const MftSubcommand mft_subcommand_sign = {
  "sign",
  N_ ("IN.pdf -o OUT.pdf --p12 FILE [--passphrase-file F] [--field NAME | --page N --rect X,Y,W,H "
      "| "
      "--invisible] [--certify none|fill|annotate|locked] [--office T] [--name T] [--reason T] "
      "[--location T] [--yes] [--force] [--json]"),
  N_ ("signs a PDF electronically; earlier signatures stay as they are"),
  run,
};
