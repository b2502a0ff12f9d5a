/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/sign-esign.h"

#include <glib/gi18n.h>
#include <string.h>

#include "act/failure.h"
#include "net/http.h"

#include "command/passphrase.h"
#include "command/subcommand.h"

static MftExit
read_secret (const char *path, MftSecret **secret)
{
  g_autoptr (GError) error = NULL;

  *secret = mft_secret_new_from_file (path, &error);
  return *secret != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
}

/* "user:password" of the application, as the agency's administrator gives it. */
static MftExit
read_account (const char *path, MftSignEsign *esign)
{
  g_autoptr (MftSecret) account = NULL;
  MftExit status = path != NULL ? read_secret (path, &account) : MFT_EXIT_DONE;
  const char *words = account != NULL ? mft_secret_peek (account) : NULL;
  const char *colon = words != NULL ? strchr (words, ':') : NULL;

  if (words == NULL)
    return status;
  if (colon == NULL)
    return mft_command_misuse (_ ("%s holds no account USER:PASSWORD"), path);
  esign->user = g_strndup (words, (gsize) (colon - words));
  esign->password = mft_secret_new (colon + 1, strlen (colon + 1));
  return MFT_EXIT_DONE;
}

/* "-": one is sent by e-mail first, and then read. */
static MftExit
get_code (const MftSignArguments *arguments, MftSignEsign *esign)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (arguments->totp_file, "-"))
    {
      if (!mft_esign_send_totp (&esign->signer.service, esign->nik, mft_command_job (), &error))
        return mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
      g_printerr ("%s\n", _ ("A code was sent by e-mail. Write it here:"));
    }
  return read_secret (arguments->totp_file, &esign->totp);
}

MftExit
mft_sign_esign_open (const MftSignArguments *arguments, MftSignEsign *esign)
{
  MftExit status = read_secret (arguments->nik_file, &esign->nik);

  if (status == MFT_EXIT_DONE)
    status = read_account (arguments->esign_account_file, esign);
  if (status != MFT_EXIT_DONE)
    return status;
  if (!mft_nik_is_sound (esign->nik))
    return mft_command_misuse (_ ("%s holds no NIK of 16 digits"), arguments->nik_file);
  mft_net_allow (TRUE);
  esign->signer.service
      = (MftEsignService){ .url = arguments->esign,
                           .version = g_strcmp0 (arguments->esign_version, "1") == 0 ? 1 : 2,
                           .user = esign->user,
                           .password = esign->password };
  status = arguments->totp_file != NULL
               ? get_code (arguments, esign)
               : mft_passphrase_get (arguments->passphrase_file, &esign->passphrase);
  esign->signer.name = arguments->name;
  esign->signer.nik = esign->nik;
  esign->signer.passphrase = esign->passphrase;
  esign->signer.totp = esign->totp;
  return status;
}

void
mft_sign_esign_clear (MftSignEsign *esign)
{
  g_clear_pointer (&esign->user, g_free);
  g_clear_pointer (&esign->password, mft_secret_unref);
  g_clear_pointer (&esign->nik, mft_secret_unref);
  g_clear_pointer (&esign->passphrase, mft_secret_unref);
  g_clear_pointer (&esign->totp, mft_secret_unref);
}
