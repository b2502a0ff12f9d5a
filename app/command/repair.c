/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "act/repair.h"
#include "act/signing.h"
#include "base/digest.h"
#include "container/json-writer.h"

#include "command/input.h"
#include "command/subcommand.h"

static MftExit
status_of (const GError *error, const char *input)
{
  if (g_error_matches (error, MFT_ACT_ERROR, MFT_ACT_ERROR_SAME_FILE))
    return MFT_EXIT_USAGE;
  if (g_error_matches (error, MFT_ACT_ERROR, MFT_ACT_ERROR_BEYOND_REPAIR)
      || g_error_matches (error, MFT_ACT_ERROR, MFT_ACT_ERROR_PARTS_MISSING)
      || !g_file_test (input, G_FILE_TEST_IS_REGULAR))
    return MFT_EXIT_UNREADABLE;
  return MFT_EXIT_REFUSED;
}

static char *
as_json (const char *output, guint pages)
{
  g_autoptr (MftJsonWriter) json = mft_json_writer_new ();
  g_autofree char *sha256 = mft_sha256_hex_of_file (output, NULL);

  mft_json_writer_object (json, NULL);
  mft_json_writer_string (json, "file", output);
  mft_json_writer_integer (json, "pages", pages);
  mft_json_writer_string (json, "sha256", sha256);
  mft_json_writer_end (json);
  return mft_json_writer_finish (json);
}

static MftExit
run (int argc, char **argv)
{
  const char *output = NULL;
  gboolean force = FALSE, json = FALSE;
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &output },
    { "--force", MFT_OPTION_FLAG, &force },
    { "--json", MFT_OPTION_FLAG, &json },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status == MFT_EXIT_DONE && output == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  if (status != MFT_EXIT_DONE)
    return status;
  const char *input = g_ptr_array_index (inputs, 0);
  guint pages = mft_act_repair (input, output, force, mft_command_job (), &error);
  if (pages == 0)
    return mft_command_fail (status_of (error, input), mft_output_subject (error, input, output),
                             error);
  g_autofree char *text
      = json ? as_json (output, pages)
             : g_strdup_printf (ngettext ("%s\n  %u page was found. Compare it with the damaged "
                                          "file before it is signed.",
                                          "%s\n  %u pages were found. Compare them with the "
                                          "damaged file before they are signed.",
                                          pages),
                                output, pages);
  return mft_command_print (text) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

const MftSubcommand mft_subcommand_repair = {
  "repair",
  N_ ("IN.pdf -o OUT.pdf [--force] [--json]"),
  N_ ("makes a new, sound file of what can be found in a damaged PDF"),
  run,
};
