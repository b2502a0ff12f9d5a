/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How documents come to the desk, and how several of them are signed together. */
#include "ui/signing/desk-page-private.h"

#include <glib/gi18n.h>

#include "ui/signing/batch-page.h"
#include "ui/window.h"
#include "ui/wrap/file-dialog.h"

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GListModel) files = mft_file_dialog_finish_several (result);
  g_autoptr (MftDeskPage) self = data;

  (void) source;
  for (guint i = g_list_model_get_n_items (files); i > 0; i--)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i - 1);
      if (g_file_peek_path (file) != NULL)
        mft_desk_put (self->desk, g_file_peek_path (file));
    }
  _mft_desk_page_save (self);
  mft_desk_page_reload (self);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_open_several_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                                      _ ("Which PDFs to sign"), MFT_FILE_PDF, files_chosen_cb,
                                      g_object_ref (widget));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *folder = mft_file_dialog_finish_path (result);
  g_autoptr (MftDeskPage) self = data;

  (void) source;
  if (folder == NULL)
    return;
  g_free (self->desk->folder);
  self->desk->folder = g_steal_pointer (&folder);
  _mft_desk_page_save (self);
  mft_desk_page_reload (self);
}

static void
watch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_file_dialog_folder_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Watch a Folder"),
                                folder_chosen_cb, g_object_ref (widget));
}

static void
unwatch_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftDeskPage *self = MFT_DESK_PAGE (widget);

  (void) action;
  (void) parameter;
  g_clear_pointer (&self->desk->folder, g_free);
  _mft_desk_page_save (self);
  mft_desk_page_reload (self);
}

static void
together_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftDeskPage *self = MFT_DESK_PAGE (widget);
  g_autoptr (GPtrArray) items = _mft_desk_page_chosen (self);

  (void) action;
  (void) parameter;
  if (items->len > 0)
    mft_window_push (MFT_WINDOW (gtk_widget_get_root (widget)), mft_batch_page_new (items));
}

static gboolean
drop_cb (MftDeskPage *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *link = files; link != NULL; link = link->next)
    if (g_file_peek_path (link->data) != NULL)
      mft_desk_put (self->desk, g_file_peek_path (link->data));
  _mft_desk_page_save (self);
  mft_desk_page_reload (self);
  return files != NULL;
}

void
_mft_desk_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "desk.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "desk.watch", NULL, watch_cb);
  gtk_widget_class_install_action (widget_class, "desk.unwatch", NULL, unwatch_cb);
  gtk_widget_class_install_action (widget_class, "desk.together", NULL, together_cb);
}

void
_mft_desk_page_take_drops (MftDeskPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
