/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/certificate.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "base/safe-file.h"
#include "pki/error.h"
#include "store/certificate-store.h"

#include "command/identity.h"
#include "command/passphrase.h"

/* The typed word, or --yes: what cannot be taken back is asked (DESIGN.md §8). */
static MftExit
confirm (const MftCertificateArguments *arguments, const char *question)
{
  char answer[16] = "";

  if (arguments->yes)
    return MFT_EXIT_DONE;
  if (!isatty (STDIN_FILENO))
    return mft_command_misuse (_ ("without a terminal, %s must say so"), "--yes");
  g_print ("%s %s ", question, _ ("Write “yes” to go on:"));
  mft_command_set_waiting (TRUE);
  gboolean answered = fgets (answer, sizeof answer, stdin) != NULL;
  mft_command_set_waiting (FALSE);
  g_strstrip (answer);
  if (answered && (g_str_equal (answer, "yes") || g_str_equal (answer, _ ("yes"))))
    return MFT_EXIT_DONE;
  g_printerr ("mufakat: %s\n", _ ("Not affirmed. Nothing was changed."));
  return MFT_EXIT_REFUSED;
}

MftExit
mft_certificate_say (const MftCertificateArguments *arguments, const char *sentence,
                     const MftCertificate *certificate)
{
  g_autofree char *text = NULL;

  if (arguments->json)
    {
      g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
      mft_certificate_write (json, NULL, certificate);
      text = mft_json_writer_finish (json);
    }
  else
    text = g_strdup_printf ("%s\n  %s\n  %s", sentence, mft_certificate_subject (certificate),
                            mft_certificate_sha256 (certificate));
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

MftExit
mft_certificate_ask (const MftCertificateArguments *arguments, MftSecret **passphrase)
{
  return mft_passphrase_get (arguments->passphrase_file, passphrase);
}

static MftExit
practice (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) passphrase = NULL;

  if (arguments->name == NULL)
    return mft_command_misuse (_ ("%s is missing"), "--name");
  MftExit status = mft_certificate_ask (arguments, &passphrase);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftIdentity) identity = mft_certificate_store_add_practice (
      NULL, arguments->name, arguments->organization, passphrase, &error);
  if (identity == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  return mft_certificate_say (arguments,
                              _ ("A certificate for practice, not certified by anybody:"),
                              identity->certificate);
}

static MftExit
remove_identity (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftIdentity) identity = NULL;
  MftExit status = mft_command_find_identity (arguments->subject, &identity);

  if (status == MFT_EXIT_DONE)
    {
      g_autofree char *question
          = g_strdup_printf (_ ("The key of %s (%s) will be deleted for good."),
                             mft_certificate_common_name (identity->certificate),
                             mft_certificate_sha256 (identity->certificate));
      status = confirm (arguments, question);
    }
  if (status != MFT_EXIT_DONE)
    return status;
  if (!mft_certificate_store_remove (identity, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  return mft_certificate_say (arguments, _ ("Deleted:"), identity->certificate);
}

static MftExit
distrust (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trusted = mft_certificate_store_trusted (NULL, &error);

  if (trusted == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
  for (guint i = 0; i < trusted->len; i++)
    {
      MftCertificate *certificate = g_ptr_array_index (trusted, i);
      if (!mft_command_means_certificate (arguments->subject, certificate))
        continue;
      if (!mft_certificate_store_distrust (certificate, &error))
        return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
      return mft_certificate_say (arguments, _ ("No longer trusted:"), certificate);
    }
  return mft_command_misuse (_ ("there is no trusted authority “%s” here"), arguments->subject);
}

static MftExit
trust (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;

  if (arguments->remove)
    return distrust (arguments);
  g_autoptr (GPtrArray) certificates
      = mft_certificate_list_new_from_file (arguments->subject, &error);
  if (certificates == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, arguments->subject, error);
  if (certificates->len != 1)
    return mft_command_misuse (_ ("%s holds %u certificates; one is to be trusted at a time"),
                               arguments->subject, certificates->len);
  MftCertificate *certificate = g_ptr_array_index (certificates, 0);
  g_autofree char *question = g_strdup_printf (
      _ ("%s\n  Fingerprint (SHA-256): %s\nCompare it with what the authority itself publishes. "
         "Everything that it certifies will count as trusted."),
      mft_certificate_subject (certificate), mft_certificate_sha256 (certificate));
  MftExit status = confirm (arguments, question);
  if (status != MFT_EXIT_DONE)
    return status;
  if (!mft_certificate_store_trust (certificate, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->subject, error);
  return mft_certificate_say (arguments, _ ("Trusted from now on:"), certificate);
}

static const struct
{
  const char *name;
  guint least, most; /* words behind it */
  MftExit (*run) (const MftCertificateArguments *);
} actions[] = {
  { "list", 0, 0, mft_certificate_list },
  { "tokens", 0, 0, mft_certificate_tokens },
  { "import", 1, 1000, mft_certificate_import_files },
  { "request", 0, 0, mft_certificate_request },
  { "practice", 0, 0, practice },
  { "export", 1, 1, mft_certificate_export_key },
  { "passphrase", 1, 1, mft_certificate_change_passphrase },
  { "trust", 1, 1, trust },
  { "remove", 1, 1, remove_identity },
};

static MftExit
run (int argc, char **argv)
{
  MftCertificateArguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--passphrase-file", MFT_OPTION_VALUE, &arguments.passphrase_file },
    { "--new-passphrase-file", MFT_OPTION_VALUE, &arguments.new_passphrase_file },
    { "--key", MFT_OPTION_VALUE, &arguments.key },
    { "--unit", MFT_OPTION_VALUE, &arguments.unit },
    { "--email", MFT_OPTION_VALUE, &arguments.email },
    { "--name", MFT_OPTION_VALUE, &arguments.name },
    { "--token-module", MFT_OPTION_VALUE, &arguments.token_module },
    { "--organization", MFT_OPTION_VALUE, &arguments.organization },
    { "--remove", MFT_OPTION_FLAG, &arguments.remove },
    { "--yes", MFT_OPTION_FLAG, &arguments.yes },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    { "--json", MFT_OPTION_FLAG, &arguments.json },
    MFT_OPTION_END,
  };

  if (mft_options_parse (options, argc, argv, inputs) != MFT_EXIT_DONE)
    return MFT_EXIT_USAGE;
  for (gsize i = 0; inputs->len > 0 && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (g_ptr_array_index (inputs, 0), actions[i].name))
      {
        if (mft_options_count (inputs, actions[i].least + 1, actions[i].most + 1) != MFT_EXIT_DONE)
          return MFT_EXIT_USAGE;
        arguments.subjects = inputs;
        arguments.subject = inputs->len > 1 ? g_ptr_array_index (inputs, 1) : NULL;
        return actions[i].run (&arguments);
      }
  return mft_command_misuse (
      _ ("%s must be one of: %s"), "certificate",
      "list, tokens, import, request, practice, export, passphrase, trust, remove");
}

const MftSubcommand mft_subcommand_certificate = {
  "certificate",
  N_ ("list [--json]\n"
      "tokens [--token-module FILE] [--json]\n"
      "import FILE… [--passphrase-file FILE] [--json]\n"
      "request --name NAME [--organization TEXT] [--unit TEXT] [--email ADDRESS] "
      "[--key p256|p384|rsa3072|rsa4096] [--passphrase-file FILE] -o OUT.csr [--force] [--json]\n"
      "practice --name NAME [--organization TEXT] [--passphrase-file FILE] [--json]\n"
      "export ID -o OUT(.p12|.pem|.cer) [--passphrase-file FILE] [--force] [--json]\n"
      "passphrase ID [--passphrase-file FILE] [--new-passphrase-file FILE] [--json]\n"
      "remove ID [--yes] [--json]\n"
      "trust FILE [--yes] [--json]\n"
      "trust --remove ID [--json]"),
  N_ ("shows and keeps own certificates, and which authorities are trusted"),
  run,
};
