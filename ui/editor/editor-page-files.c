/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor/editor-page-private.h"

#include <glib/gi18n.h>

#include "act/status-note.h"
#include "ui/editor/import-window.h"
#include "ui/export/export-pdf.h"
#include "ui/export/save-copy.h"
#include "ui/send/send.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/toasts.h"

/* --- a copy in a file ------------------------------------------------------------------------------- */

static void
copy_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);

  (void) source;
  if (path != NULL)
    mft_save_copy (GTK_WIDGET (self), self->agreement, path);
}

static void
ask_where (MftEditorPage *self, MftFileKinds kinds, const char *ending)
{
  g_autofree char *pdf = mft_export_suggest_name (self->agreement);
  g_autofree char *stem = g_strndup (pdf, strlen (pdf) - strlen (".pdf"));
  g_autofree char *name = g_strconcat (stem, ending, NULL);

  mft_file_dialog_save_async (_mft_editor_page_get_window (self), _ ("Save a copy"), kinds, name,
                              copy_chosen_cb, g_object_ref (self));
}

static const struct
{
  const char *ending;
  MftFileKinds kind;
} copies[] = {
  { ".docx", MFT_FILE_WORD },        { ".pdf", MFT_FILE_PDF },   { ".pks", MFT_FILE_AGREEMENT },
  { ".odt", MFT_FILE_OPENDOCUMENT }, { ".html", MFT_FILE_PAGE }, { ".txt", MFT_FILE_PLAIN },
};

static void
save_copy_as_cb (GtkWidget *widget, const char *action, GVariant *ending)
{
  (void) action;
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    if (g_str_equal (copies[i].ending, g_variant_get_string (ending, NULL)))
      ask_where (MFT_EDITOR_PAGE (widget), copies[i].kind, copies[i].ending);
}

/* In any format: the name's ending says which. */
static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftFileKinds kinds = 0;

  (void) action;
  (void) parameter;
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    kinds |= copies[i].kind;
  ask_where (MFT_EDITOR_PAGE (widget), kinds, copies[0].ending);
}

/* --- what was taken in ------------------------------------------------------------------------------ */

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

/* --- signing ----------------------------------------------------------------------------------------- */

/* The pages are there: on to the signing act. */
static void
made_for_signing_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftWorkingCopy *copy = MFT_EDITOR_PAGE (source)->copy;
  g_autofree char *path = data;
  g_autoptr (GError) error = NULL;
  gboolean made = mft_export_pdf_finish (result, &error);

  /* The person has left the page meanwhile, and the window may have closed the library. */
  if (gtk_widget_get_root (GTK_WIDGET (source)) == NULL)
    return;
  if (made
      && (mft_working_copy_is_read_only (copy)
          || mft_status_note_pages (mft_working_copy_get_library (copy),
                                    mft_working_copy_get_id (copy), path, &error)))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.sign-file", "s", path);
  else
    mft_tell_error (GTK_WIDGET (source), _ ("The PDF could not be made"), error);
}

static void
sign_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;
  char *path = mft_file_dialog_finish_path (result);
  g_autoptr (MftJob) job = mft_job_new (NULL);

  (void) source;
  if (path != NULL)
    mft_export_pdf_async (self->agreement, path, job, self, made_for_signing_cb, path);
}

static void
ask_sign_place (MftEditorPage *self)
{
  g_autofree char *name = mft_export_suggest_name (self->agreement);

  mft_file_dialog_save_async (_mft_editor_page_get_window (self),
                              _ ("Where to keep the PDF that is signed"), MFT_FILE_PDF, name,
                              sign_place_chosen_cb, g_object_ref (self));
}

static void
day_confirmed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftEditorPage) self = data;

  (void) source;
  if (mft_confirm_finish (result))
    ask_sign_place (self);
}

/* The opening keeps its date unless the person changes it. */
static void
ask_day (MftEditorPage *self, const char *day)
{
  /* Translators: %s is a date, such as 26 November 2026. */
  g_autofree char *heading = g_strdup_printf (_ ("Sign under the date %s?"), day);

  mft_confirm_async (_mft_editor_page_get_window (self), heading,
                     _ ("The opening names this date, which is not today. To change it, first set "
                        "the status back to final."),
                     _ ("_Keep the date"), day_confirmed_cb, g_object_ref (self));
}

/* What is signed are pages in a file, of a text that is ready for it. */
static void
sign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftEditorPage *self = MFT_EDITOR_PAGE (widget);
  g_autofree char *other_day = _mft_editor_page_dup_other_day (self);

  (void) action;
  (void) parameter;
  if (mft_working_copy_get_status (self->copy) < MFT_STATUS_READY)
    _mft_editor_page_make_ready (self, "page.sign-ready");
  else if (other_day != NULL)
    ask_day (self, other_day);
  else
    ask_sign_place (self);
}

/* Its date was asked for while it was made ready. */
static void
sign_ready_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  ask_sign_place (MFT_EDITOR_PAGE (widget));
}

static void
send_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_send_ask (widget, MFT_EDITOR_PAGE (widget)->copy);
}

/* --- saving ------------------------------------------------------------------------------------------ */

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
      mft_toast_with_action (widget, words, _ ("_Name this version…"), "page.name-version");
    }
  else
    mft_tell_error (widget, _ ("The last changes could not be saved"),
                    mft_working_copy_get_error (self->copy));
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
  gtk_widget_class_install_action (widget_class, "page.send", NULL, send_cb);
  gtk_widget_class_install_action (widget_class, "page.sign", NULL, sign_cb);
  gtk_widget_class_install_action (widget_class, "page.sign-ready", NULL, sign_ready_cb);
  gtk_widget_class_install_action (widget_class, "page.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "page.save-copy-as", "s", save_copy_as_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "page.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "page.save-copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F12, 0, "page.save-copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "page.save-copy-as", "s", ".pdf");
}
