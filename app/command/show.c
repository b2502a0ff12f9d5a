/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "agreement/newer.h"
#include "base/safe-file.h"
#include "exchange/text/text-writer.h"

#include "command/input.h"
#include "command/json-agreement.h"
#include "command/subcommand.h"

#define LARGEST (256 * 1024 * 1024)

/* What a newer program wrote can be read all the same; that it cannot be more is told. */
static MftExit
show_newer (const char *path, const GError *why)
{
  g_autoptr (GBytes) bytes = mft_file_read (path, LARGEST, NULL);
  g_autofree char *text = bytes != NULL ? mft_newer_dup_text (bytes, NULL) : NULL;

  if (text != NULL && !mft_command_print (text))
    return MFT_EXIT_REFUSED;
  return mft_command_fail (MFT_EXIT_UNREADABLE, path, why);
}

/* As text, or as JSON. */
static MftExit
show (const char *path, MftSecret *password, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_input_load (path, password, &error);

  if (!json && g_error_matches (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION))
    return show_newer (path, error);
  if (agreement == NULL)
    return mft_command_fail (MFT_EXIT_UNREADABLE, path, error);
  g_autofree char *shown = json ? mft_json_agreement (agreement) : mft_text_export (agreement);
  return mft_command_print (shown) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

static MftExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  gboolean text = FALSE;
  const char *password_file = NULL;
  g_autoptr (MftSecret) password = NULL;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &json },
    { "--text", MFT_OPTION_FLAG, &text },
    { "--password-file", MFT_OPTION_VALUE, &password_file },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status == MFT_EXIT_DONE && json && text)
    status = mft_command_misuse (_ ("only one of them: %s"), "--json, --text");
  if (status == MFT_EXIT_DONE)
    status = mft_input_password (password_file, &password);
  return status == MFT_EXIT_DONE ? show (g_ptr_array_index (inputs, 0), password, json) : status;
}

const MftSubcommand mft_subcommand_show = {
  "show",
  N_ ("FILE [--json | --text] [--password-file FILE]"),
  N_ ("shows an agreement with its numbers"),
  run,
};
