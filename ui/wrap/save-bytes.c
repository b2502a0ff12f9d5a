/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/save-bytes.h"

#include "base/safe-file.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

typedef struct
{
  GtkWidget *widget;
  GBytes *bytes;
  char *saved;
  char *failed;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_bytes_unref (saving->bytes);
  g_free (saving->saved);
  g_free (saving->failed);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  (void) source;
  if (path == NULL)
    return;
  /* The dialog asked already whether to replace. */
  if (mft_safe_file_save (path, g_bytes_get_data (saving->bytes, NULL),
                          g_bytes_get_size (saving->bytes), TRUE, &error))
    mft_toast (saving->widget, saving->saved);
  else
    mft_tell_error (saving->widget, saving->failed, error);
}

void
mft_save_bytes (GtkWidget *widget, GBytes *bytes, MftFileKinds kind, const MftSaveWords *words)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->widget = g_object_ref (widget);
  saving->bytes = g_bytes_ref (bytes);
  saving->saved = g_strdup (words->saved);
  saving->failed = g_strdup (words->failed);
  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), words->title, kind,
                              words->name, chosen_cb, saving);
}
