/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/certificates/change-passphrase-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/job.h"
#include "store/certificate-import.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"

typedef struct
{
  GtkWindow *parent;
  MftAsk *ask;
  GtkEditable *old, *new, *again; /* borrowed from the question */
  MftIdentity *identity;
} Form;

typedef struct
{
  MftIdentity *identity;
  MftSecret *old, *new;
} Work;

static void
form_free (gpointer data, GClosure *closure)
{
  Form *form = data;

  (void) closure;
  mft_identity_free (form->identity);
  g_free (form);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  mft_identity_free (work->identity);
  mft_secret_unref (work->old);
  mft_secret_unref (work->new);
  g_free (work);
}

static gpointer
change_func (MftJob *job, gpointer data, GError **error)
{
  const Work *work = data;

  (void) job;
  return mft_certificate_store_change_passphrase (work->identity, work->old, work->new, error)
             ? GINT_TO_POINTER (TRUE)
             : NULL;
}

static void
changed_func_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  if (mft_job_run_finish (result, &error) != NULL)
    mft_tell (GTK_WIDGET (source), _ ("The passphrase was changed"),
              _ ("From now on the new one opens the key. The old one is forgotten; nobody can "
                 "bring it back."));
  else
    mft_tell_error (GTK_WIDGET (source), _ ("The passphrase was not changed"), error);
}

static void
answered_cb (MftAsk *ask, gboolean accepted, Form *form)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);
  g_autoptr (MftSecret) again = mft_secret_take_from (form->again);
  g_autoptr (MftSecret) old_one = mft_secret_take_from (form->old);
  g_autoptr (MftSecret) new_one = mft_secret_take_from (form->new);
  Work *work;

  (void) ask;
  if (!accepted || old_one == NULL || new_one == NULL)
    return;
  work = g_new (Work, 1);
  *work = (Work){ mft_identity_copy (form->identity), g_steal_pointer (&old_one),
                  g_steal_pointer (&new_one) };
  mft_job_run_async (job, form->parent, change_func, work, work_free, NULL, changed_func_cb, NULL);
}

static void
typed_cb (Form *form)
{
  const char *new_one = gtk_editable_get_text (form->new);

  mft_ask_set_ready (form->ask, gtk_editable_get_text (form->old)[0] != '\0' && new_one[0] != '\0'
                                    && g_str_equal (new_one, gtk_editable_get_text (form->again)));
}

static GtkEditable *
add_row (GtkWidget *list, const char *title, Form *form)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PASSWORD_ENTRY_ROW, "title", title, NULL);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (typed_cb), form);
  return GTK_EDITABLE (row);
}

void
mft_change_passphrase_dialog_present (GtkWindow *parent, const MftIdentity *identity)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  Form *form = g_new0 (Form, 1);

  gtk_widget_add_css_class (list, "boxed-list");
  form->parent = parent;
  form->identity = mft_identity_copy (identity);
  form->old = add_row (list, _ ("Present passphrase"), form);
  form->new = add_row (list, _ ("New passphrase"), form);
  form->again = add_row (list, _ ("New passphrase, once more"), form);
  form->ask
      = mft_ask_new (parent, _ ("Change the passphrase"),
                     _ ("It is known to you alone and written down nowhere."), _ ("_Change"), list);
  g_signal_connect_data (form->ask, "answered", G_CALLBACK (answered_cb), form, form_free, 0);
  gtk_window_present (GTK_WINDOW (form->ask));
  gtk_widget_grab_focus (GTK_WIDGET (form->old));
}
