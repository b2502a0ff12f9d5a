/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/input.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "agreement/bundle.h"
#include "base/safe-file.h"
#include "exchange/error.h"
#include "exchange/exchange.h"

#include "command/passphrase.h"
#include "command/subcommand.h"

MftExit
mft_input_password (const char *file, MftSecret **password)
{
  return file != NULL ? mft_passphrase_get (file, password) : MFT_EXIT_DONE;
}

MftAgreement *
mft_input_load (const char *path, MftSecret *password, GError **error)
{
  const MftReadOptions options
      = { .password = password != NULL ? mft_secret_peek (password) : NULL };

  return mft_exchange_load_with (path, &options, NULL, error);
}

MftExit
mft_input_agreement (const char *path, MftSecret *password, MftAgreement **agreement)
{
  g_autoptr (GError) error = NULL;

  *agreement = mft_input_load (path, password, &error);
  return *agreement != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
}

MftExit
mft_output_check (const char *input, const char *output, gboolean replace)
{
  g_autoptr (GError) error = NULL;

  if (mft_file_is_same (input, output))
    return mft_command_misuse (_ ("%s is the input; choose another name for the result"), output);
  if (replace || !g_file_test (output, G_FILE_TEST_IS_REGULAR))
    return MFT_EXIT_DONE;
  g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "'%s' is there already", output);
  return mft_command_fail (MFT_EXIT_REFUSED, output, error);
}

const char *
mft_output_subject (const GError *error, const char *input, const char *output)
{
  gboolean readable = access (input, R_OK) == 0 && !g_file_test (input, G_FILE_TEST_IS_DIR);

  return error->domain == G_FILE_ERROR && readable ? output : input;
}

static MftExit
output (GBytes *bytes, const char *path, gboolean replace, const GError *error)
{
  if (bytes == NULL)
    return mft_command_fail (g_error_matches (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_OUTPUT)
                                 ? MFT_EXIT_USAGE
                                 : MFT_EXIT_REFUSED,
                             path, error);
  return mft_output_bytes (bytes, path, replace);
}

MftExit
mft_output_agreement (MftAgreement *agreement, const char *path, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_exchange_write (agreement, path, &error);

  return output (bytes, path, replace, error);
}

MftExit
mft_output_work (MftAgreement *agreement, const char *path, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_has_suffix (path, ".pks"))
    return mft_output_agreement (agreement, path, replace);
  bytes = mft_bundle_write (agreement, &error);
  return output (bytes, path, replace, error);
}

MftExit
mft_output_check_for_house (const char *path)
{
  return g_str_has_suffix (path, ".pks")
             ? MFT_EXIT_DONE
             : mft_command_misuse (_ ("%s is for .pks only"), "--with-review");
}

MftExit
mft_output_for_house (MftAgreement *agreement, const char *path, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mft_exchange_write_for_house (agreement, &error);

  return output (bytes, path, replace, error);
}

MftExit
mft_output_bytes (GBytes *bytes, const char *path, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (!mft_job_check (mft_command_job (), &error)
      || !mft_safe_file_save (path, data, size, replace, &error))
    return mft_command_fail (MFT_EXIT_REFUSED, path, error);
  return MFT_EXIT_DONE;
}
