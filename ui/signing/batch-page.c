/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/batch-page.h"

#include <glib/gi18n.h>

#include "act/batch.h"
#include "act/desk.h"
#include "act/failure.h"
#include "act/signing-place.h"
#include "act/status-note.h"
#include "sign/error.h"
#include "ui/signing/own-names.h"
#include "ui/signing/own-place.h"
#include "ui/signing/signing-steps.h"
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
  GtkListBox *documents, *failed;
  GtkWidget *scrolled;
  AdwBin *steps_place;
  GtkLabel *folder_label, *hint;
  GtkButton *sign_button;
  GtkProgressBar *progress;

  /* Borrowed */
  MftSigningSteps *steps;

  /* Owned */
  GPtrArray *paths, *titles; /* char *, of what is still to be signed */
  char *folder;
  MftJob *job; /* while signing */

  guint n_done;
};

/* What the worker needs, all its own. */
typedef struct
{
  GPtrArray *paths;
  char *folder;
  MftSigningOrder *order;
  char **names;      /* of who signs */
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
  mft_signing_order_free (work->order);
  g_strfreev (work->names);
  g_free (work);
}

/* Where the page says, else where such a page was signed the last time, else at its foot. */
static void
find_new_place (const char *input, const MftSigningPlace *usual, MftSigningRequest *request)
{
  MftSigningPlace place = *usual;

  if (!mft_own_place_find (input, &place.page, &place.seen))
    mft_own_place_recall (&place);
  request->page = place.page;
  request->rect = place.seen;
}

/* The field of who signs; a document of several parties in which it is not clear is left to be signed
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
  else
    find_new_place (input, place, request);
  return TRUE;
}

static gpointer
sign_func (MftJob *job, gpointer data, GError **error)
{
  Work *work = data;
  g_auto (MftOpenSigner) open = { 0 };
  MftSigningRequest common;

  /* Which document it fails with is not known yet: the first stands for all in the journal. */
  work->order->request.input = g_strdup (g_ptr_array_index (work->paths, 0));
  if (!mft_signing_order_open (work->order, &common, &open, error))
    return NULL;
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
  gtk_label_set_text (self->hint, mft_signing_steps_hint (self->steps, self->job));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button),
                            mft_signing_steps_is_ready (self->steps) && self->job == NULL);
  gtk_label_set_text (self->folder_label, self->folder);
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
  gtk_button_set_label (self->back_button, job != NULL ? _ ("Stop") : _ ("Done"));
  show_hint (self);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
name_titles (MftBatchPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->titles->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->titles, i));
  g_auto (GStrv) titles = g_strv_builder_end (builder);
  mft_signing_steps_set_titles (self->steps, (const char *const *) titles);
}

static char *
row_words (const MftBatchRow *row)
{
  if (row->error == NULL)
    return g_strdup (row->was_done ? _ ("Was signed before") : _ ("Signed and verified"));
  return row->error->domain == G_IO_ERROR ? g_strdup (_ ("Not signed yet"))
                                          : mft_failure_sentence (row->error);
}

/* What failed is what the next statement is about. */
static void
keep_failed (MftBatchPage *self, GPtrArray *rows)
{
  for (guint i = rows->len; i > 0; i--)
    if (((const MftBatchRow *) g_ptr_array_index (rows, i - 1))->error == NULL)
      {
        g_ptr_array_remove_index (self->paths, i - 1);
        g_ptr_array_remove_index (self->titles, i - 1);
      }
}

static void
show_rest (MftBatchPage *self)
{
  gboolean any = self->paths->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->failed), any);
  gtk_widget_set_visible (GTK_WIDGET (self->steps), any);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_button), any);
  if (any)
    {
      gtk_button_set_label (self->sign_button, _ ("_Sign the Rest"));
      name_titles (self);
    }
  else
    gtk_label_set_text (self->hint, _ ("All documents are signed and verified."));
}

/* First what failed, then how to sign it, then what is done. */
static void
show_rows (MftBatchPage *self, GPtrArray *rows)
{
  if (self->n_done == 0)
    clear (self->documents);
  clear (self->failed);
  for (guint i = 0; i < rows->len; i++)
    {
      const MftBatchRow *row = g_ptr_array_index (rows, i);
      gboolean good = row->error == NULL;
      g_autofree char *words = row_words (row);
      gtk_list_box_append (good ? self->documents : self->failed,
                           mft_fact_row_new_with_tone (good ? MFT_TONE_GOOD : MFT_TONE_BAD,
                                                       g_ptr_array_index (self->titles, i), words));
      self->n_done += good;
    }
  keep_failed (self, rows);
  g_autofree char *result
      = g_strdup_printf (_ ("%u of %u signed"), self->n_done, self->n_done + self->paths->len);
  adw_window_title_set_subtitle (self->title, result);
  show_rest (self);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
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
  mft_signing_steps_failed (self->steps, error);
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
  MftSigningRequest request = { 0 };

  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->sign_button)))
    return;
  Work *work = g_new (Work, 1);
  *work = (Work){
    .paths = copy_strings (self->paths),
    .folder = g_strdup (self->folder),
    .order = mft_signing_steps_take (self->steps, &request),
    .names = mft_signer_names (mft_signing_steps_get_signer (self->steps)),
    .fields = g_ptr_array_new_with_free_func (g_free),
  };
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
  g_autofree char *folder = mft_file_dialog_finish_path (result);
  g_autoptr (MftBatchPage) self = data;

  (void) source;
  if (folder == NULL)
    return;
  g_free (self->folder);
  self->folder = g_steal_pointer (&folder);
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
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, documents);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, failed);
  gtk_widget_class_bind_template_child (widget_class, MftBatchPage, steps_place);
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

/* The file's name too, where two documents are called the same. */
static char *
title_among (GPtrArray *items, const MftDeskItem *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MftDeskItem *other = g_ptr_array_index (items, i);
      if (other != item && g_str_equal (other->title, item->title))
        {
          g_autofree char *name = g_path_get_basename (item->path);
          return g_strdup_printf ("%s (%s)", item->title, name);
        }
    }
  return g_strdup (item->title);
}

static void
add_documents (MftBatchPage *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MftDeskItem *item = g_ptr_array_index (items, i);
      char *title = title_among (items, item);
      g_ptr_array_add (self->paths, g_strdup (item->path));
      g_ptr_array_add (self->titles, title);
      gtk_list_box_append (self->documents,
                           mft_fact_row_new_with_tone (MFT_TONE_WAITING, title, item->with));
    }
}

static void
add_steps (MftBatchPage *self)
{
  self->steps = MFT_SIGNING_STEPS (mft_signing_steps_new_for_several ());
  name_titles (self);
  adw_bin_set_child (self->steps_place, GTK_WIDGET (self->steps));
  g_signal_connect_object (self->steps, "changed", G_CALLBACK (show_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "sign", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
mft_batch_page_new (GPtrArray *items)
{
  MftBatchPage *self = g_object_new (MFT_TYPE_BATCH_PAGE, NULL);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  add_documents (self, items);
  g_autofree char *parent = g_path_get_dirname (g_ptr_array_index (self->paths, 0));
  /* Translators: the name of a folder. */
  self->folder = g_build_filename (parent, _ ("Signed"), NULL);
  add_steps (self);
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u document", "%u documents", self->paths->len), self->paths->len);
  adw_window_title_set_subtitle (self->title, count);
  show_hint (self);
  return GTK_WIDGET (self);
}
