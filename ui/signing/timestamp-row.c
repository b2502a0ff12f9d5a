/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/timestamp-row.h"

#include <glib/gi18n.h>

#include "act/failure.h"
#include "ui/signing/completion-wish.h"

struct _MftTimestampRow
{
  AdwActionRow parent_instance;

  GtkSwitch *toggle;
  MftJob *job;
  gboolean failed;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftTimestampRow, mft_timestamp_row, ADW_TYPE_ACTION_ROW)

static gpointer
try_func (MftJob *job, gpointer kit, GError **error)
{
  return mft_completion_kit_try (kit, job, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftTimestampRow *self = MFT_TIMESTAMP_ROW (source);
  g_autoptr (GError) error = NULL;
  gboolean reached = mft_job_run_finish (result, &error) != NULL;
  g_autofree char *why = NULL;
  g_autofree char *words = NULL;

  (void) data;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->failed = !reached;
  if (!reached)
    {
      why = mft_failure_sentence (error);
      words = g_strdup_printf (_ ("%s Or switch it off to sign without a timestamp, and complete "
                                  "the signature later."),
                               why);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               reached ? _ ("The authority answers") : words);
  if (!reached)
    gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (MftTimestampRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mft_timestamp_row_unroot (GtkWidget *widget)
{
  MftTimestampRow *self = MFT_TIMESTAMP_ROW (widget);

  if (self->job != NULL)
    mft_job_cancel (self->job);
  GTK_WIDGET_CLASS (mft_timestamp_row_parent_class)->unroot (widget);
}

static void
mft_timestamp_row_finalize (GObject *object)
{
  g_clear_object (&MFT_TIMESTAMP_ROW (object)->job);
  G_OBJECT_CLASS (mft_timestamp_row_parent_class)->finalize (object);
}

static void
mft_timestamp_row_class_init (MftTimestampRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mft_timestamp_row_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = mft_timestamp_row_unroot;
  signals[CHANGED] = g_signal_new ("changed", MFT_TYPE_TIMESTAMP_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mft_timestamp_row_init (MftTimestampRow *self)
{
  gboolean wanted = mft_settings_want_timestamp ();

  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->toggle, wanted);
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Electronic timestamp"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
  g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  if (!wanted)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("Trying to reach the authority…"));
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, try_func, mft_completion_kit_new_from_settings (),
                     (GDestroyNotify) mft_completion_kit_free, NULL, tried_cb, NULL);
}

GtkWidget *
mft_timestamp_row_new (void)
{
  return g_object_new (MFT_TYPE_TIMESTAMP_ROW, NULL);
}

gboolean
mft_timestamp_row_is_wanted (MftTimestampRow *self)
{
  return gtk_switch_get_active (self->toggle);
}

gboolean
mft_timestamp_row_is_stuck (MftTimestampRow *self)
{
  return self->failed && mft_timestamp_row_is_wanted (self);
}
