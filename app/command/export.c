/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "exchange/clean/clean.h"
#include "report/left-out.h"
#include "typeset/pages.h"
#include "typeset/profile.h"

#include "command/input.h"
#include "command/make-pdf.h"
#include "command/subcommand.h"

typedef struct
{
  const char *output, *profile, *date, *password_file;
  gboolean draft, clean, with_review, force;
} Arguments;

/* "2026-11-26" or a time with offset. */
static MftExit
read_date (const char *text, GDateTime **date)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00:00Z", NULL);

  *date = g_date_time_new_from_iso8601 (strlen (text) == 10 ? midnight : text, NULL);
  if (*date == NULL)
    return mft_command_misuse (_ ("%s is no date such as 2026-11-26"), text);
  return MFT_EXIT_DONE;
}

static MftExit
export_pdf (const Arguments *arguments, MftAgreement *agreement)
{
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GBytes) pdf = NULL;
  const MftTypesetOptions typeset = { .profile = arguments->profile, .draft = arguments->draft };
  MftExit status = arguments->date != NULL ? read_date (arguments->date, &date) : MFT_EXIT_DONE;

  if (status == MFT_EXIT_DONE)
    status = mft_make_pdf (agreement, &typeset, date, &pdf);
  return status == MFT_EXIT_DONE ? mft_output_bytes (pdf, arguments->output, arguments->force)
                                 : status;
}

/* For the other party: what stays at home, and the copy without it. */
static MftExit
make_clean (MftAgreement **agreement)
{
  guint left_out[MFT_LEFT_OUT_N];
  MftAgreement *copy = mft_clean_copy (*agreement, left_out);
  g_auto (GStrv) lines = mft_left_out_lines (left_out);
  g_autofree char *list = g_strjoinv ("\n  ", lines);
  g_autofree char *said = lines[0] != NULL
                              ? g_strdup_printf (_ ("Left out of the copy:\n  %s"), list)
                              : g_strdup (_ ("Nothing had to be left out of the copy."));

  g_set_object (agreement, copy);
  g_object_unref (copy);
  return mft_command_print (said) ? MFT_EXIT_DONE : MFT_EXIT_REFUSED;
}

/* Formats without pages of ours take the profile from the agreement. */
static MftExit
export_other (const Arguments *arguments, MftAgreement *agreement)
{
  if (arguments->profile != NULL)
    {
      if (mft_profile_find (arguments->profile) == NULL)
        return mft_command_misuse (_ ("there is no page profile %s"), arguments->profile);
      mft_agreement_set_setting (agreement, "profil", arguments->profile);
    }
  return arguments->with_review
             ? mft_output_for_house (agreement, arguments->output, arguments->force)
             : mft_output_agreement (agreement, arguments->output, arguments->force);
}

static MftExit export(const Arguments *arguments, const char *input)
{
  gboolean pdf = g_str_has_suffix (arguments->output, ".pdf");
  g_autoptr (MftAgreement) agreement = NULL;
  g_autoptr (MftSecret) password = NULL;
  MftExit status = MFT_EXIT_DONE;

  if (!pdf && (arguments->draft || arguments->date != NULL))
    return mft_command_misuse (_ ("%s are for PDF only"), "--draft, --date");
  if (arguments->clean && arguments->with_review)
    return mft_command_misuse (_ ("%s or %s, not both"), "--clean", "--with-review");
  if (pdf)
    mft_typeset_prepare ();
  if (arguments->with_review)
    status = mft_output_check_for_house (arguments->output);
  if (status == MFT_EXIT_DONE)
    status = mft_output_check (input, arguments->output, arguments->force);
  if (status == MFT_EXIT_DONE)
    status = mft_input_password (arguments->password_file, &password);
  if (status == MFT_EXIT_DONE)
    status = mft_input_agreement (input, password, &agreement);
  if (status == MFT_EXIT_DONE && arguments->clean)
    status = make_clean (&agreement);
  if (status != MFT_EXIT_DONE)
    return status;
  return pdf ? export_pdf (arguments, agreement) : export_other (arguments, agreement);
}

static MftExit
run (int argc, char **argv)
{
  Arguments arguments = { 0 };
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  const MftOption options[] = {
    { "-o", MFT_OPTION_VALUE, &arguments.output },
    { "--profile", MFT_OPTION_VALUE, &arguments.profile },
    { "--date", MFT_OPTION_VALUE, &arguments.date },
    { "--draft", MFT_OPTION_FLAG, &arguments.draft },
    { "--clean", MFT_OPTION_FLAG, &arguments.clean },
    { "--with-review", MFT_OPTION_FLAG, &arguments.with_review },
    { "--password-file", MFT_OPTION_VALUE, &arguments.password_file },
    { "--force", MFT_OPTION_FLAG, &arguments.force },
    MFT_OPTION_END,
  };
  MftExit status = mft_options_parse (options, argc, argv, inputs);

  if (status == MFT_EXIT_DONE)
    status = mft_options_count (inputs, 1, 1);
  if (status == MFT_EXIT_DONE && arguments.output == NULL)
    status = mft_command_misuse (_ ("%s is missing"), "-o");
  return status == MFT_EXIT_DONE ? export(&arguments, g_ptr_array_index (inputs, 0)) : status;
}

const MftSubcommand mft_subcommand_export = {
  "export",
  N_ ("FILE -o OUT(.pdf|.docx|.odt|.html|.txt|.xml|.pks) [--clean | --with-review] "
      "[--profile a4|f4|a4-arial|f4-arial] [--draft] [--date DATE] [--password-file FILE] "
      "[--force]"),
  N_ ("writes an agreement as PDF/A, Word, OpenDocument, HTML, text, XML or .pks; --clean: for the "
      "other party; --with-review: for colleagues, with decisions, notes and paraf"),
  run,
};
