/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "exchange/text/text-writer.h"

#include "command/input.h"
#include "command/json-agreement.h"
#include "command/subcommand.h"

static MftExit
run (int argc, char **argv)
{
  gboolean json = FALSE;
  gboolean text = FALSE;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (MftAgreement) agreement = NULL;
  const MftOption options[] = {
    { "--json", MFT_OPTION_FLAG, &json },
    { "--text", MFT_OPTION_FLAG, &text },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status == MFT_EXIT_DONE && json && text)
    status = mft_command_misuse (_ ("only one of them: %s"), "--json, --text");
  if (status == MFT_EXIT_DONE)
    status = mft_input_agreement (g_ptr_array_index (inputs, 0), &agreement);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autofree char *shown = json ? mft_json_agreement (agreement) : mft_text_export (agreement);
  return mft_command_print (shown) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

const MftSubcommand mft_subcommand_show = {
  "show",
  N_ ("FILE [--json | --text]"),
  N_ ("shows an agreement with its numbers"),
  run,
};
