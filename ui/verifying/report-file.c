/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/report-file.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "base/safe-file.h"
#include "config.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

typedef struct
{
  GtkWidget *widget;
  GBytes *bytes;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_bytes_unref (saving->bytes);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  /* The dialog asked already whether to replace. */
  if (mft_safe_file_save (path, g_bytes_get_data (saving->bytes, NULL),
                          g_bytes_get_size (saving->bytes), TRUE, &error))
    mft_toast (saving->widget, _ ("The report was saved"));
  else
    mft_tell_error (saving->widget, _ ("The report could not be saved"), error);
}

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
  g_autoptr (GError) error = NULL;
  GBytes *bytes = make_report (results, kind, &error);
  const char *name
      = kind == MFT_FILE_PDF ? _ ("verification-report.pdf") : _ ("verification-results.csv");
  Saving *saving;

  if (bytes == NULL)
    {
      mft_tell_error (widget, _ ("The report could not be saved"), error);
      return;
    }
  saving = g_new0 (Saving, 1);
  saving->widget = g_object_ref (widget);
  saving->bytes = bytes;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the Report"),
                              kind, name, chosen_cb, saving);
}
