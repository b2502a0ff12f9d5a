/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/verifying/file-row.h"

#include <glib/gi18n.h>

#include "act/returned-pdf.h"
#include "base/data-folder.h"
#include "base/job.h"
#include "exchange/pdf/pdf-proof.h"
#include "report/sentences.h"
#include "report/verification.h"
#include "store/certificate-store.h"
#include "ui/verifying/tones.h"
#include "verify/verify.h"

struct _MftFileRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed */
  GtkImage *icon;
  GtkLabel *state;

  /* Owned */
  char *path;
  char *name;
  MftJob *job; /* NULL: none runs */
  MftVerifyReport *report;
  MftSecret *password;
  char *origin; /* NULL: not known to be ours */
  gboolean origin_important;
  GError *error;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftFileRow, mft_file_row, GTK_TYPE_LIST_BOX_ROW)

static void
show (MftFileRow *self, MftTone tone, const char *words)
{
  static const MftTone all[] = { MFT_TONE_GOOD, MFT_TONE_UNSURE, MFT_TONE_BAD, MFT_TONE_NEUTRAL };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), mft_tone_class (all[i]));
      gtk_widget_remove_css_class (GTK_WIDGET (self->state), mft_tone_class (all[i]));
    }
  gtk_image_set_from_icon_name (self->icon, mft_tone_icon (tone));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), mft_tone_class (tone));
  gtk_widget_add_css_class (GTK_WIDGET (self->state), mft_tone_class (tone));
  gtk_label_set_text (self->state, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
stop (MftFileRow *self)
{
  if (self->job != NULL)
    mft_job_cancel (self->job);
  g_clear_object (&self->job);
}

/* Taken out of the list, or the window closed: the running job would keep the row alive. */
static void
mft_file_row_unroot (GtkWidget *widget)
{
  stop (MFT_FILE_ROW (widget));
  GTK_WIDGET_CLASS (mft_file_row_parent_class)->unroot (widget);
}

static void
mft_file_row_finalize (GObject *object)
{
  MftFileRow *self = MFT_FILE_ROW (object);

  g_clear_pointer (&self->report, mft_verify_report_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->password, mft_secret_unref);
  g_free (self->origin);
  g_free (self->path);
  g_free (self->name);
  G_OBJECT_CLASS (mft_file_row_parent_class)->finalize (object);
}

static void
mft_file_row_class_init (MftFileRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->unroot = mft_file_row_unroot;
  G_OBJECT_CLASS (klass)->finalize = mft_file_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_FILE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
mft_file_row_init (MftFileRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->icon
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->state
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  gtk_widget_add_css_class (line, "certificate-line");
  gtk_box_append (GTK_BOX (texts), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                                 PANGO_ELLIPSIZE_MIDDLE, NULL));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

typedef struct
{
  char *path;
  MftSecret *password; /* NULL: none */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_clear_pointer (&request->password, mft_secret_unref);
  g_free (request);
}

/* What checking found. */
typedef struct
{
  MftVerifyReport *report;
  MftReturnedPdf *returned; /* NULL: not known to be ours */
} Checked;

static void
checked_free (gpointer data)
{
  Checked *checked = data;

  g_clear_pointer (&checked->report, mft_verify_report_free);
  g_clear_pointer (&checked->returned, mft_returned_pdf_free);
  g_free (checked);
}

/* Beside the window's own library, which belongs to its thread. */
static MftReturnedPdf *
find_origin (const Request *request, const MftVerifyReport *report, MftJob *job)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);
  g_autoptr (MftLibrary) library = folder != NULL ? mft_library_open_reading (folder, NULL) : NULL;

  return library != NULL
             ? mft_returned_pdf_find (library, request->path, request->password, report, job, NULL)
             : NULL;
}

static gpointer
verify_func (MftJob *job, gpointer data, GError **error)
{
  const Request *request = data;
  g_autoptr (MftAnchors) anchors = mft_certificate_store_anchors (error);
  const MftVerifyOptions options = { .anchors = anchors, .password = request->password };
  MftVerifyReport *report
      = anchors != NULL ? mft_verify_file (request->path, &options, job, error) : NULL;
  Checked *checked = report != NULL ? g_new0 (Checked, 1) : NULL;

  if (report == NULL)
    return NULL;
  mft_pdf_prove_source_of_file (request->path, request->password, report);
  checked->report = report;
  checked->returned = find_origin (request, report, job);
  return checked;
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftFileRow *self = MFT_FILE_ROW (source);
  g_autoptr (GError) error = NULL;
  Checked *checked = mft_job_run_finish (result, &error);

  (void) data;
  /* Dropped, or checked once more meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->job);
  self->error = g_steal_pointer (&error);
  if (checked != NULL)
    {
      self->report = g_steal_pointer (&checked->report);
      self->origin
          = checked->returned != NULL ? mft_returned_pdf_sentence (checked->returned) : NULL;
      self->origin_important
          = checked->returned != NULL && checked->returned->changes >= MFT_CHANGES_FORBIDDEN;
      checked_free (checked);
      show (self, mft_tone_of_verdict (self->report),
            mft_sentence_verdict_word (self->report->verdict));
    }
  else
    show (self, MFT_TONE_BAD, _ ("Could not be checked"));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
mft_file_row_check (MftFileRow *self)
{
  stop (self);
  g_clear_pointer (&self->report, mft_verify_report_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_error (&self->error);
  show (self, MFT_TONE_NEUTRAL, _ ("Being checked…"));
  self->job = mft_job_new (NULL);
  Request *request = g_new (Request, 1);
  *request = (Request){ g_strdup (self->path),
                        self->password != NULL ? mft_secret_ref (self->password) : NULL };
  mft_job_run_async (self->job, self, verify_func, request, request_free, checked_free, verified_cb,
                     NULL);
}

GtkWidget *
mft_file_row_new (const char *path)
{
  MftFileRow *self = g_object_new (MFT_TYPE_FILE_ROW, NULL);
  g_autofree char *base = g_path_get_basename (path);

  self->path = g_strdup (path);
  self->name = g_filename_display_name (base);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_prev_sibling (GTK_WIDGET (self->state))),
                      self->name);
  mft_file_row_check (self);
  return GTK_WIDGET (self);
}

void
mft_file_row_add_result (MftFileRow *self, GArray *results)
{
  const MftVerifiedFile result
      = { self->name, self->report, self->error != NULL ? _ ("Could not be checked") : NULL };

  if (result.report != NULL || result.error != NULL)
    g_array_append_val (results, result);
}

void
mft_file_row_set_password (MftFileRow *self, MftSecret *password)
{
  g_clear_pointer (&self->password, mft_secret_unref);
  self->password = password != NULL ? mft_secret_ref (password) : NULL;
}

MftSecret *
mft_file_row_get_password (MftFileRow *self)
{
  return self->password;
}

gboolean
mft_file_row_is_busy (MftFileRow *self)
{
  return self->job != NULL;
}

void
mft_file_row_stop (MftFileRow *self)
{
  if (self->job == NULL)
    return;
  stop (self);
  show (self, MFT_TONE_NEUTRAL, _ ("Stopped"));
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
mft_file_row_get_path (MftFileRow *self)
{
  return self->path;
}

const char *
mft_file_row_get_name (MftFileRow *self)
{
  return self->name;
}

const MftVerifyReport *
mft_file_row_get_report (MftFileRow *self)
{
  return self->report;
}

const char *
mft_file_row_get_origin (MftFileRow *self, gboolean *important)
{
  *important = self->origin_important;
  return self->origin;
}

const GError *
mft_file_row_get_error (MftFileRow *self)
{
  return self->error;
}
