/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "agreement/bundle.h"
#include "ui/editor/import-window.h"
#include "ui/export/export-pdf.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/toasts.h"

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  if (mft_bundle_save (self->agreement, path, TRUE, &error))
    mft_toast (GTK_WIDGET (self), _ ("A copy was saved."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The copy could not be saved"), error);
}

static void
import_report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) action;
  (void) parameter;
  if (self->report != NULL)
    mft_import_window_present (widget, self->report);
}

static void
go_to_block_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) action;
  if (!mft_sync_go_to (mft_paper_get_sync (self->paper), g_variant_get_string (id, NULL), 0))
    gtk_widget_error_bell (widget);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = mft_export_pdf_finish (result, &error);

  (void) data;
  /* The person has left the page meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (!saved)
    mft_tell_error (GTK_WIDGET (self), _ ("The PDF could not be made"), error);
  else if (mft_export_is_draft (self->agreement))
    mft_toast (GTK_WIDGET (self),
               _ ("Saved as a draft: required fields are still empty, it cannot be signed."));
  else
    mft_toast (GTK_WIDGET (self), _ ("The PDF was saved."));
}

/* The pages are there: on to the signing act. */
static void
made_for_signing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;

  if (mft_export_pdf_finish (result, &error))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.sign-file", "s", path);
  else
    mft_tell_error (GTK_WIDGET (source), _ ("The PDF could not be made"), error);
}

static void
sign_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (MftJob) job = mft_job_new (NULL);

  (void) source;
  if (path != NULL)
    mft_export_pdf_async (self->agreement, path, job, self, made_for_signing_cb, path);
}

/* What is signed are pages in a file; a draft has no fields for it. */
static void
sign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  g_autofree char *name = mft_export_suggest_name (self->agreement);

  (void) action;
  (void) parameter;
  if (mft_export_is_draft (self->agreement))
    mft_tell (widget, _ ("Not ready to be signed"),
              _ ("Required fields are still empty. Fill them in under Fields, then sign."));
  else
    mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                                _ ("Where to keep the PDF that is signed"), MFT_FILE_PDF, name,
                                sign_place_chosen_cb, g_object_ref (widget));
}

static void
pdf_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (MftJob) job = mft_job_new (NULL);

  (void) source;
  if (path != NULL)
    mft_export_pdf_async (self->agreement, path, job, self, exported_cb, NULL);
}

static void
export_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = mft_export_suggest_name (MFT_EDITOR_PAGE (widget)->agreement);

  (void) action;
  (void) parameter;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save as PDF"),
                              MFT_FILE_PDF, name, pdf_chosen_cb, g_object_ref (widget));
}

/* There is nothing to save; whoever asks is told when it was. */
static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);

  (void) action;
  (void) parameter;
  if (mft_working_copy_flush (self->copy))
    {
      g_autofree char *time = _mft_editor_page_dup_saved_time (self);
      /* Translators: %s is the time, such as 14.31. */
      g_autofree char *words = g_strdup_printf (_ ("Saved automatically at %s"), time);
      mft_toast_with_action (widget, words, _ ("Save a _copy…"), "page.save-copy");
    }
  else
    mft_tell_error (widget, _ ("The last changes could not be saved"),
                    mft_working_copy_get_error (self->copy));
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save a copy"),
                              MFT_FILE_AGREEMENT, _ ("agreement.pks"), copy_chosen_cb,
                              g_object_ref (widget));
}

void
mft_editor_page_set_report (MftEditorPage *self, MftImportReport *report)
{
  g_clear_pointer (&self->report, mft_import_report_free);
  self->report = report;
  _mft_editor_page_show_state (self);
  mft_import_window_present (GTK_WIDGET (self), report);
}

void
_mft_editor_page_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.import-report", NULL, import_report_cb);
  gtk_widget_class_install_action (widget_class, "page.go-to-block", "s", go_to_block_cb);
  gtk_widget_class_install_action (widget_class, "page.export-pdf", NULL, export_pdf_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_cb);
  gtk_widget_class_install_action (widget_class, "page.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "page.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.save-copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F12, 0, "page.save-copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "page.export-pdf",
                                       NULL);
}
