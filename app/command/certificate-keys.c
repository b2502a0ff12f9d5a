/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "base/safe-file.h"
#include "pki/error.h"
#include "store/certificate-import.h"

#include "command/certificate.h"
#include "command/identity.h"
#include "command/passphrase.h"

#define FILE_MOST (16 << 20)

static MftExit
fail_import (const char *subject, const GError *error)
{
  return mft_command_fail (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_DAMAGED)
                               ? MFT_EXIT_UNREADABLE
                               : MFT_EXIT_REFUSED,
                           subject, error);
}

static MftExit
read_files (const MftCertificateArguments *arguments, GPtrArray *files)
{
  for (guint i = 1; i < arguments->subjects->len; i++)
    {
      const char *path = g_ptr_array_index (arguments->subjects, i);
      g_autoptr (GError) error = NULL;
      GBytes *bytes = mft_file_read (path, FILE_MOST, &error);
      if (bytes == NULL)
        return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
      g_ptr_array_add (files, bytes);
    }
  return MFT_EXIT_DONE;
}

static char *
as_json (const MftCertificateImport *import)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();

  mft_json_writer_object (json, NULL);
  mft_json_writer_array (json, "identities");
  for (guint i = 0; i < import->identities->len; i++)
    mft_certificate_write (
        json, NULL, ((const MftIdentity *) g_ptr_array_index (import->identities, i))->certificate);
  mft_json_writer_end (json);
  mft_json_writer_array (json, "certificates");
  for (guint i = 0; i < import->certificates->len; i++)
    mft_certificate_write (json, NULL, g_ptr_array_index (import->certificates, i));
  mft_json_writer_end (json);
  mft_json_writer_integer (json, "known", import->known);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static void
append_certificate (GString *text, const MftCertificate *certificate)
{
  g_string_append_printf (text, "  %s\n  %s\n", mft_certificate_subject (certificate),
                          mft_certificate_sha256 (certificate));
}

static MftExit
say_import (const MftCertificateArguments *arguments, const MftCertificateImport *import)
{
  g_autofree char *json = arguments->json ? as_json (import) : NULL;
  g_autoptr (GString) text = g_string_new (json);

  if (json == NULL && import->identities->len > 0)
    g_string_append_printf (text, "%s\n", _ ("Imported, under the same passphrase:"));
  for (guint i = 0; json == NULL && i < import->identities->len; i++)
    append_certificate (
        text, ((const MftIdentity *) g_ptr_array_index (import->identities, i))->certificate);
  if (json == NULL && import->certificates->len > 0)
    g_string_append_printf (text, "%s\n", _ ("Kept to check others with, not trusted for it:"));
  for (guint i = 0; json == NULL && i < import->certificates->len; i++)
    append_certificate (text, g_ptr_array_index (import->certificates, i));
  return mft_command_print (text->str) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

/* A passphrase is asked for only where a key needs it. */
MftExit
mft_certificate_import_files (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (MftSecret) passphrase = NULL;
  MftExit status = read_files (arguments, files);

  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftCertificateImport) import = mft_certificate_store_take (files, NULL, &error);
  if (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE))
    {
      g_clear_error (&error);
      status = mft_certificate_ask (arguments, &passphrase);
      if (status != MFT_EXIT_DONE)
        return status;
      import = mft_certificate_store_take (files, passphrase, &error);
    }
  if (import == NULL)
    return fail_import (arguments->subject, error);
  /* One key, as most files hold: the object is its certificate. */
  if (import->identities->len == 1 && files->len == 1)
    return mft_certificate_say (
        arguments, _ ("Imported, under the same passphrase:"),
        ((const MftIdentity *) g_ptr_array_index (import->identities, 0))->certificate);
  return say_import (arguments, import);
}

static MftExit
read_kind (const char *word, MftNewKey *kind)
{
  static const char *const words[] = { "rsa3072", "rsa4096", "p256", "p384" };

  *kind = MFT_NEW_KEY_P256;
  for (guint i = 0; word != NULL; i++)
    {
      if (i == G_N_ELEMENTS (words))
        return mft_command_misuse (_ ("%s must be one of: %s"), "--key",
                                   "p256, p384, rsa3072, rsa4096");
      if (g_str_equal (word, words[i]))
        {
          *kind = (MftNewKey) i;
          break;
        }
    }
  return MFT_EXIT_DONE;
}

MftExit
mft_certificate_request (const MftCertificateArguments *arguments)
{
  const MftCertificateSubject subject = { .common_name = arguments->name,
                                          .organization = arguments->organization,
                                          .unit = arguments->unit,
                                          .email = arguments->email };
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSecret) passphrase = NULL;
  MftNewKey kind;
  MftExit status = read_kind (arguments->key, &kind);

  if (status != MFT_EXIT_DONE)
    return status;
  if (arguments->name == NULL || arguments->output == NULL)
    return mft_command_misuse (_ ("%s is missing"), arguments->name == NULL ? "--name" : "-o");
  if (!arguments->force && g_file_test (arguments->output, G_FILE_TEST_EXISTS))
    {
      g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "'%s' is there", arguments->output);
      return mft_command_fail (MFT_EXIT_REFUSED, arguments->output, error);
    }
  status = mft_certificate_ask (arguments, &passphrase);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autofree char *request = mft_certificate_store_request (kind, &subject, passphrase, &error);
  if (request == NULL
      || !mft_safe_file_save (arguments->output, request, strlen (request), arguments->force,
                              &error))
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->output, error);
  g_autofree char *text = g_strdup_printf (
      _ ("%s\n  Send it to the agency's verifikator. The key stays here; when the certificate "
         "comes, “mufakat certificate import” joins the two."),
      arguments->output);
  return arguments->json || mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static MftExit
certificates_alone (const MftCertificateArguments *arguments, const MftIdentity *identity,
                    GBytes **bytes)
{
  g_autoptr (GPtrArray) certificates = g_ptr_array_new ();

  if (g_str_has_suffix (arguments->output, ".cer"))
    *bytes = mft_certificate_der (identity->certificate);
  else if (g_str_has_suffix (arguments->output, ".pem"))
    {
      g_ptr_array_add (certificates, identity->certificate);
      g_ptr_array_extend (certificates, identity->chain, NULL, NULL);
      char *pem = mft_certificate_list_to_pem (certificates);
      *bytes = g_bytes_new_take (pem, strlen (pem));
    }
  else
    return mft_command_misuse (_ ("%s must end in one of: %s"), "-o", ".p12 .pem .cer");
  return MFT_EXIT_DONE;
}

/* The key under its own passphrase, as other programs read it; or the certificates alone. */
MftExit
mft_certificate_export_key (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (MftSecret) passphrase = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (arguments->output == NULL)
    return mft_command_misuse (_ ("%s is missing"), "-o");
  MftExit status = mft_command_find_identity (arguments->subject, &identity);
  gboolean with_key = g_str_has_suffix (arguments->output, ".p12")
                      || g_str_has_suffix (arguments->output, ".pfx");
  if (status == MFT_EXIT_DONE)
    status = with_key ? mft_certificate_ask (arguments, &passphrase)
                      : certificates_alone (arguments, identity, &bytes);
  if (status != MFT_EXIT_DONE)
    return status;
  if (with_key)
    bytes = mft_certificate_store_export (identity, passphrase, &error);
  if (bytes == NULL
      || !mft_safe_file_save (arguments->output, g_bytes_get_data (bytes, NULL),
                              g_bytes_get_size (bytes), arguments->force, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->output, error);
  return mft_certificate_say (arguments, arguments->output, identity->certificate);
}

MftExit
mft_certificate_change_passphrase (const MftCertificateArguments *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftIdentity) identity = NULL;
  g_autoptr (MftSecret) passphrase = NULL, new_passphrase = NULL;
  MftCertificateArguments renewed = *arguments;
  MftExit status = mft_command_find_identity (arguments->subject, &identity);

  renewed.passphrase_file = arguments->new_passphrase_file;
  if (status == MFT_EXIT_DONE)
    status = mft_certificate_ask (arguments, &passphrase);
  if (status == MFT_EXIT_DONE)
    status = mft_certificate_ask (&renewed, &new_passphrase);
  if (status != MFT_EXIT_DONE)
    return status;
  if (!mft_certificate_store_change_passphrase (identity, passphrase, new_passphrase, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->subject, error);
  return mft_certificate_say (arguments, _ ("From now on under the new passphrase:"),
                              identity->certificate);
}
