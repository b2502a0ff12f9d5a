/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come into the window: chosen, dropped, or named on the command line. */
#include <glib/gi18n.h>

#include "ui/signing/signing-page.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"

#include "base/job.h"
#include "exchange/exchange.h"

typedef struct
{
  MftAgreement *agreement;
  MftImportReport *report;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_object (&loaded->agreement);
  g_clear_pointer (&loaded->report, mft_import_report_free);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_func (MftJob *job, gpointer path, GError **error)
{
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  (void) job;
  loaded->agreement = mft_exchange_load (path, &loaded->report, error);
  return loaded->agreement != NULL ? g_steal_pointer (&loaded) : NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = mft_job_run_finish (result, &error);
  g_autofree char *name = data;
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);
  MftEditorPage *page = NULL;

  if (loaded != NULL)
    page = mft_window_edit_new (MFT_WINDOW (source), loaded->agreement, name);
  else
    mft_tell_error (GTK_WIDGET (source), heading, error);
  if (page != NULL && loaded->report != NULL)
    mft_editor_page_set_report (page, g_steal_pointer (&loaded->report));
}

static gboolean
is_pdf (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".pdf");
}

gboolean
mft_window_is_to_verify (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL && (is_pdf (path) || g_file_test (path, G_FILE_TEST_IS_DIR));
}

void
mft_window_sign_file (MftWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page = mft_signing_page_new (path, &error);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be signed"), name);

  if (page != NULL)
    mft_window_push (self, page);
  else
    mft_tell_error (GTK_WIDGET (self), heading, error);
}

void
mft_window_open_file (MftWindow *self, GFile *file)
{
  char *path = g_file_get_path (file);
  g_autoptr (MftJob) job = mft_job_new (NULL);

  if (path == NULL)
    {
      mft_tell (GTK_WIDGET (self), _ ("This file cannot be opened"),
                _ ("Only files on this computer are opened. Save it to a folder first."));
      return;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      mft_window_verify_folder (self, path);
      g_free (path);
      return;
    }
  if (is_pdf (path))
    {
      mft_window_verify_file (self, path);
      g_free (path);
      return;
    }
  mft_job_run_async (job, self, load_func, path, g_free, (GDestroyNotify) loaded_free, loaded_cb,
                     g_file_get_basename (file));
}

static MftEditorPage *
edit (MftWindow *self, MftWorkingCopy *copy, const GError *error)
{
  GtkWidget *page;

  if (copy == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The agreement cannot be opened"), error);
      return NULL;
    }
  page = mft_editor_page_new (copy);
  mft_window_push (self, page);
  gtk_widget_grab_focus (page);
  return MFT_EDITOR_PAGE (page);
}

MftEditorPage *
mft_window_edit_new (MftWindow *self, MftAgreement *agreement, const char *origin)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = mft_window_get_library (self, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_new (library, agreement, origin, &error) : NULL;

  return edit (self, copy, error);
}

void
mft_window_edit_work (MftWindow *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = mft_window_get_library (self, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_open (library, id, &error) : NULL;

  edit (self, copy, error);
}
