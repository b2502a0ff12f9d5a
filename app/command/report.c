/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "act/usage-report.h"
#include "base/clock.h"
#include "base/data-folder.h"
#include "report/register-report.h"
#include "store/register.h"

#include "command/input.h"
#include "command/subcommand.h"

typedef struct
{
  const char *output, *status, *from, *until;
  gboolean force;
} Arguments;

/* The beginning of a day here, `days` later. */
static MftExit
read_day (const char *text, int days, gint64 *time)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) day
      = strlen (text) == 10 ? g_date_time_new_from_iso8601 (midnight, here) : NULL;

  if (day == NULL)
    return mft_command_misuse (_ ("%s is no date such as 2026-11-26"), text);
  g_autoptr (GDateTime) later = g_date_time_add_days (day, days);
  *time = g_date_time_to_unix (later) * G_USEC_PER_SEC;
  return MFT_EXIT_DONE;
}

static MftExit
make_usage (const Arguments *arguments, GDateTime *now G_GNUC_UNUSED, MftRoster **roster)
{
  gint64 from = G_MININT64, until = G_MAXINT64;
  MftExit status = MFT_EXIT_DONE;
  g_autoptr (GError) error = NULL;

  if (arguments->status != NULL)
    return mft_command_misuse (_ ("%s is for the register only"), "--status");
  if (arguments->from != NULL)
    status = read_day (arguments->from, 0, &from);
  if (status == MFT_EXIT_DONE && arguments->until != NULL)
    status = read_day (arguments->until, 1, &until);
  if (status != MFT_EXIT_DONE)
    return status;
  *roster = mft_usage_report (from, until, &error);
  return *roster != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_UNREADABLE, NULL, error);
}

static MftExit
make_register (const Arguments *arguments, GDateTime *now, MftRoster **roster)
{
  MftRegisterQuery query = { 0 };
  MftStatus status;
  g_autoptr (GError) error = NULL;

  if (arguments->from != NULL || arguments->until != NULL)
    return mft_command_misuse (_ ("%s are for the use of certificates only"), "--from, --until");
  if (arguments->status != NULL && !mft_status_from_name (arguments->status, &status))
    return mft_command_misuse (_ ("there is no status %s"), arguments->status);
  if (arguments->status != NULL)
    query.statuses = 1u << status;
  g_autofree char *folder = mft_data_folder (NULL, &error);
  g_autoptr (MftLibrary) library
      = folder != NULL ? mft_library_open_or_read (folder, NULL, &error) : NULL;
  g_autoptr (GPtrArray) entries
      = library != NULL ? mft_register_list (library, &query, 0, G_MAXINT, &error) : NULL;
  *roster = entries != NULL ? mft_register_report (library, entries, now, &error) : NULL;
  return *roster != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
}

static MftExit
write_report (const Arguments *arguments, const MftRoster *roster, GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_str_has_suffix (arguments->output, ".csv")
                                 ? mft_roster_to_csv (roster)
                                 : mft_roster_to_pdf (roster, now, &error);

  if (bytes == NULL)
    return mft_command_fail (MFT_EXIT_REFUSED, arguments->output, error);
  return mft_output_bytes (bytes, arguments->output, arguments->force);
}

static const struct
{
  const char *name;
  MftExit (*make) (const Arguments *arguments, GDateTime *now, MftRoster **roster);
} kinds[] = {
  { "usage", make_usage },
  { "register", make_register },
};

static MftExit
make (const Arguments *arguments, const char *kind)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (mft_clock_now () / G_USEC_PER_SEC);
  g_autoptr (MftRoster) roster = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, kind))
      {
        MftExit status = kinds[i].make (arguments, now, &roster);
        return status == MFT_EXIT_DONE ? write_report (arguments, roster, now) : status;
      }
  return mft_command_misuse (_ ("say “report” and usage or register"));
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--status", MFT_OPTION_VALUE, &arguments.status },
    { "--from", MFT_OPTION_VALUE, &arguments.from },
    { "--until", MFT_OPTION_VALUE, &arguments.until },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, words);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (words, 1, 1);
  if (status == MFT_EXIT_DONE && arguments.output == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  if (status == MFT_EXIT_DONE && !g_str_has_suffix (arguments.output, ".csv")
      && !g_str_has_suffix (arguments.output, ".pdf"))
    status = mft_command_misuse (_ ("%s: a report is a .pdf or a .csv"), arguments.output);
  return status == MFT_EXIT_DONE ? make (&arguments, g_ptr_array_index (words, 0)) : status;
}

const MftSubcommand mft_subcommand_report = {
  "report",
  N_ ("usage -o OUT(.pdf|.csv) [--from DATE] [--until DATE] [--force]\n"
      "register -o OUT(.pdf|.csv) [--status S] [--force]"),
  N_ ("the use of certificates a month, and the register of agreements, to be handed in"),
  run,
};
