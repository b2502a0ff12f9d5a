/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/save-copy.h"

#include <glib/gi18n.h>

#include "review/review.h"
#include "ui/export/export-copy.h"
#include "ui/export/export-pdf.h"
#include "ui/wrap/ask.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/toasts.h"

/* One copy, from its place to the file. */
typedef struct
{
  GtkWidget *page;
  MftAgreement *agreement;
  char *path;
  GtkSwitch *for_house; /* borrowed, while it is asked */
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->page);
  g_object_unref (copy->agreement);
  g_free (copy->path);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copy) copy = data;
  g_autofree char *name = g_path_get_basename (copy->path);
  g_autoptr (GError) error = NULL;
  gboolean saved = mft_export_copy_finish (result, &error);

  (void) source;
  /* The person has left the page meanwhile. */
  if (gtk_widget_get_root (copy->page) == NULL)
    return;
  /* Translators: %s is a file's name. */
  g_autofree char *told = g_strdup_printf (_ ("The copy was saved as “%s”."), name);
  if (!saved)
    mft_tell_error (copy->page, _ ("The copy could not be saved"), error);
  else if (g_str_has_suffix (name, ".pdf") && mft_export_is_draft (copy->agreement))
    mft_toast (copy->page,
               _ ("Saved as a draft: required fields are still empty, it cannot be signed."));
  else
    mft_toast (copy->page, told);
}

/* Takes `copy` over. */
static void
save (Copy *copy, gboolean for_house)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);

  mft_export_copy_async (copy->agreement, copy->path, for_house, job, copy->page, saved_cb, copy);
}

static void
answered_cb (MftAsk *ask, gboolean accepted, gpointer data)
{
  g_autoptr (Copy) copy = data;

  (void) ask;
  if (!accepted)
    return;
  gboolean for_house = gtk_switch_get_active (copy->for_house);
  save (g_steal_pointer (&copy), for_house);
}

static GtkWidget *
audience_row_new (GtkSwitch **for_house)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("For colleagues in this office"),
                                 "subtitle", _ ("with decisions, notes and paraf"), NULL);
  GtkWidget *on = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), on);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), on);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  *for_house = GTK_SWITCH (on);
  return group;
}

/* Takes `copy` over. */
static void
ask_for_whom (Copy *copy)
{
  GtkWidget *row = audience_row_new (&copy->for_house);
  MftAsk *ask = mft_ask_new (
      GTK_WINDOW (gtk_widget_get_root (copy->page)), _ ("For whom is this copy?"),
      _ ("As it stands it may go to the other party. Decisions on changes, notes and paraf go "
         "along only for colleagues, internal comments never."),
      _ ("_Save"), row);

  g_signal_connect (ask, "answered", G_CALLBACK (answered_cb), copy);
  mft_ask_set_ready (ask, TRUE);
  gtk_window_present (GTK_WINDOW (ask));
}

static gboolean
has_house_part (MftAgreement *agreement)
{
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);

  return review != NULL && mft_review_has_house_part (review);
}

void
mft_save_copy (GtkWidget *page, MftAgreement *agreement, const char *path)
{
  Copy *copy = g_new0 (Copy, 1);
  g_autofree char *lower = g_ascii_strdown (path, -1);

  copy->page = g_object_ref (page);
  copy->agreement = g_object_ref (agreement);
  copy->path = g_strdup (path);
  if (g_str_has_suffix (lower, ".pks") && has_house_part (agreement))
    ask_for_whom (copy);
  else
    save (copy, FALSE);
}
