/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/file-dialog.h"

#include <glib/gi18n.h>

#include "ui/wrap/settings.h"

static const struct
{
  MftFileKinds kind;
  const char *name;
  const char *patterns[9];
} kinds_known[] = {
  { MFT_FILE_AGREEMENT, N_ ("Mufakat agreements"), { "*.pks" } },
  { MFT_FILE_TEXT,
    N_ ("Word documents and texts"),
    { "*.docx", "*.odt", "*.doc", "*.rtf", "*.txt", "*.md", "*.xml" } },
  { MFT_FILE_PDF, N_ ("PDF documents"), { "*.pdf" } },
  { MFT_FILE_IDENTITY, N_ ("Electronic certificates with a key"), { "*.p12", "*.pfx" } },
  { MFT_FILE_CERTIFICATE, N_ ("Certificates"), { "*.pem", "*.crt", "*.cer", "*.der" } },
  { MFT_FILE_TABLE, N_ ("Tables"), { "*.xlsx", "*.html", "*.csv" } },
  { MFT_FILE_WORD, N_ ("Word documents"), { "*.docx" } },
  { MFT_FILE_OPENDOCUMENT, N_ ("OpenDocument texts"), { "*.odt" } },
  { MFT_FILE_PAGE, N_ ("Web pages"), { "*.html" } },
  { MFT_FILE_PLAIN, N_ ("Plain texts"), { "*.txt" } },
  { MFT_FILE_PICTURE, N_ ("Pictures"), { "*.png", "*.jpg", "*.jpeg" } },
};

static void
add_patterns (GtkFileFilter *filter, const char *const *patterns)
{
  for (guint i = 0; patterns[i] != NULL; i++)
    {
      g_autofree char *upper = g_ascii_strup (patterns[i], -1);
      gtk_file_filter_add_pattern (filter, patterns[i]);
      gtk_file_filter_add_pattern (filter, upper);
    }
}

static void
add_filters (GtkFileChooser *chooser, MftFileKinds kinds)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  guint count = 0;

  gtk_file_filter_set_name (all, _ ("All that Mufakat reads"));
  if (kinds == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds_known); i++)
    if (kinds & kinds_known[i].kind)
      {
        add_patterns (all, kinds_known[i].patterns);
        count++;
      }
  if (count > 1)
    gtk_file_chooser_add_filter (chooser, all);
  for (guint i = 0; i < G_N_ELEMENTS (kinds_known); i++)
    if (kinds & kinds_known[i].kind)
      {
        g_autoptr (GtkFileFilter) one = gtk_file_filter_new ();
        gtk_file_filter_set_name (one, _ (kinds_known[i].name));
        add_patterns (one, kinds_known[i].patterns);
        gtk_file_chooser_add_filter (chooser, one);
      }
}

static void
go_to_last_folder (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autofree char *path = g_settings_get_string (settings, "last-folder");
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (*path != '\0' && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL)
    g_settings_set_string (settings, "last-folder", path);
}

/* What was chosen, several too, as GFile. */
static void
chosen_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_autoptr (GListModel) files = response == GTK_RESPONSE_ACCEPT
                                     ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog))
                                     : G_LIST_MODEL (g_list_store_new (G_TYPE_FILE));
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);

  if (first != NULL)
    remember_folder (first);
  gtk_native_dialog_hide (dialog);
  g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  g_object_unref (task);
}

static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    remember_folder (file);
  gtk_native_dialog_hide (dialog);
  g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  g_object_unref (task);
}

/* The task holds the dialog, which GTK does not keep alive; the response lets both go. */
static void
run (GtkFileChooserNative *dialog, GtkWindow *parent, MftFileKinds kinds, GCallback response,
     GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_task_data (task, dialog, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog), kinds);
  go_to_last_folder (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", response, task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
mft_file_dialog_open_async (GtkWindow *parent, const char *title, MftFileKinds kinds,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  run (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                    _ ("_Cancel")),
       parent, kinds, G_CALLBACK (response_cb), callback, user_data);
}

void
mft_file_dialog_save_async (GtkWindow *parent, const char *title, MftFileKinds kinds,
                            const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  run (dialog, parent, kinds, G_CALLBACK (response_cb), callback, user_data);
}

void
mft_file_dialog_open_several_async (GtkWindow *parent, const char *title, MftFileKinds kinds,
                                    GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  run (dialog, parent, kinds, G_CALLBACK (chosen_cb), callback, user_data);
}

GListModel *
mft_file_dialog_finish_several (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
mft_file_dialog_folder_async (GtkWindow *parent, const char *title, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  run (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                    _ ("_Choose"), _ ("_Cancel")),
       parent, 0, G_CALLBACK (response_cb), callback, user_data);
}

GFile *
mft_file_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

char *
mft_file_dialog_finish_path (GAsyncResult *result)
{
  g_autoptr (GFile) file = mft_file_dialog_finish (result);

  return file != NULL ? g_file_get_path (file) : NULL;
}
