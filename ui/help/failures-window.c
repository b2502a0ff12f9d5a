/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/help/failures-window.h"

#include <glib/gi18n.h>

#include "act/failure-log.h"
#include "act/failure.h"
#include "base/clock.h"
#include "report/sentences.h"
#include "ui/certificates/validity.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/save-bytes.h"

/* More rows nobody reads; the file has them all. */
#define ROWS_MOST 500

struct _MftFailuresWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkSearchEntry *words;
  GtkDropDown *period;
  GtkStack *stack;
  GtkListBox *list;
  AdwWindowTitle *title;

  GPtrArray *records; /* as they are shown */
};

G_DEFINE_FINAL_TYPE (MftFailuresWindow, mft_failures_window, ADW_TYPE_WINDOW)

/* The choices of the period, in days; 0: all. */
static const int periods[] = { 30, 365, 0 };

static GtkWidget *
row_new (const MftJournalRecord *record)
{
  g_autofree char *time = mft_sentence_moment (record->time);
  g_autofree char *sentence = mft_failure_sentence_of_outcome (record->outcome);
  g_autofree char *about = g_strdup_printf ("%s%s%s", time, record->signer != NULL ? " · " : "",
                                            record->signer != NULL ? record->signer : "");

  return mft_fact_row_new_with_tone (MFT_TONE_BAD, sentence, about);
}

static void
show (MftFailuresWindow *self)
{
  int days = periods[MIN (gtk_drop_down_get_selected (self->period), G_N_ELEMENTS (periods) - 1)];
  gint64 since = days > 0 ? mft_clock_now () - days * MFT_DAY_MICROSECONDS : 0;
  GtkListBoxRow *row;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = mft_failure_log (since, gtk_editable_get_text (GTK_EDITABLE (self->words)), NULL);
  guint count = self->records != NULL ? self->records->len : 0;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (count, ROWS_MOST); i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->records, i)));
  gtk_stack_set_visible_child_name (self->stack, count > 0 ? "list" : "nothing");
  g_autofree char *subtitle
      = g_strdup_printf (ngettext ("%u failed act", "%u failed acts", count), count);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "failures.export", count > 0);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftFailuresWindow *self = MFT_FAILURES_WINDOW (widget);
  char *csv = mft_failure_log_csv (self->records);
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));
  const MftSaveWords words = { _ ("Save the table"), _ ("failed acts.csv"),
                               _ ("The table is saved."), _ ("The table was not saved") };

  (void) action;
  (void) parameter;
  mft_save_bytes (widget, bytes, MFT_FILE_TABLE, &words);
}

static void
mft_failures_window_finalize (GObject *object)
{
  g_clear_pointer (&MFT_FAILURES_WINDOW (object)->records, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_failures_window_parent_class)->finalize (object);
}

static void
mft_failures_window_class_init (MftFailuresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_failures_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/help/failures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MftFailuresWindow, words);
  gtk_widget_class_bind_template_child (widget_class, MftFailuresWindow, period);
  gtk_widget_class_bind_template_child (widget_class, MftFailuresWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MftFailuresWindow, list);
  gtk_widget_class_bind_template_child (widget_class, MftFailuresWindow, title);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_install_action (widget_class, "failures.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mft_failures_window_init (MftFailuresWindow *self)
{
  const char *const names[] = { _ ("The last 30 days"), _ ("The last year"), _ ("All time"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->period, G_LIST_MODEL (list));
  g_signal_connect_swapped (self->period, "notify::selected", G_CALLBACK (show), self);
  show (self);
}

GtkWidget *
mft_failures_window_new (GtkWindow *parent)
{
  return g_object_new (MFT_TYPE_FAILURES_WINDOW, "transient-for", parent, NULL);
}
