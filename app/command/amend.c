/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "amend/amend.h"

#include "command/input.h"
#include "command/subcommand.h"

typedef struct
{
  const char *output, *style, *reason, *password_file;
  gboolean only_pasal, force;
} Arguments;

static MftExit
read_options (const Arguments *arguments, MftAmendOptions *options)
{
  const char *style = arguments->style != NULL ? arguments->style : "reads";

  options->reason = arguments->reason;
  options->only_pasal = arguments->only_pasal;
  options->style = g_str_equal (style, "before-after") ? MFT_AMEND_BEFORE_AFTER : MFT_AMEND_READS;
  if (!g_str_equal (style, "reads") && !g_str_equal (style, "before-after"))
    return mft_command_misuse (_ ("%s is none of %s"), style, "reads, before-after");
  return MFT_EXIT_DONE;
}

/* What both commands ask for: two inputs and an output that is neither. */
static MftExit
read_inputs (const Arguments *arguments, GPtrArray *inputs, MftAgreement **first,
             MftAgreement **second)
{
  g_autoptr (MftSecret) password = NULL;
  MftExit status = mft_options_count (inputs, 2, 2);

  if (status == MFT_EXIT_DONE && arguments->output == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  for (guint i = 0; i < inputs->len && status == MFT_EXIT_DONE; i++)
    status = mft_output_check (inputs->pdata[i], arguments->output, arguments->force);
  if (status == MFT_EXIT_DONE)
    status = mft_input_password (arguments->password_file, &password);
  if (status == MFT_EXIT_DONE)
    status = mft_input_agreement (inputs->pdata[0], password, first);
  return status == MFT_EXIT_DONE ? mft_input_agreement (inputs->pdata[1], password, second)
                                 : status;
}

static MftExit
run_amend (int argc, char **argv)
{
  Arguments arguments = { 0 };
  MftAmendOptions style = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (MftAgreement) original = NULL;
  g_autoptr (MftAgreement) changed = NULL;
  g_autoptr (GError) error = NULL;
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--style", MFT_OPTION_VALUE, &arguments.style },
    { "--reason", MFT_OPTION_VALUE, &arguments.reason },
    { "--only-pasal", MFT_OPTION_FLAG, &arguments.only_pasal },
    { "--password-file", MFT_OPTION_VALUE, &arguments.password_file },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = read_options (&arguments, &style);
  if (status == MFT_EXIT_DONE)
    status = read_inputs (&arguments, inputs, &original, &changed);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftAgreement) addendum = mft_amend_draft (original, changed, &style, &error);
  if (addendum == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, inputs->pdata[1], error);
  g_auto (GStrv) left_out = mft_amend_dup_left_out (original, addendum, changed);
  for (guint i = 0; left_out[i] != NULL; i++)
    g_printerr (_ ("not in the addendum: %s\n"), left_out[i]);
  return mft_output_agreement (addendum, arguments.output, arguments.force);
}

static MftExit
run_apply (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (MftAgreement) original = NULL;
  g_autoptr (MftAgreement) addendum = NULL;
  g_autoptr (GError) error = NULL;
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--password-file", MFT_OPTION_VALUE, &arguments.password_file },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = read_inputs (&arguments, inputs, &original, &addendum);
  if (status != MFT_EXIT_DONE)
    return status;
  g_autoptr (MftAgreement) consolidated = mft_amend_apply (original, addendum, &error);
  if (consolidated == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, inputs->pdata[1], error);
  return mft_output_agreement (consolidated, arguments.output, arguments.force);
}

const MftSubcommand mft_subcommand_amend = {
  "amend",
  N_ ("A B -o ADDENDUM.pks [--style reads|before-after] [--reason TEXT] [--only-pasal] "
      "[--password-file FILE] [--force]"),
  N_ ("drafts the addendum that changes agreement A, which is signed, to B"),
  run_amend,
};

const MftSubcommand mft_subcommand_apply = {
  "apply",
  N_ ("A ADDENDUM -o OUT.pks [--password-file FILE] [--force]"),
  N_ ("puts an addendum into its agreement: the consolidated text"),
  run_apply,
};
