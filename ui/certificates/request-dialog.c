/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/request-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/job.h"
#include "store/certificate-import.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/save-bytes.h"
#include "ui/wrap/toasts.h"

/* What stands in the question; borrowed from it. */
typedef struct
{
  GtkWindow *parent;
  MftAsk *ask;
  GtkEditable *name, *institution, *unit, *email, *passphrase, *again;
  AdwComboRow *kind;
} Form;

typedef struct
{
  char *name, *institution, *unit, *email;
  MftNewKey kind;
  MftSecret *passphrase;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->name);
  g_free (work->institution);
  g_free (work->unit);
  g_free (work->email);
  mft_secret_unref (work->passphrase);
  g_free (work);
}

static gpointer
request_func (MftJob *job, gpointer data, GError **error)
{
  const Work *work = data;
  const MftCertificateSubject subject = { .common_name = work->name,
                                          .organization = work->institution,
                                          .unit = work->unit,
                                          .email = work->email };

  (void) job;
  return mft_certificate_store_request (work->kind, &subject, work->passphrase, error);
}

static void
requested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  char *request = mft_job_run_finish (result, &error);
  const MftSaveWords words
      = { _ ("Save the certificate request"), _ ("certificate request.csr"),
          _ ("The request is saved. Hand it to your verifikator, then import the certificate that "
             "you receive."),
          _ ("The request was not saved") };

  (void) data;
  if (request == NULL)
    {
      mft_tell_error (GTK_WIDGET (source), _ ("The request was not made"), error);
      return;
    }
  g_autoptr (GBytes) bytes = g_bytes_new_take (request, strlen (request));
  mft_save_bytes_made_once (
      GTK_WIDGET (source), bytes, MFT_FILE_CERTIFICATE, &words,
      _ ("The key is made and waits on this computer, but without the request "
         "no certificate can be issued for it."));
}

static char *
or_null (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
is_complete (const Form *form)
{
  g_autofree char *name = or_null (form->name);
  g_autofree char *institution = or_null (form->institution);
  const char *passphrase = gtk_editable_get_text (form->passphrase);

  return name != NULL && institution != NULL && passphrase[0] != '\0'
         && g_str_equal (passphrase, gtk_editable_get_text (form->again));
}

static void
answered_cb (MftAsk *ask, gboolean accepted, Form *form)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (MftSecret) again = mft_secret_take_from (form->again);
  MftSecret *passphrase = mft_secret_take_from (form->passphrase);
  Work *work;

  (void) ask;
  if (!accepted || passphrase == NULL)
    {
      g_clear_pointer (&passphrase, mft_secret_unref);
      return;
    }
  work = g_new (Work, 1);
  *work = (Work){ .name = or_null (form->name),
                  .institution = or_null (form->institution),
                  .unit = or_null (form->unit),
                  .email = or_null (form->email),
                  .kind = (MftNewKey) adw_combo_row_get_selected (form->kind),
                  .passphrase = passphrase };
  mft_toast (GTK_WIDGET (form->parent), _ ("The key is being made…"));
  mft_job_run_async (job, form->parent, request_func, work, work_free, g_free, requested_cb, NULL);
}

static void
changed_cb (Form *form)
{
  mft_ask_set_ready (form->ask, is_complete (form));
}

static GtkEditable *
add_row (GtkWidget *list, GType type, const char *title, Form *form)
{
  GtkWidget *row = g_object_new (type, "title", title, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), form);
  return GTK_EDITABLE (row);
}

static AdwComboRow *
add_kinds (GtkWidget *list)
{
  /* In the order of MftNewKey. */
  const char *const kinds[] = { "RSA 3072", "RSA 4096", "ECDSA P-256", "ECDSA P-384", NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (kinds);
  GtkWidget *row
      = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Kind of key"), "model", model, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_COMBO_ROW (row);
}

void
mft_request_dialog_present (GtkWindow *parent)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  Form *form = g_new0 (Form, 1);

  gtk_widget_add_css_class (list, "boxed-list");
  form->parent = parent;
  form->name = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("Name"), form);
  form->institution = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("Institution"), form);
  form->unit = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("Unit"), form);
  form->email = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("E-mail"), form);
  form->kind = add_kinds (list);
  form->passphrase = add_row (list, ADW_TYPE_PASSWORD_ENTRY_ROW, _ ("New passphrase"), form);
  form->again = add_row (list, ADW_TYPE_PASSWORD_ENTRY_ROW, _ ("New passphrase, once more"), form);
  form->ask = mft_ask_new (parent, _ ("Request a certificate"),
                           _ ("A key is made on this computer and stays here, locked by the "
                              "passphrase. Only the request goes to your verifikator."),
                           _ ("_Make the request"), list);
  g_signal_connect_data (form->ask, "answered", G_CALLBACK (answered_cb), form,
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_window_present (GTK_WINDOW (form->ask));
  gtk_widget_grab_focus (GTK_WIDGET (form->name));
}
