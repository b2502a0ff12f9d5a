/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the page beside signing: where the result goes, and where it goes on. */
#include "ui/signing/signing-page-private.h"

#include <glib/gi18n.h>

#include "base/safe-file.h"
#include "ui/signing/summary-page.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/toasts.h"

#define COPY_SIZE_MOST ((gsize) 1024 * 1024 * 1024)

guint
_mft_signing_page_n_more (MftSigningPage *self, char **next)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  const char *path = NULL;
  guint more
      = MFT_IS_WINDOW (window) ? mft_window_n_to_sign (MFT_WINDOW (window), self->path, &path) : 0;

  if (next != NULL)
    *next = g_strdup (path);
  return more;
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSigningPage) self = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  g_autoptr (GBytes) bytes = mft_file_read (self->output, COPY_SIZE_MOST, &error);
  if (bytes != NULL
      && mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), TRUE,
                             &error))
    mft_toast (GTK_WIDGET (self), _ ("The copy is saved."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The copy was not saved"), error);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (widget);
  g_autofree char *name = g_path_get_basename (self->output);

  (void) action;
  (void) parameter;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save a copy"),
                              MFT_FILE_PDF, name, copied_cb, g_object_ref (self));
}

static void
output_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSigningPage) self = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);

  (void) source;
  if (path == NULL)
    return;
  g_free (self->output);
  self->output = g_steal_pointer (&path);
  self->may_replace = TRUE;
  _mft_signing_page_show_hint (self);
}

static void
choose_output_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (widget);
  g_autofree char *name = g_path_get_basename (self->output);

  (void) action;
  (void) parameter;
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                              _ ("Where to keep the signed document"), MFT_FILE_PDF, name,
                              output_chosen_cb, g_object_ref (self));
}

/* From the steps to the document and back, where there is room for one of them. */
static void
turn_over_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (widget);
  GtkWidget *document = GTK_WIDGET (self->document_place);
  gboolean shows_document = adw_leaflet_get_visible_child (self->leaflet) == document;

  (void) action;
  (void) parameter;
  adw_leaflet_navigate (self->leaflet, shows_document ? ADW_NAVIGATION_DIRECTION_FORWARD
                                                      : ADW_NAVIGATION_DIRECTION_BACK);
}

/* To the stamp, with the keyboard. */
static void
focus_stamp_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (widget);
  MftPdfRect rect;
  guint page = mft_signing_steps_get_place (self->steps, &rect);

  (void) action;
  (void) parameter;
  if (self->stamp == NULL || self->job != NULL)
    return;
  mft_document_view_show (self->document, page, &rect);
  gtk_widget_grab_focus (self->stamp);
}
/* For a mail, a chat, or another folder. */
static void
copy_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (MFT_SIGNING_PAGE (widget)->output);

  (void) action;
  (void) parameter;
  gdk_clipboard_set (gtk_widget_get_clipboard (widget), G_TYPE_FILE, file);
  mft_toast (widget, _ ("The file is copied. Paste it into a message or a folder."));
}

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *next = NULL;

  (void) action;
  (void) parameter;
  if (_mft_signing_page_n_more (MFT_SIGNING_PAGE (widget), &next) == 0)
    return;
  gtk_widget_activate_action (widget, "win.back", NULL);
  mft_window_push (MFT_WINDOW (window), mft_summary_page_new (next));
}

static void
open_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *folder = g_path_get_dirname (MFT_SIGNING_PAGE (widget)->output);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  (void) action;
  (void) parameter;
  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

void
_mft_signing_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "signing.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "signing.open-folder", NULL, open_folder_cb);
  gtk_widget_class_install_action (widget_class, "signing.copy-file", NULL, copy_file_cb);
  gtk_widget_class_install_action (widget_class, "signing.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "signing.choose-output", NULL, choose_output_cb);
  gtk_widget_class_install_action (widget_class, "signing.turn-over", NULL, turn_over_cb);
  gtk_widget_class_install_action (widget_class, "signing.focus-stamp", NULL, focus_stamp_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "signing.focus-stamp", NULL);
}
