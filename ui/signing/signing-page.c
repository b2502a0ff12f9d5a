/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-page.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "base/safe-file.h"
#include "pki/error.h"
#include "pki/key-p12.h"
#include "store/certificate-folder.h"
#include "ui/document/document-view.h"
#include "ui/signing/signing-result.h"
#include "ui/signing/signing-steps.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"
#include "ui/wrap/toasts.h"
#include "verify/verify.h"

#define COPY_SIZE_MOST ((gsize) 1024 * 1024 * 1024)

struct _MftSigningPage
{
  AdwBin parent_instance;

  /* Borrowed */
  AdwWindowTitle *title;
  GtkButton *back_button;
  AdwBin *document_place;
  MftDocumentView *document;
  AdwBin *side_place;
  MftSigningSteps *steps;
  GtkButton *sign_button;
  GtkProgressBar *progress;
  GtkLabel *hint;

  /* Owned */
  char *path;
  char *output;
  MftJob *job; /* while signing */
};

/* What the worker needs, all its own. */
typedef struct
{
  char *input, *output, *identity_path, *field, *office, *name;
  guint page;
  MftPdfRect rect;
  MftBasis basis;
  MftSecret *passphrase;
} Act;

typedef struct
{
  MftSigningResult *result;
  MftVerifyReport *trusted;
} Done;

G_DEFINE_FINAL_TYPE (MftSigningPage, mft_signing_page, ADW_TYPE_BIN)

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->input);
  g_free (act->output);
  g_free (act->identity_path);
  g_free (act->field);
  g_free (act->office);
  g_free (act->name);
  mft_secret_unref (act->passphrase);
  g_free (act);
}

static void
done_free (Done *done)
{
  g_clear_pointer (&done->result, mft_signing_result_free);
  g_clear_pointer (&done->trusted, mft_verify_report_free);
  g_free (done);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Done, done_free)

static gpointer
sign_func (MftJob *job, gpointer data, GError **error)
{
  const Act *act = data;
  g_autoptr (GError) closed = NULL;
  g_autoptr (MftKey) key = mft_key_p12_new_from_file (act->identity_path, act->passphrase, &closed);
  const MftSigningRequest request = { .input = act->input,
                                      .output = act->output,
                                      .key = key,
                                      .field = act->field,
                                      .page = act->page,
                                      .rect = act->rect,
                                      .office = act->office,
                                      .name = act->name,
                                      .basis = act->basis };

  if (key == NULL)
    {
      mft_act_note_failure (act->input, act->field, act->basis, NULL, closed);
      g_propagate_error (error, g_steal_pointer (&closed));
      return NULL;
    }
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, job, error);
  if (result == NULL)
    return NULL;
  /* The document has its name by now: nothing below may fail the act. */
  g_autoptr (MftAnchors) anchors = mft_certificate_folder_anchors (NULL);
  const MftVerifyOptions options = { .anchors = anchors };
  Done *done = g_new0 (Done, 1);
  done->trusted = mft_verify_file (result->output, &options, NULL, NULL);
  if (done->trusted == NULL)
    done->trusted = g_steal_pointer (&result->report);
  done->result = g_steal_pointer (&result);
  return done;
}

static void
show_hint (MftSigningPage *self)
{
  gboolean ready = mft_signing_steps_is_ready (self->steps);
  g_autofree char *name = g_path_get_basename (self->output);
  g_autofree char *result = g_strdup_printf (_ ("The result becomes “%s”."), name);

  gtk_label_set_text (self->hint,
                      ready ? result : _ ("Certificate, statement and passphrase are needed."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), ready && self->job == NULL);
}

static void
show_stamp (MftSigningPage *self)
{
  const MftIdentity *identity = mft_signing_steps_get_identity (self->steps);
  const MftSigningPlace *place = mft_signing_steps_get_place (self->steps);
  const char *office = mft_signing_steps_get_office (self->steps);
  const char *name = mft_signing_steps_get_name (self->steps);
  const MftStampContent content
      = { .office = office,
          .institution
          = identity != NULL ? mft_certificate_organization (identity->certificate) : NULL,
          .name = name[0] != '\0'    ? name
                  : identity != NULL ? mft_certificate_common_name (identity->certificate)
                                     : _ ("(signer's name)"),
          .time_text = _ ("(time when signed)") };

  mft_document_view_set_stamp (self->document, place->page, &content, &place->seen);
}

static void
steps_changed_cb (MftSigningPage *self)
{
  show_stamp (self);
  show_hint (self);
  if (mft_signing_steps_is_placing (self->steps))
    mft_document_view_go (self->document, mft_signing_steps_get_place (self->steps)->page);
}

static void
page_shown_cb (MftSigningPage *self)
{
  mft_signing_steps_set_read (self->steps, mft_document_view_n_shown (self->document),
                              mft_document_view_n_pages (self->document));
}

static void
set_busy (MftSigningPage *self, MftJob *job)
{
  g_set_object (&self->job, job);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), job != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), job == NULL);
  gtk_button_set_label (self->back_button, job != NULL ? _ ("Stop") : _ ("Cancel"));
  show_hint (self);
}

/* Anew from the file, with the signature on it. */
static void
show_document (MftSigningPage *self, const char *path, guint page)
{
  GtkWidget *view = mft_document_view_new ();

  g_object_ref_sink (view);
  if (mft_document_view_load (MFT_DOCUMENT_VIEW (view), path, NULL))
    {
      self->document = MFT_DOCUMENT_VIEW (view);
      adw_bin_set_child (self->document_place, view);
      mft_document_view_go (self->document, page);
    }
  g_object_unref (view);
}

static void
show_result (MftSigningPage *self, const Done *done, guint page)
{
  g_autofree char *name = g_path_get_basename (done->result->output);

  g_free (self->output);
  self->output = g_strdup (done->result->output);
  adw_window_title_set_title (self->title, _ ("Result"));
  adw_window_title_set_subtitle (self->title, name);
  gtk_button_set_label (self->back_button, _ ("Done"));
  gtk_widget_set_visible (GTK_WIDGET (self->sign_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  show_document (self, done->result->output, page);
  adw_bin_set_child (self->side_place, mft_signing_result_view_new (done->result, done->trusted));
}

static void
show_failure (MftSigningPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mft_toast (GTK_WIDGET (self), _ ("Stopped. The document was not signed and is unchanged."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The document was not signed"), error);
  if (g_error_matches (error, MFT_PKI_ERROR, MFT_PKI_ERROR_WRONG_PASSPHRASE))
    mft_signing_steps_ask_passphrase (self->steps);
}

static void
signed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (Done) done = NULL;

  (void) data;
  /* Stopped too late: the document has its name, and that is what counts. */
  g_task_set_check_cancellable (G_TASK (result), FALSE);
  done = mft_job_run_finish (result, &error);
  /* The person has left the page meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  set_busy (self, NULL);
  if (done != NULL)
    show_result (self, done, mft_signing_steps_get_place (self->steps)->page);
  else
    show_failure (self, error);
}

static char *
or_null (const char *text)
{
  return text[0] != '\0' ? g_strdup (text) : NULL;
}

static void
sign_cb (MftSigningPage *self)
{
  const MftSigningPlace *place = mft_signing_steps_get_place (self->steps);
  g_autoptr (MftJob) job = mft_job_new (_ ("Signing"));
  Act *act = g_new0 (Act, 1);

  act->input = g_strdup (self->path);
  act->output = g_strdup (self->output);
  act->identity_path = g_strdup (mft_signing_steps_get_identity (self->steps)->path);
  act->field = g_strdup (place->name);
  act->page = place->name == NULL ? place->page : 0;
  act->rect = place->seen;
  act->office = or_null (mft_signing_steps_get_office (self->steps));
  act->name = or_null (mft_signing_steps_get_name (self->steps));
  act->basis = mft_signing_steps_get_basis (self->steps);
  act->passphrase = mft_signing_steps_take_passphrase (self->steps);
  set_busy (self, job);
  g_object_bind_property (job, "fraction", self->progress, "fraction", G_BINDING_DEFAULT);
  mft_job_run_async (job, self, sign_func, act, act_free, (GDestroyNotify) done_free, signed_cb,
                     NULL);
}

static void
back_cb (MftSigningPage *self)
{
  if (self->job != NULL)
    mft_job_cancel (self->job);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = mft_file_dialog_finish (result);
  g_autoptr (MftSigningPage) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
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
open_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *folder = g_path_get_dirname (MFT_SIGNING_PAGE (widget)->output);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  (void) action;
  (void) parameter;
  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/* Left, or the window closed: the running job would keep the page alive. */
static void
mft_signing_page_unroot (GtkWidget *widget)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (widget);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  GTK_WIDGET_CLASS (mft_signing_page_parent_class)->unroot (widget);
}

static void
mft_signing_page_dispose (GObject *object)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (object);

  g_clear_object (&self->job);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->output, g_free);
  G_OBJECT_CLASS (mft_signing_page_parent_class)->dispose (object);
}

static void
mft_signing_page_class_init (MftSigningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_signing_page_dispose;
  widget_class->unroot = mft_signing_page_unroot;
  g_type_ensure (MFT_TYPE_DOCUMENT_VIEW);
  g_type_ensure (MFT_TYPE_SIGNING_STEPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/signing/signing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, title);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, document_place);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, side_place);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, hint);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_install_action (widget_class, "signing.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "signing.open-folder", NULL, open_folder_cb);
}

static void
mft_signing_page_init (MftSigningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mft_signing_page_new (const char *path, GError **error)
{
  g_autoptr (GPtrArray) places = mft_signing_places (path, error);
  GtkWidget *view = places != NULL ? g_object_ref_sink (mft_document_view_new ()) : NULL;

  if (view == NULL || !mft_document_view_load (MFT_DOCUMENT_VIEW (view), path, error))
    {
      g_clear_object (&view);
      return NULL;
    }
  MftSigningPage *self = g_object_new (MFT_TYPE_SIGNING_PAGE, NULL);
  g_autofree char *name = g_path_get_basename (path);
  self->path = g_strdup (path);
  self->output = mft_act_suggest_output (path);
  self->document = MFT_DOCUMENT_VIEW (view);
  self->steps = MFT_SIGNING_STEPS (mft_signing_steps_new (places));
  adw_bin_set_child (self->document_place, view);
  adw_bin_set_child (self->side_place, GTK_WIDGET (self->steps));
  g_object_unref (view);
  adw_window_title_set_subtitle (self->title, name);
  g_signal_connect_object (self->document, "page-shown", G_CALLBACK (page_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "changed", G_CALLBACK (steps_changed_cb), self,
                           G_CONNECT_SWAPPED);
  page_shown_cb (self);
  steps_changed_cb (self);
  return GTK_WIDGET (self);
}
