/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/help/acceptance.h"
#include "ui/help/failures-window.h"
#include "ui/help/shortcuts.h"
#include "ui/start/new-agreement.h"
#include "ui/start/template-page.h"
#include "ui/templates/own-template.h"
#include "ui/templates/template-editor.h"
#include "ui/window-private.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

#include "template/sample.h"

#define EXAMPLE "pks-bsre"

static void
place_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  (void) action;
  mft_window_show_place (MFT_WINDOW (widget), g_variant_get_string (name, NULL));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  _mft_window_leave_page (MFT_WINDOW (widget));
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = mft_file_dialog_finish_several (result);

  (void) data;
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      mft_window_open_file (MFT_WINDOW (source), file);
    }
}

static void
open_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  mft_file_dialog_open_several_async (GTK_WINDOW (widget), _ ("Open"),
                                      MFT_FILE_AGREEMENT | MFT_FILE_TEXT | MFT_FILE_PDF,
                                      files_chosen_cb, NULL);
}

static void
reply_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = mft_file_dialog_finish (result);

  (void) data;
  if (file != NULL)
    mft_window_open_reply (MFT_WINDOW (source), file);
}

static void
reply_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  mft_file_dialog_open_async (GTK_WINDOW (widget), _ ("The file that came back"),
                              MFT_FILE_AGREEMENT | MFT_FILE_TEXT | MFT_FILE_PDF, reply_chosen_cb,
                              NULL);
}

/* The text of a PDF whose signatures were looked at. */
static void
open_text_cb (GtkWidget *widget, const char *action, GVariant *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (path, NULL));

  (void) action;
  mft_window_open_file (MFT_WINDOW (widget), file);
}

static void
verify_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = mft_file_dialog_finish_path (result);

  (void) data;
  if (path != NULL)
    mft_window_verify_file (MFT_WINDOW (source), path);
}

static void
verify_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  mft_file_dialog_open_async (GTK_WINDOW (widget), _ ("Check a PDF"), MFT_FILE_PDF,
                              verify_chosen_cb, NULL);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) folder = mft_file_dialog_finish (result);

  (void) data;
  if (folder != NULL)
    mft_window_open_file (MFT_WINDOW (source), folder);
}

static void
verify_folder_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  mft_file_dialog_folder_async (GTK_WINDOW (widget), _ ("Check All PDFs in a Folder"),
                                folder_chosen_cb, NULL);
}

static void
new_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  GtkWidget *page = mft_template_page_new ();

  mft_window_push (MFT_WINDOW (widget), page);
  mft_template_page_begin (MFT_TEMPLATE_PAGE (page));
}

/* The editor takes the place of the templates. */
static void
new_from_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  MftWindow *self = MFT_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftAgreement) agreement = mft_new_agreement (g_variant_get_string (id, NULL), &error);

  (void) action;
  if (agreement == NULL)
    {
      mft_tell_error (widget, _ ("The template cannot be used"), error);
      return;
    }
  _mft_window_leave_page (self);
  mft_window_edit_new (self, agreement, NULL);
}

/* The text as it is counts, not as it was saved. */
static void
new_from_own_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  MftWindow *self = MFT_WINDOW (widget);
  GtkWidget *page = _mft_window_get_page (self);

  if (!MFT_IS_TEMPLATE_EDITOR (page) || mft_template_editor_may_close (MFT_TEMPLATE_EDITOR (page)))
    mft_own_template_begin (widget, g_variant_get_string (id, NULL));
}

static void
edit_template_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *id)
{
  g_autoptr (GError) error = NULL;
  MftTemplateEditor *editor = mft_template_editor_new (g_variant_get_string (id, NULL), &error);

  if (editor == NULL)
    {
      mft_tell_error (widget, _ ("The template cannot be opened"), error);
      return;
    }
  mft_window_push (MFT_WINDOW (widget), GTK_WIDGET (editor));
  gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
example_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement (EXAMPLE);

  (void) action;
  (void) parameter;
  mft_window_edit_new (MFT_WINDOW (widget), agreement, NULL);
}

static void
sign_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *path = mft_file_dialog_finish_path (result);

  (void) data;
  if (path != NULL)
    mft_window_sign_file (MFT_WINDOW (source), path);
}

static void
sign_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  mft_file_dialog_open_async (GTK_WINDOW (widget), _ ("Which PDF to sign"), MFT_FILE_PDF,
                              sign_chosen_cb, NULL);
}

static void
sign_file_cb (GtkWidget *widget, const char *action, GVariant *path)
{
  (void) action;
  mft_window_sign_file (MFT_WINDOW (widget), g_variant_get_string (path, NULL));
}

static void
open_work_cb (GtkWidget *widget, const char *action, GVariant *id)
{
  (void) action;
  mft_window_edit_work (MFT_WINDOW (widget), g_variant_get_string (id, NULL));
}

static void
failures_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  gtk_window_present (GTK_WINDOW (mft_failures_window_new (GTK_WINDOW (widget))));
}

static void
acceptance_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  mft_acceptance_save (GTK_WINDOW (widget));
}

static void
shortcuts_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  mft_shortcuts_present (GTK_APPLICATION_WINDOW (widget));
}

void
_mft_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.place", "s", place_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.new-from", "s", new_from_cb);
  gtk_widget_class_install_action (widget_class, "win.new-from-own", "s", new_from_own_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-template", "s", edit_template_cb);
  gtk_widget_class_install_action (widget_class, "win.example", NULL, example_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-text", "s", open_text_cb);
  gtk_widget_class_install_action (widget_class, "win.reply", NULL, reply_cb);
  gtk_widget_class_install_action (widget_class, "win.verify", NULL, verify_cb);
  gtk_widget_class_install_action (widget_class, "win.verify-folder", NULL, verify_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.open-work", "s", open_work_cb);
  gtk_widget_class_install_action (widget_class, "win.failures", NULL, failures_cb);
  gtk_widget_class_install_action (widget_class, "win.acceptance", NULL, acceptance_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.sign", NULL, sign_cb);
  gtk_widget_class_install_action (widget_class, "win.sign-file", "s", sign_file_cb);
}
