/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/batch-page.h"

#include <glib/gi18n.h>

#include "act/batch.h"
#include "act/desk.h"
#include "act/failure.h"
#include "act/signing-place.h"
#include "act/status-note.h"
#include "pki/error.h"
#include "pki/key-p12.h"
#include "sign/error.h"
#include "ui/signing/completion-wish.h"
#include "ui/signing/identity-step.h"
#include "ui/signing/own-names.h"
#include "ui/signing/passphrase-step.h"
#include "ui/signing/statement-step.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/file-dialog.h"

struct _MftBatchPage
{
  AdwBin parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkListBox *documents, *steps;
  GtkLabel *folder_label, *hint;
  GtkButton *sign_button;
  GtkProgressBar *progress;

  /* Borrowed */
  MftIdentityStep *identity;
  MftStatementStep *statement;
  MftPassphraseStep *passphrase;

  /* Owned */
  GPtrArray *paths, *titles; /* char * */
  char *folder;
  MftJob *job; /* while signing */
};

/* What the worker needs, all its own. */
typedef struct
{
  GPtrArray *paths;
  char *folder, *told_by;
  MftBasis basis;
  MftIdentity *identity;
  MftSecret *passphrase;
  char **names;
  MftCompletionKit *kit;
  GPtrArray *fields; /* char *: what the placed requests point at */
} Work;

G_DEFINE_FINAL_TYPE (MftBatchPage, mft_batch_page, ADW_TYPE_BIN)

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->paths);
  g_ptr_array_unref (work->fields);
  g_free (work->folder);
  g_free (work->told_by);
  mft_identity_free (work->identity);
  mft_secret_unref (work->passphrase);
  g_strfreev (work->names);
  mft_completion_kit_free (work->kit);
  g_free (work);
}

/* The person's own field; a document of several parties in which it is not clear is left to be signed
 * alone. */
static gboolean
place_cb (const char *input, MftSigningRequest *request, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (GPtrArray) places = mft_signing_places (input, error);
  const MftSigningPlace *place
      = places != NULL ? mft_signing_place_own (places, input, (const char *const *) work->names)
                       : NULL;

  if (places == NULL)
    return FALSE;
  if (place == NULL)
    {
      g_set_error (error, MFT_SIGN_ERROR, MFT_SIGN_ERROR_CHOICE, "several fields in '%s'", input);
      return FALSE;
    }
  if (place->name != NULL)
    {
      g_ptr_array_add (work->fields, g_strdup (place->name));
      request->field = g_ptr_array_index (work->fields, work->fields->len - 1);
    }
  request->page = place->name == NULL ? place->page : 0;
  request->rect = place->seen;
  return TRUE;
}

static gpointer
sign_func (MftJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (GError) closed = NULL;
  g_autoptr (MftKey) key
      = mft_key_p12_new_from_file (work->identity->path, work->passphrase, &closed);
  const MftSigningRequest common = {
    .key = key, .basis = work->basis, .told_by = work->told_by, .zone = mft_moment_zone_here ()
  };

  if (key == NULL)
    {
      mft_act_note_failure (g_ptr_array_index (work->paths, 0), NULL, work->basis,
                            mft_certificate_common_name (work->identity->certificate), closed);
      g_propagate_error (error, g_steal_pointer (&closed));
      return NULL;
    }
  if (g_mkdir_with_parents (work->folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES, "cannot make '%s'", work->folder);
      return NULL;
    }
  return mft_act_sign_batch (&common, work->paths, work->folder, place_cb, work, job);
}

static void
show_hint (MftBatchPage *self)
{
  const char *missing = NULL;

  if (mft_identity_step_get_identity (self->identity) == NULL)
    missing = _ ("Import your certificate first.");
  else if (!mft_identity_step_is_usable (self->identity))
    missing = _ ("This certificate cannot sign now; the reason stands above.");
  else if (!mft_statement_step_is_made (self->statement))
    missing = _ ("Your statement is still missing.");
  else if (!mft_passphrase_step_is_ready (self->passphrase))
    missing = _ ("Your passphrase is still missing.");
  gtk_label_set_text (self->hint, missing != NULL
                                      ? missing
                                      : _ ("After signing, the contents can no longer be "
                                           "changed."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), missing == NULL && self->job == NULL);
  gtk_label_set_text (self->folder_label, self->folder);
}

static void
identity_changed_cb (MftBatchPage *self)
{
  const MftIdentity *identity = mft_identity_step_get_identity (self->identity);

  mft_passphrase_step_set_certificate (self->passphrase,
                                       identity != NULL ? identity->certificate : NULL);
  show_hint (self);
}

static void
set_busy (MftBatchPage *self, MftJob *job)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_object (&self->job, job);
  if (job != NULL && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), job != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), job == NULL);
  gtk_button_set_label (self->back_button, job != NULL ? _ ("Stop") : _ ("Close"));
  show_hint (self);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Removes what is done from what is still to be signed. */
static void
show_rows (MftBatchPage *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint done = 0;

  clear (self->documents);
  for (guint i = 0; i < rows->len; i++)
    {
      const MftBatchRow *row = g_ptr_array_index (rows, i);
      const char *title = g_ptr_array_index (self->titles, i);
      gboolean good = row->error == NULL;
      g_autofree char *words
          = good ? g_strdup (row->was_done ? _ ("Was signed before") : _ ("Signed and verified"))
            : row->error->domain == G_IO_ERROR ? g_strdup (_ ("Not signed yet"))
                                               : mft_failure_sentence (row->error);
      gtk_list_box_append (self->documents, mft_fact_row_new_with_tone (
                                                good ? MFT_TONE_GOOD : MFT_TONE_BAD, title, words));
      done += good;
      if (good)
        continue;
      g_ptr_array_add (paths, g_strdup (row->input));
      g_ptr_array_add (titles, g_strdup (title));
    }
  g_autofree char *result = g_strdup_printf (_ ("%u of %u signed"), done, rows->len);
  adw_window_title_set_subtitle (self->title, result);
  if (paths->len == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->steps), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->sign_button), FALSE);
      gtk_label_set_text (self->hint, _ ("All documents are signed and verified."));
      return;
    }
  /* The rest can be tried again at once. */
  gtk_button_set_label (self->sign_button, _ ("_Sign the Rest"));
}

/* The desk and the library go along with what was signed. */
static void
note_rows (MftBatchPage *self, GPtrArray *rows)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  MftLibrary *library
      = MFT_IS_WINDOW (window) ? mft_window_get_library (MFT_WINDOW (window), NULL) : NULL;
  g_autoptr (MftDesk) desk = mft_desk_load (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const MftBatchRow *row = g_ptr_array_index (rows, i);
      if (row->result == NULL)
        continue;
      if (desk != NULL)
        mft_desk_replace (desk, row->input, row->output);
      if (library != NULL)
        g_free (mft_status_note_signed (library, row->result, NULL));
    }
  if (desk != NULL)
    mft_desk_save (desk, NULL);
}

static void
signed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftBatchPage *self = MFT_BATCH_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  (void) data;
  /* What was signed before it was stopped is signed. */
  g_task_set_check_cancellable (G_TASK (result), FALSE);
  rows = mft_job_run_finish (result, &error);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  set_busy (self, NULL);
  if (rows != NULL)
    {
      note_rows (self, rows);
      show_rows (self, rows);
      return;
    }
  mft_tell_error (GTK_WIDGET (self), _ ("The documents were not signed"), error);
  if (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE))
    mft_passphrase_step_ask_again (self->passphrase);
}

static GPtrArray *
copy_strings (GPtrArray *strings)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < strings->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (strings, i)));
  return copy;
}

static void
sign_cb (MftBatchPage *self)
{
  g_autoptr (MftJob) job = mft_job_new (_ ("Signing"));
  Work *work = g_new (Work, 1);

  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->sign_button)))
    {
      g_free (work);
      return;
    }
  *work = (Work){
    .paths = copy_strings (self->paths),
    .folder = g_strdup (self->folder),
    .told_by = g_strdup (mft_statement_step_get_told_by (self->statement)),
    .basis = mft_statement_step_get_basis (self->statement),
    .identity = mft_identity_copy (mft_identity_step_get_identity (self->identity)),
    .passphrase = mft_passphrase_step_take (self->passphrase),
    .names = mft_own_names (),
    .kit = mft_completion_kit_new_from_settings (),
    .fields = g_ptr_array_new_with_free_func (g_free),
  };
  mft_statement_step_withdraw (self->statement);
  set_busy (self, job);
  g_object_bind_property (job, "fraction", self->progress, "fraction", G_BINDING_DEFAULT);
  mft_job_run_async (job, self, sign_func, work, work_free, (GDestroyNotify) g_ptr_array_unref,
                     signed_cb, NULL);
}

static void
back_cb (MftBatchPage *self)
{
  if (self->job != NULL)
    mft_job_cancel (self->job);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) folder = mft_file_dialog_finish (result);
  g_autoptr (MftBatchPage) self = data;

  (void) source;
  if (folder == NULL || g_file_peek_path (folder) == NULL)
    return;
  g_free (self->folder);
  self->folder = g_strdup (g_file_peek_path (folder));
  show_hint (self);
}

static void
choose_folder_cb (MftBatchPage *self)
{
  mft_file_dialog_folder_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                _ ("Where to keep the signed documents"), folder_chosen_cb,
                                g_object_ref (self));
}

static void
mft_batch_page_unroot (GtkWidget *widget)
{
  MftBatchPage *self = MFT_BATCH_PAGE (widget);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  GTK_WIDGET_CLASS (mft_batch_page_parent_class)->unroot (widget);
}

static void
mft_batch_page_finalize (GObject *object)
{
  MftBatchPage *self = MFT_BATCH_PAGE (object);

  g_clear_object (&self->job);
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->titles);
  g_free (self->folder);
  G_OBJECT_CLASS (mft_batch_page_parent_class)->finalize (object);
}

static void
mft_batch_page_class_init (MftBatchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_batch_page_finalize;
  widget_class->unroot = mft_batch_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/signing/batch-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, title);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, documents);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, steps);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, folder_label);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, hint);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
mft_batch_page_init (MftBatchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_step (MftBatchPage *self, GtkWidget *step, guint number, GCallback changed)
{
  mft_step_set_number (MFT_STEP (step), number);
  gtk_list_box_append (self->steps, step);
  g_signal_connect_object (step, "changed", changed, self, G_CONNECT_SWAPPED);
}

static void
add_steps (MftBatchPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->titles->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->titles, i));
  g_auto (GStrv) titles = g_strv_builder_end (builder);
  self->identity = MFT_IDENTITY_STEP (mft_identity_step_new ());
  self->statement = MFT_STATEMENT_STEP (mft_statement_step_new ((const char *const *) titles));
  self->passphrase = MFT_PASSPHRASE_STEP (mft_passphrase_step_new ());
  add_step (self, GTK_WIDGET (self->identity), 1, G_CALLBACK (identity_changed_cb));
  add_step (self, GTK_WIDGET (self->statement), 2, G_CALLBACK (show_hint));
  add_step (self, GTK_WIDGET (self->passphrase), 3, G_CALLBACK (show_hint));
  g_signal_connect_object (self->passphrase, "entered", G_CALLBACK (sign_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
mft_batch_page_new (GPtrArray *items)
{
  MftBatchPage *self = g_object_new (MFT_TYPE_BATCH_PAGE, NULL);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (items, i);
      g_ptr_array_add (self->paths, g_strdup (item->path));
      g_ptr_array_add (self->titles, g_strdup (item->title));
      gtk_list_box_append (self->documents,
                           mft_fact_row_new_with_tone (MFT_TONE_WAITING, item->title, item->with));
    }
  g_autofree char *parent = g_path_get_dirname (g_ptr_array_index (self->paths, 0));
  /* Translators: the name of a folder. */
  self->folder = g_build_filename (parent, _ ("Signed"), NULL);
  add_steps (self);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u document", "%u documents", self->paths->len), self->paths->len);
  adw_window_title_set_subtitle (self->title, count);
  identity_changed_cb (self);
  return GTK_WIDGET (self);
}
