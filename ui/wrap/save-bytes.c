/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/save-bytes.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "base/safe-file.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

/* Held by the dialog that is open. */
typedef struct
{
  GtkWidget *widget;
  GBytes *bytes;
  MftFileKinds kind;
  char *title;
  char *name;
  char *saved;
  char *failed;
  char *unsaved; /* or NULL */
} Saving;

static void
saving_clear (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->widget);
  g_bytes_unref (saving->bytes);
  g_free (saving->title);
  g_free (saving->name);
  g_free (saving->saved);
  g_free (saving->failed);
  g_free (saving->unsaved);
}

static void
saving_release (gpointer saving)
{
  g_rc_box_release_full (saving, saving_clear);
}

typedef Saving SavingHold;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SavingHold, saving_release)

static void ask (Saving *saving);

/* What could be made only once is offered until it is saved or given up by name. */
static void
offer_again (Saving *saving, const GError *error)
{
  g_autofree char *why = error != NULL ? mft_failure_sentence (error) : NULL;
  g_autofree char *body = why != NULL && saving->unsaved != NULL
                              ? g_strconcat (why, "\n\n", saving->unsaved, NULL)
                              : g_strdup (why != NULL ? why : saving->unsaved);

  if (saving->unsaved != NULL)
    mft_tell_with_action (saving->widget, saving->failed, body, _ ("_Save…"), G_CALLBACK (ask),
                          g_rc_box_acquire (saving), (GClosureNotify) (GCallback) saving_release);
  else if (body != NULL)
    mft_tell (saving->widget, saving->failed, body);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SavingHold) saving = data;
  g_autofree char *path = mft_file_dialog_finish_path (result);
  g_autoptr (GError) error = NULL;

  (void) source;
  /* The dialog asked already whether to replace. */
  if (path != NULL
      && mft_safe_file_save (path, g_bytes_get_data (saving->bytes, NULL),
                             g_bytes_get_size (saving->bytes), TRUE, &error))
    mft_toast (saving->widget, saving->saved);
  else
    offer_again (saving, error);
}

static void
ask (Saving *saving)
{
  GtkRoot *root = gtk_widget_get_root (saving->widget);

  if (root != NULL)
    mft_file_dialog_save_async (GTK_WINDOW (root), saving->title, saving->kind, saving->name,
                                chosen_cb, g_rc_box_acquire (saving));
}

void
mft_save_bytes_made_once (GtkWidget *widget, GBytes *bytes, MftFileKinds kind,
                          const MftSaveWords *words, const char *unsaved)
{
  g_autoptr (SavingHold) saving = g_rc_box_new0 (Saving);

  saving->widget = g_object_ref (widget);
  saving->bytes = g_bytes_ref (bytes);
  saving->kind = kind;
  saving->title = g_strdup (words->title);
  saving->name = g_strdup (words->name);
  saving->saved = g_strdup (words->saved);
  saving->failed = g_strdup (words->failed);
  saving->unsaved = g_strdup (unsaved);
  ask (saving);
}

void
mft_save_bytes (GtkWidget *widget, GBytes *bytes, MftFileKinds kind, const MftSaveWords *words)
{
  mft_save_bytes_made_once (widget, bytes, kind, words, NULL);
}
