/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come into the window: chosen, dropped, or named on the command line. */
#include <glib/gi18n.h>

#include "ui/certificates/passphrase-dialog.h"
#include "ui/editor/newer-page.h"
#include "ui/opening.h"
#include "ui/reply/reply-page.h"
#include "ui/signing/repair.h"
#include "ui/signing/signing-page.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"

#include "agreement/error.h"
#include "agreement/newer.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "exchange/error.h"

#define NEWER_LARGEST (256 * 1024 * 1024)
#define SLOW_MS 600 /* reading that takes longer is told, and may be stopped */

/* What is opened, while it is read. */
typedef struct
{
  char *path;
  char *name;
  MftOpeningWish wish;
  gboolean tried; /* a password was given */
  MftJob *job;
  guint slow;
  GtkWindow *window; /* borrowed, while it is read */
  GtkWidget *dialog; /* weak: tells that it is still read */
} Errand;

static Errand *
errand_new (const char *path, MftOpeningWish wish)
{
  Errand *errand = g_new0 (Errand, 1);
  g_autofree char *base = g_path_get_basename (path);

  errand->path = g_strdup (path);
  errand->name = g_filename_display_name (base);
  errand->wish = wish;
  return errand;
}

static void
end_waiting (Errand *errand)
{
  g_clear_handle_id (&errand->slow, g_source_remove);
  if (errand->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (errand->dialog));
  g_clear_weak_pointer (&errand->dialog);
  g_clear_object (&errand->job);
}

static void
errand_free (Errand *errand)
{
  end_waiting (errand);
  g_free (errand->path);
  g_free (errand->name);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void read_cb (GObject *source, GAsyncResult *result, gpointer data);

static gboolean
slow_cb (gpointer data)
{
  Errand *errand = data;
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Reading “%s”…"), errand->name);
  GtkWidget *dialog = adw_message_dialog_new (errand->window, heading, NULL);

  errand->slow = 0;
  g_set_weak_pointer (&errand->dialog, dialog);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "stop", _ ("_Stop"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stop");
  g_signal_connect_object (dialog, "response", G_CALLBACK (mft_job_cancel), errand->job,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return G_SOURCE_REMOVE;
}

static void
run (MftWindow *self, Errand *errand, MftSecret *password)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);

  errand->window = GTK_WINDOW (self);
  errand->job = mft_job_new (NULL);
  errand->slow = g_timeout_add (SLOW_MS, slow_cb, errand);
  mft_opening_read_async (errand->path, errand->wish, folder, password, errand->job, self, read_cb,
                          errand);
}

static void
password_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftSecret) password = mft_passphrase_dialog_ask_finish (result);
  Errand *errand = data;

  if (password == NULL)
    {
      errand_free (errand);
      return;
    }
  errand->tried = TRUE;
  run (MFT_WINDOW (source), errand, password);
}

/* Takes `errand` over. */
static void
ask_password (MftWindow *self, Errand *errand)
{
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” is protected"), errand->name);

  mft_passphrase_dialog_ask_async (GTK_WINDOW (self), heading,
                                   errand->tried
                                       ? _ ("This was not its password. Try again.")
                                       : _ ("Type the password of this PDF. It is not kept."),
                                   _ ("_Open"), password_cb, errand);
}

static void
show_text (MftWindow *self, MftOpening *opening, const char *name)
{
  MftEditorPage *page = mft_window_edit_new (self, opening->agreement, name);

  if (page != NULL && opening->report != NULL && !mft_import_report_is_own (opening->report))
    mft_editor_page_set_report (page, g_steal_pointer (&opening->report));
}

/* A file with tracked changes, while the person decides about them. */
typedef struct
{
  MftOpening *opening;
  char *name;
} Tracked;

static void
tracked_cb (AdwMessageDialog *dialog, const char *response, Tracked *tracked)
{
  MftWindow *self = MFT_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  MftOpening *opening = tracked->opening;

  g_signal_handlers_disconnect_by_data (dialog, tracked);
  if (g_str_equal (response, "accept"))
    show_text (self, opening, tracked->name);
  else if (g_str_equal (response, "reject"))
    mft_window_edit_new (self, opening->before, tracked->name);
  else if (g_str_equal (response, "each"))
    mft_window_review_changes (self, opening->before, opening->agreement, tracked->name);
  mft_opening_free (opening);
  g_free (tracked->name);
  g_free (tracked);
}

/* Takes `opening` over. */
static void
ask_tracked (MftWindow *self, MftOpening *opening, const char *name)
{
  guint count = opening->report->insertions + opening->report->deletions;
  /* Translators: %s is a file's name. */
  g_autofree char *body = g_strdup_printf (
      ngettext ("“%s” holds %u tracked change. The file itself is not changed.",
                "“%s” holds %u tracked changes. The file itself is not changed.", count),
      name, count);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("What about the tracked changes?"), body);
  Tracked *tracked = g_new (Tracked, 1);

  *tracked = (Tracked){ opening, g_strdup (name) };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "reject",
                                    _ ("_Reject all"), "each", _ ("_One by one"), "accept",
                                    _ ("_Accept all"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "each");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (tracked_cb), tracked);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What a newer program wrote can be read all the same. */
static void
show_newer (MftWindow *self, Errand *errand, const char *heading, const GError *why)
{
  g_autoptr (GBytes) bytes = mft_file_read (errand->path, NEWER_LARGEST, NULL);
  g_autofree char *text = bytes != NULL ? mft_newer_dup_text (bytes, NULL) : NULL;

  if (text != NULL)
    mft_window_push (self, mft_newer_page_new (errand->name, text));
  else
    mft_tell_error (GTK_WIDGET (self), heading, why);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftWindow *self = MFT_WINDOW (source);
  g_autoptr (Errand) errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MftOpening) opening = mft_opening_read_finish (result, &error);
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), errand->name);

  end_waiting (errand);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, MFT_EXCHANGE_ERROR, MFT_EXCHANGE_ERROR_PASSWORD))
    ask_password (self, g_steal_pointer (&errand));
  else if (g_error_matches (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_VERSION))
    show_newer (self, errand, heading, error);
  else if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), heading, error);
  else if (opening == NULL)
    mft_tell (GTK_WIDGET (self), _ ("Nothing in the library is like this file"),
              _ ("It can be opened as a new agreement, or compared with a version that you choose "
                 "under Comparison."));
  else if (opening->is_signed)
    mft_window_verify_file (self, errand->path);
  else if (opening->reply != NULL)
    mft_window_push (self, mft_reply_page_new (g_steal_pointer (&opening->reply), errand->name));
  else if (opening->before != NULL)
    ask_tracked (self, g_steal_pointer (&opening), errand->name);
  else
    show_text (self, opening, errand->name);
}

/* NULL, told to the person, if it lies on no disk of this computer. Owned by the caller. */
static char *
get_path (MftWindow *self, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    mft_tell (GTK_WIDGET (self), _ ("This file cannot be opened"),
              _ ("Only files on this computer are opened. Save it to a folder first."));
  return path;
}

static gboolean
is_pdf (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".pdf");
}

void
mft_window_sign_file (MftWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page = mft_signing_page_new (path, &error);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be signed"), name);

  if (page != NULL)
    mft_window_push (self, page);
  else
    mft_tell_pdf_error (GTK_WIDGET (self), heading, path, error);
}

static void
open_as (MftWindow *self, GFile *file, MftOpeningWish wish)
{
  g_autofree char *path = get_path (self, file);

  if (path == NULL)
    return;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    mft_window_verify_folder (self, path);
  else
    run (self, errand_new (path, wish), NULL);
}

void
mft_window_open_file (MftWindow *self, GFile *file)
{
  open_as (self, file, MFT_OPENING_TEXT);
}

void
mft_window_open_reply (MftWindow *self, GFile *file)
{
  open_as (self, file, MFT_OPENING_REPLY);
}

void
mft_window_receive_file (MftWindow *self, GFile *file)
{
  const char *path = g_file_peek_path (file);

  /* Where signatures are checked, a PDF comes to be checked. */
  if (path != NULL && is_pdf (path) && g_str_equal (mft_window_get_place (self), "signing"))
    mft_window_verify_file (self, path);
  else
    open_as (self, file, MFT_OPENING_ARRIVED);
}

static gboolean
are_pdfs (GSList *files)
{
  for (; files != NULL; files = files->next)
    {
      const char *path = g_file_peek_path (files->data);
      if (path == NULL || !is_pdf (path) || g_file_test (path, G_FILE_TEST_IS_DIR))
        return FALSE;
    }
  return TRUE;
}

void
mft_window_receive_files (MftWindow *self, GSList *files)
{
  g_autoptr (GSList) last_first = g_slist_reverse (g_slist_copy (files));

  /* One on top of the other, only the last would be seen. */
  if (files != NULL && files->next != NULL && are_pdfs (files))
    for (GSList *link = last_first; link != NULL; link = link->next)
      mft_window_verify_file (self, g_file_peek_path (link->data));
  else
    for (GSList *link = files; link != NULL; link = link->next)
      mft_window_receive_file (self, link->data);
}

static MftEditorPage *
edit (MftWindow *self, MftWorkingCopy *copy, const GError *error)
{
  GtkWidget *page;

  if (copy == NULL)
    {
      mft_tell_error (GTK_WIDGET (self), _ ("The agreement cannot be opened"), error);
      return NULL;
    }
  page = mft_editor_page_new (copy);
  mft_window_push (self, page);
  gtk_widget_grab_focus (page);
  return MFT_EDITOR_PAGE (page);
}

MftEditorPage *
mft_window_edit_new (MftWindow *self, MftAgreement *agreement, const char *origin)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = mft_window_get_library (self, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_new (library, agreement, origin, &error) : NULL;

  return edit (self, copy, error);
}

void
mft_window_edit_work (MftWindow *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  MftLibrary *library = mft_window_get_library (self, &error);
  g_autoptr (MftWorkingCopy) copy
      = library != NULL ? mft_working_copy_open (library, id, &error) : NULL;

  edit (self, copy, error);
}
