/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/signing-page-private.h"

#include <glib/gi18n.h>

#include "act/desk.h"
#include "act/signing-place.h"
#include "act/status-note.h"
#include "base/file-mark.h"
#include "store/certificate-store.h"
#include "ui/signing/own-place.h"
#include "ui/signing/signing-act.h"
#include "ui/signing/signing-result.h"
#include "ui/window.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"
#include "verify/verify.h"

G_DEFINE_FINAL_TYPE (MftSigningPage, mft_signing_page, ADW_TYPE_BIN)

void
_mft_signing_page_show_hint (MftSigningPage *self)
{
  g_autofree char *name = g_path_get_basename (self->output);

  gtk_label_set_text (self->hint, mft_signing_steps_hint (self->steps, self->job));
  gtk_label_set_text (self->output_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->output_label), self->output);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button),
                            mft_signing_steps_is_ready (self->steps) && self->job == NULL);
}

/* The real appearance, but for the time: it must not look signed. */
static void
show_stamp (MftSigningPage *self)
{
  const MftSigner *signer = mft_signing_steps_get_signer (self->steps);
  MftSigningRequest request = { .input = self->path };
  MftPdfRect rect;
  guint page = mft_signing_steps_get_place (self->steps, &rect);
  g_autoptr (MftStampContent) content = NULL;

  mft_signing_steps_fill (self->steps, &request);
  if (signer != NULL && signer->certificate != NULL)
    content = mft_act_stamp (&request, signer->certificate);
  MftStampContent shown = content != NULL ? *content
                                          : (MftStampContent){ .look = request.look,
                                                               .qr = request.qr,
                                                               .office = request.office,
                                                               .name = request.name,
                                                               .rank = request.rank };
  if (shown.name == NULL && signer != NULL && signer->kind == MFT_SIGNER_ESIGN)
    shown.name = signer->name;
  if (shown.name == NULL)
    shown.name = _ ("(signer's name)");
  shown.time_text = _ ("(time when signed)");
  self->stamp
      = mft_document_view_set_stamp (self->document, page, &shown, &rect, self->job == NULL);
}

static void
stamp_moved_cb (MftSigningPage *self, guint page, const MftPdfRect *rect)
{
  mft_signing_steps_move (self->steps, page, rect);
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
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_object (&self->job, job);
  /* GTK 4.8 complains where an entry with the cursor in it is closed. */
  if (job != NULL && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), job != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), job == NULL);
  gtk_button_set_label (self->back_button, job != NULL ? _ ("Stop") : _ ("Cancel"));
  _mft_signing_page_show_hint (self);
}

/* Anew from the file, with the signature on it. */
static void
show_document (MftSigningPage *self, const char *path, guint page)
{
  GtkWidget *view = mft_document_view_new ();

  g_object_ref_sink (view);
  if (mft_document_view_load (MFT_DOCUMENT_VIEW (view), path, NULL, NULL))
    {
      self->document = MFT_DOCUMENT_VIEW (view);
      adw_bin_set_child (self->document_place, view);
      mft_document_view_go (self->document, page);
    }
  g_object_unref (view);
}

static void
show_result (MftSigningPage *self, const MftSigned *done, guint page)
{
  g_autofree char *name = g_path_get_basename (done->result->output);

  g_free (self->output);
  self->output = g_strdup (done->result->output);
  adw_window_title_set_title (self->title, _ ("Result"));
  adw_window_title_set_subtitle (self->title, name);
  gtk_button_set_label (self->back_button, _ ("Done"));
  gtk_widget_set_visible (GTK_WIDGET (self->sign_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  gtk_widget_set_visible (self->output_box, FALSE);
  show_document (self, done->result->output, page);
  adw_bin_set_child (self->side_place,
                     mft_signing_result_view_new (done->result, done->trusted,
                                                  _mft_signing_page_n_more (self, NULL)));
  GtkWidget *side
      = gtk_widget_get_ancestor (GTK_WIDGET (self->side_place), GTK_TYPE_SCROLLED_WINDOW);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (side)), 0);
}

/* The desk and the library go along with it. */
static void
note_signed (MftSigningPage *self, const MftSigningResult *result)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  MftLibrary *library
      = MFT_IS_WINDOW (window) ? mft_window_get_library (MFT_WINDOW (window), NULL) : NULL;
  g_autoptr (MftDesk) desk = mft_desk_load (NULL);
  g_autoptr (GError) error = NULL;

  if (desk != NULL)
    {
      mft_desk_replace (desk, self->path, result->output);
      mft_desk_save (desk, NULL);
    }
  if (library == NULL)
    return;
  g_autofree char *id = mft_status_note_signed (library, result, &error);
  if (error != NULL)
    mft_tell_error (GTK_WIDGET (self), _ ("The status of the agreement was not changed"), error);
}

static void
show_failure (MftSigningPage *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    mft_toast (GTK_WIDGET (self), _ ("Stopped. The document was not signed and is unchanged."));
  else
    mft_tell_error (GTK_WIDGET (self), _ ("The document was not signed"), error);
  mft_signing_steps_failed (self->steps, error);
}

static void
signed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MftSigned) done = NULL;

  (void) data;
  done = mft_signing_act_finish (result, &error);
  /* The person has left the page meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  set_busy (self, NULL);
  if (done != NULL)
    {
      note_signed (self, done->result);
      show_result (self, done, self->stamp_page);
    }
  else
    show_failure (self, error);
}

static void
sign_cb (MftSigningPage *self)
{
  g_autoptr (MftJob) job = mft_job_new (_ ("Signing"));
  MftSigningRequest request = { .input = self->path, .seen = self->seen, .output = self->output };

  /* The person was asked by the dialog that gave the name. */
  request.replace = self->may_replace;
  MftSigningOrder *order = mft_signing_steps_take (self->steps, &request);
  set_busy (self, job);
  g_object_bind_property (job, "fraction", self->progress, "fraction", G_BINDING_DEFAULT);
  mft_signing_act_async (order, job, self, signed_cb, NULL);
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
steps_changed_cb (MftSigningPage *self)
{
  gboolean placing = mft_signing_steps_is_placing (self->steps);
  MftPdfRect rect;
  guint page = mft_signing_steps_get_place (self->steps, &rect);

  _mft_signing_page_follow_signer (self);
  show_stamp (self);
  _mft_signing_page_show_hint (self);
  if (placing && (!self->placing || page != self->stamp_page))
    mft_document_view_show (self->document, page, &rect);
  self->placing = placing;
  self->stamp_page = page;
}

typedef struct
{
  MftVerifyReport *report;
  guint page; /* where the page says that the signature belongs; 0: it does not */
  MftPdfRect seen;
} Looked;

static void
looked_free (Looked *looked)
{
  g_clear_pointer (&looked->report, mft_verify_report_free);
  g_free (looked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Looked, looked_free)

static gpointer
look_func (MftJob *job, gpointer path, GError **error)
{
  g_autoptr (MftAnchors) anchors = mft_certificate_store_anchors (NULL);
  const MftVerifyOptions options = { .anchors = anchors };
  g_autoptr (MftVerifyReport) report = mft_verify_file (path, &options, job, error);
  g_autoptr (GPtrArray) places = report != NULL ? mft_signing_places (path, error) : NULL;

  if (places == NULL)
    return NULL;
  Looked *looked = g_new0 (Looked, 1);
  looked->report = g_steal_pointer (&report);
  if (places->len == 1) /* no field at all */
    mft_own_place_find (path, &looked->page, &looked->seen);
  return looked;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (source);
  g_autoptr (Looked) looked = mft_job_run_finish (result, NULL);

  (void) data;
  if (looked == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  mft_signing_steps_set_report (self->steps, looked->report);
  if (looked->page > 0)
    mft_signing_steps_suggest (self->steps, looked->page, &looked->seen);
}

/* The earlier signatures and their state, beside the reading. */
static void
look_at_signatures (MftSigningPage *self)
{
  self->look_job = mft_job_new (NULL);
  mft_job_run_async (self->look_job, self, look_func, g_strdup (self->path), g_free,
                     (GDestroyNotify) looked_free, looked_cb, NULL);
}

/* Left, or the window closed: the running job would keep the page alive. */
static void
mft_signing_page_unroot (GtkWidget *widget)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (widget);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  if (self->look_job != NULL)
    mft_job_cancel (self->look_job);
  if (self->field_job != NULL)
    mft_job_cancel (self->field_job);
  GTK_WIDGET_CLASS (mft_signing_page_parent_class)->unroot (widget);
}

static void
mft_signing_page_dispose (GObject *object)
{
  MftSigningPage *self = MFT_SIGNING_PAGE (object);

  g_clear_object (&self->job);
  g_clear_object (&self->look_job);
  g_clear_object (&self->field_job);
  g_clear_pointer (&self->signer, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->seen, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, output_label);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, output_box);
  gtk_widget_class_bind_template_child (widget_class, MftSigningPage, leaflet);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  _mft_signing_page_install_actions (widget_class);
}

static void
mft_signing_page_init (MftSigningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mft_signing_page_new (const char *path, GError **error)
{
  g_autofree char *seen = mft_file_mark (path); /* before it is read */
  g_autoptr (GPtrArray) places = mft_signing_places (path, error);
  GtkWidget *view = places != NULL ? g_object_ref_sink (mft_document_view_new ()) : NULL;

  if (view == NULL || !mft_document_view_load (MFT_DOCUMENT_VIEW (view), path, NULL, error))
    {
      g_clear_object (&view);
      return NULL;
    }
  MftSigningPage *self = g_object_new (MFT_TYPE_SIGNING_PAGE, NULL);
  g_autofree char *name = g_path_get_basename (path);
  self->path = g_strdup (path);
  self->seen = g_steal_pointer (&seen);
  self->output = mft_act_suggest_output (path);
  self->document = MFT_DOCUMENT_VIEW (view);
  self->steps = MFT_SIGNING_STEPS (
      mft_signing_steps_new (path, places, mft_document_view_n_pages (self->document)));
  adw_bin_set_child (self->document_place, view);
  adw_bin_set_child (self->side_place, GTK_WIDGET (self->steps));
  g_object_unref (view);
  adw_window_title_set_subtitle (self->title, name);
  g_signal_connect_object (self->document, "page-shown", G_CALLBACK (page_shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "stamp-moved", G_CALLBACK (stamp_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "changed", G_CALLBACK (steps_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "sign", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
  page_shown_cb (self);
  steps_changed_cb (self);
  look_at_signatures (self);
  return GTK_WIDGET (self);
}
