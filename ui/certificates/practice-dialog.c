/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/practice-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/job.h"
#include "store/certificate-store.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"

/* What stands in the question; borrowed from it. */
typedef struct
{
  MftAsk *ask;
  GtkEditable *name, *institution, *other_name, *other_institution, *passphrase;
} Form;

typedef struct
{
  char *name, *institution, *other_name, *other_institution;
  MftSecret *passphrase;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->name);
  g_free (work->institution);
  g_free (work->other_name);
  g_free (work->other_institution);
  mft_secret_unref (work->passphrase);
  g_free (work);
}

/* Both sides of an agreement from one authority, so that a whole agreement can be practised. */
static gpointer
make_func (MftJob *job, gpointer data, GError **error)
{
  const Work *work = data;
  g_autoptr (MftPracticeCa) ca = mft_practice_ca_new (MFT_PRACTICE_KEY_EC, 0, error);
  g_autoptr (MftIdentity) other
      = ca != NULL ? mft_certificate_store_add_practice (
            ca, work->other_name, work->other_institution, work->passphrase, error)
                   : NULL;

  (void) job;
  return other != NULL ? mft_certificate_store_add_practice (ca, work->name, work->institution,
                                                             work->passphrase, error)
                       : NULL;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer task)
{
  g_autoptr (GError) error = NULL;
  MftIdentity *identity = mft_job_run_finish (result, &error);

  if (identity == NULL)
    mft_tell_error (GTK_WIDGET (source), _ ("The practice certificates were not made"), error);
  g_task_return_pointer (task, identity, (GDestroyNotify) mft_identity_free);
  g_object_unref (task);
}

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
answered_cb (MftAsk *ask, gboolean accepted, GTask *task)
{
  Form *form = g_task_get_task_data (task);
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (MftSecret) passphrase = mft_secret_take_from (form->passphrase);
  Work *work;

  (void) ask;
  if (!accepted || passphrase == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      g_object_unref (task);
      return;
    }
  work = g_new (Work, 1);
  work->name = dup_text (form->name);
  work->institution = dup_text (form->institution);
  work->other_name = dup_text (form->other_name);
  work->other_institution = dup_text (form->other_institution);
  work->passphrase = g_steal_pointer (&passphrase);
  mft_job_run_async (job, g_task_get_source_object (task), make_func, work, work_free,
                     (GDestroyNotify) mft_identity_free, made_cb, task);
}

static gboolean
filled (GtkEditable *entry)
{
  g_autofree char *text = dup_text (entry);

  return *text != '\0';
}

static void
changed_cb (GTask *task)
{
  Form *form = g_task_get_task_data (task);

  mft_ask_set_ready (form->ask, filled (form->name) && filled (form->institution)
                                    && filled (form->other_name) && filled (form->other_institution)
                                    && filled (form->passphrase));
}

static GtkEditable *
add_row (GtkWidget *list, GType type, const char *title, GTask *task)
{
  GtkWidget *row = g_object_new (type, "title", title, "activates-default", TRUE, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), task, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (row);
}

void
mft_practice_dialog_async (GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Form *form = g_new0 (Form, 1);

  gtk_widget_add_css_class (list, "boxed-list");
  g_task_set_task_data (task, form, g_free);
  form->name = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("Name"), task);
  form->institution = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("Institution"), task);
  form->other_name = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("Name at the other party"), task);
  form->other_institution = add_row (list, ADW_TYPE_ENTRY_ROW, _ ("The other party"), task);
  form->passphrase = add_row (list, ADW_TYPE_PASSWORD_ENTRY_ROW, _ ("New passphrase"), task);
  form->ask = mft_ask_new (
      parent, _ ("Make practice certificates"),
      _ ("For exercise: one for you and one for the other party, under the same passphrase. They "
         "sign as official ones do, but are not certified and nobody trusts them. Made-up names "
         "will do."),
      _ ("_Make"), list);
  g_signal_connect (form->ask, "answered", G_CALLBACK (answered_cb), task);
  gtk_editable_set_text (form->other_name, "Bagas Manikmaya");
  gtk_editable_set_text (form->other_institution, "Pemerintah Kota Tanjung Bahari");
  gtk_window_present (GTK_WINDOW (form->ask));
  gtk_widget_grab_focus (GTK_WIDGET (form->name));
}

MftIdentity *
mft_practice_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
