/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command/make-pdf.h"

#include <glib/gi18n.h>

#include "exchange/clean/clean.h"
#include "exchange/pdf/pdf-insert.h"
#include "typeset/page-preferences.h"

#include "command/subcommand.h"

static MftExit
check_complete (MftAgreement *agreement)
{
  g_auto (GStrv) missing = mft_agreement_dup_missing (agreement);

  if (missing[0] == NULL)
    return MFT_EXIT_DONE;
  g_autofree char *names = g_strjoinv (", ", missing);
  g_printerr ("mufakat: ");
  g_printerr (_ ("Required fields are empty: %s. Fill them in, or export a draft with --draft."),
              names);
  g_printerr ("\n");
  return MFT_EXIT_REFUSED;
}

MftExit
mft_make_pdf (MftAgreement *agreement, const MftTypesetOptions *options, GDateTime *date,
              GBytes **pdf)
{
  g_autoptr (GError) error = NULL;
  MftExit status = options->draft ? MFT_EXIT_DONE : check_complete (agreement);

  if (status != MFT_EXIT_DONE)
    return status;
  /* While the fonts are still being read. */
  g_autoptr (GBytes) source = mft_clean_source (agreement);
  MftTypesetOptions all = *options;
  all.insert = mft_pdf_insert;
  g_autoptr (MftPages) pages
      = mft_typeset_as_preferred (agreement, &all, mft_command_job (), &error);
  if (pages == NULL)
    return mft_command_fail (g_error_matches (error, MFT_TYPESET_ERROR, MFT_TYPESET_ERROR_PROFILE)
                                 ? MFT_EXIT_USAGE
                                 : MFT_EXIT_REFUSED,
                             NULL, error);
  g_autoptr (GDateTime) made = mft_typeset_date (agreement, date);
  *pdf = mft_pages_to_pdf (pages, made, source, &error);
  return *pdf != NULL ? MFT_EXIT_DONE : mft_command_fail (MFT_EXIT_REFUSED, NULL, error);
}
