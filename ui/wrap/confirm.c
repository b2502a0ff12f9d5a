/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/confirm.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "act/failure.h"

/* The first response counts; closing the dialog after it would give another. */
static void
response_cb (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  g_signal_handlers_disconnect_by_data (dialog, task);
  g_task_return_boolean (task, g_str_equal (response, "go"));
  g_object_unref (task);
}

void
mft_confirm_async (GtkWindow *parent, const char *heading, const char *body, const char *action,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go", action, NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (widget));
}

gboolean
mft_confirm_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

void
mft_tell_with_action (GtkWidget *widget, const char *heading, const char *body, const char *action,
                      GCallback callback, gpointer data, GClosureNotify free_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  if (action != NULL)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "go", action);
      g_signal_connect_data (dialog, "response::go", callback, data, free_data, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mft_tell (GtkWidget *widget, const char *heading, const char *body)
{
  mft_tell_with_action (widget, heading, body, NULL, NULL, NULL, NULL);
}

void
mft_tell_error (GtkWidget *widget, const char *heading, const GError *error)
{
  g_autofree char *words = mft_failure_sentence (error);

  mft_tell (widget, heading, words);
}
