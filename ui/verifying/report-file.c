/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/report-file.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "config.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/save-bytes.h"

static GBytes *
make_report (const GArray *results, MftFileKinds kind, GError **error)
{
  g_autoptr (GDateTime) now = mft_clock_now_utc ();

  if (kind == MFT_FILE_PDF)
    return mft_verification_pdf (results, now, "Mufakat " MFT_VERSION, error);
  char *table = mft_verification_csv (results);
  return g_bytes_new_take (table, strlen (table));
}

void
mft_report_file_save (GtkWidget *widget, const GArray *results, MftFileKinds kind)
{
  const MftSaveWords words
      = { _ ("Save the Report"),
          kind == MFT_FILE_PDF ? _ ("verification-report.pdf") : _ ("verification-results.csv"),
          _ ("The report was saved"), _ ("The report could not be saved") };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_report (results, kind, &error);

  if (bytes != NULL)
    mft_save_bytes (widget, bytes, kind, &words);
  else
    mft_tell_error (widget, words.failed, error);
}
