/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/repair.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "act/repair.h"
#include "pdf/error.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

typedef struct
{
  GtkWidget *widget;
  char *input, *output;
} Wish;

static Wish *
wish_new (GtkWidget *widget, const char *input)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->input = g_strdup (input);
  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  g_free (wish->input);
  g_free (wish->output);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
sign_cb (Wish *wish)
{
  gtk_widget_activate_action (wish->widget, "win.sign-file", "s", wish->output);
}

static void
wish_closure_free (gpointer data, GClosure *closure)
{
  (void) closure;
  wish_free (data);
}

static void
show_repaired (Wish *wish, guint pages)
{
  g_autofree char *name = g_path_get_basename (wish->output);
  g_autofree char *body = g_strdup_printf (
      ngettext ("%u page was found and is in “%s”. Compare it with the damaged file before it is "
                "signed: what was lost is not there.",
                "%u pages were found and are in “%s”. Compare them with the damaged file before "
                "they are signed: what was lost is not there.",
                pages),
      pages, name);

  mft_tell_with_action (wish->widget, _ ("The file is repaired"), body, _ ("_Open for Signing"),
                        G_CALLBACK (sign_cb), wish, wish_closure_free);
}

static gpointer
repair_func (MftJob *job, gpointer data, GError **error)
{
  const Wish *wish = data;

  /* The dialog that gave the name has asked. */
  return GUINT_TO_POINTER (mft_act_repair (wish->input, wish->output, TRUE, job, error));
}

static void
repaired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  guint pages = GPOINTER_TO_UINT (mft_job_run_finish (result, &error));

  (void) source;
  if (gtk_widget_get_root (wish->widget) == NULL)
    return;
  if (pages > 0)
    show_repaired (g_steal_pointer (&wish), pages);
  else
    mft_tell_error (wish->widget, _ ("The file was not repaired"), error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (MftJob) job = mft_job_new (_ ("Repairing"));

  (void) source;
  wish->output = mft_file_dialog_finish_path (result);
  if (wish->output == NULL)
    return;
  GtkWidget *widget = wish->widget;
  Wish *work = wish_new (widget, wish->input);
  work->output = g_strdup (wish->output);
  mft_job_run_async (job, widget, repair_func, work, (GDestroyNotify) wish_free, NULL, repaired_cb,
                     g_steal_pointer (&wish));
}

void
mft_repair (GtkWidget *widget, const char *path)
{
  g_autofree char *suggested = mft_act_suggest_repaired (path);
  g_autofree char *name = g_path_get_basename (suggested);

  mft_file_dialog_save_async (GTK_WINDOW (gtk_widget_get_root (widget)),
                              _ ("Repair into a new file"), MFT_FILE_PDF, name, chosen_cb,
                              wish_new (widget, path));
}

static void
repair_cb (Wish *wish)
{
  mft_repair (wish->widget, wish->input);
}

void
mft_tell_pdf_error (GtkWidget *widget, const char *heading, const char *path, const GError *error)
{
  if (!g_error_matches (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED))
    {
      mft_tell_error (widget, heading, error);
      return;
    }
  g_autofree char *why = mft_failure_sentence (error);
  g_autofree char *body
      = g_strdup_printf ("%s\n\n%s", why,
                         _ ("No signature survives repairing: a file that carries one is not "
                            "repaired."));
  mft_tell_with_action (widget, heading, body, _ ("_Repair into a New File…"),
                        G_CALLBACK (repair_cb), wish_new (widget, path), wish_closure_free);
}
