/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come into the window: chosen, dropped, or named on the command line. */
#include <glib/gi18n.h>

#include "ui/editor/editor-page.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"

#include "agreement/bundle.h"
#include "base/job.h"

static gpointer
load_func (MftJob *job, gpointer path, GError **error)
{
  g_autoptr (MftBundle) bundle = mft_bundle_load (path, NULL, error);

  (void) job;
  return bundle != NULL ? g_object_ref (bundle->agreement) : NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_job_run_finish (result, &error);
  g_autofree char *name = data;
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

  if (agreement != NULL)
    mft_window_edit_new (MFT_WINDOW (source), agreement, name);
  else
    mft_tell_error (GTK_WIDGET (source), heading, error);
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
  mft_job_run_async (job, self, load_func, path, g_free, g_object_unref, loaded_cb,
                     g_file_get_basename (file));
}

static void
edit (MftWindow *self, MftWorkingCopy *copy, const GError *error)
{
  GtkWidget *page;

  if (copy == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The agreement cannot be opened"), error);
      return;
    }
  page = mft_editor_page_new (copy);
  mft_window_push (self, page);
  gtk_widget_grab_focus (page);
}

void
mft_window_edit_new (MftWindow *self, MftAgreement *agreement, const char *origin)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = mft_window_get_library (self, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_new (library, agreement, origin, &error) : NULL;

  edit (self, copy, error);
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
