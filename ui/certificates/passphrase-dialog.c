/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/passphrase-dialog.h"

#include <glib/gi18n.h>

#include "ui/wrap/ask.h"

MftSecret *
mft_secret_take_from (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  MftSecret *secret = *text != '\0' ? mft_secret_new (text, strlen (text)) : NULL;

  /* The entry's own buffer is secure memory and wiped by this. */
  gtk_editable_set_text (entry, "");
  return secret;
}

static void
answered_cb (MftAsk *ask, gboolean accepted, GTask *task)
{
  GtkEditable *entry = g_task_get_task_data (task);
  g_autoptr (MftSecret) secret = mft_secret_take_from (entry);

  (void) ask;
  if (accepted && secret != NULL)
    g_task_return_pointer (task, g_steal_pointer (&secret), (GDestroyNotify) mft_secret_unref);
  else
    g_task_return_pointer (task, NULL, NULL);
  g_object_unref (task);
}

static void
changed_cb (GtkEditable *entry, MftAsk *ask)
{
  mft_ask_set_ready (ask, *gtk_editable_get_text (entry) != '\0');
}

void
mft_passphrase_dialog_ask_async (GtkWindow *parent, const char *heading, const char *body,
                                 const char *action, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_PASSWORD_ENTRY, "show-peek-icon", TRUE,
                                   "activates-default", TRUE, NULL);
  MftAsk *ask = mft_ask_new (parent, heading, body, action, entry);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Passphrase"), -1);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), ask, 0);
  g_signal_connect (ask, "answered", G_CALLBACK (answered_cb), task);
  gtk_window_present (GTK_WINDOW (ask));
  gtk_widget_grab_focus (entry);
}

MftSecret *
mft_passphrase_dialog_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
