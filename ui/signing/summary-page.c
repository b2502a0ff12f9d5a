/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/signing/summary-page.h"

#include <glib/gi18n.h>

#include "act/summary.h"
#include "base/job.h"
#include "ui/signing/own-names.h"
#include "ui/wrap/fact-row.h"
#include "ui/wrap/label.h"

/* More of a kind than this fold away. */
#define LINES_SHOWN 6

struct _MftSummaryPage
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkStack *stack;
  GtkBox *content;

  /* Owned */
  char *path;
  MftJob *job;
  MftAgreement *agreement; /* as it is shown; kept as seen when it goes on to be signed */
};

typedef struct
{
  MftAgreement *agreement; /* NULL: none can be read */
  MftSummary *summary;
} Read;

G_DEFINE_FINAL_TYPE (MftSummaryPage, mft_summary_page, ADW_TYPE_BIN)

static void
read_free (Read *read)
{
  g_clear_object (&read->agreement);
  g_clear_pointer (&read->summary, mft_summary_free);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

static gpointer
read_func (MftJob *job, gpointer path, GError **error)
{
  Read *read = g_new0 (Read, 1);
  g_auto (GStrv) names = mft_own_names ();
  gboolean is_guess = FALSE;

  (void) job;
  (void) error;
  read->agreement = mft_summary_agreement (path, &is_guess);
  if (read->agreement == NULL)
    return read;
  read->summary = mft_summary_new (read->agreement, (const char *const *) names);
  read->summary->is_guess = is_guess;
  return read;
}

static const char *
heading (MftSummaryKind kind)
{
  switch (kind)
    {
    case MFT_SUMMARY_PARTY:
      return _ ("Parties");
    case MFT_SUMMARY_OBJECT:
      return _ ("What it is about");
    case MFT_SUMMARY_MONEY:
      return _ ("Money");
    case MFT_SUMMARY_DUTY:
      return _ ("Duties of our side");
    case MFT_SUMMARY_DEADLINE:
      return _ ("Deadlines and terms");
    case MFT_SUMMARY_CHECK:
      return _ ("Open check results");
    case MFT_SUMMARY_PARAF:
      return _ ("Paraf");
    case MFT_SUMMARY_CHANGED:
      return _ ("Changed since you signed or read it last");
    }
  return NULL;
}

/* What is said where there is no line; NULL: then the whole group is left out. */
static const char *
nothing (MftSummaryKind kind, const MftSummary *summary)
{
  switch (kind)
    {
    case MFT_SUMMARY_MONEY:
      return _ ("No sum of money is named.");
    case MFT_SUMMARY_CHECK:
      return _ ("The check found no error and no warning.");
    case MFT_SUMMARY_CHANGED:
      return summary->seen_before ? _ ("Nothing has changed.") : NULL;
    case MFT_SUMMARY_DUTY:
      return _ ("None was recognised; look at the document.");
    case MFT_SUMMARY_PARTY:
    case MFT_SUMMARY_OBJECT:
    case MFT_SUMMARY_DEADLINE:
    case MFT_SUMMARY_PARAF:
      break;
    }
  return NULL;
}

static GtkWidget *
row_new (const MftSummaryLine *line)
{
  if (line->place[0] == '\0')
    return mft_fact_row_new (line->text, NULL);
  return mft_fact_row_new (line->place, line->text);
}

static void
add_group (MftSummaryPage *self, const MftSummary *summary, MftSummaryKind kind)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", heading (kind), NULL);
  GtkWidget *more = NULL;
  guint count = 0;

  for (guint i = 0; i < summary->lines->len; i++)
    {
      const MftSummaryLine *line = g_ptr_array_index (summary->lines, i);
      if (line->kind != kind)
        continue;
      if (++count == LINES_SHOWN + 1)
        {
          more = adw_expander_row_new ();
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _ ("More"));
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), more);
        }
      if (more != NULL)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (more), row_new (line));
      else
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (line));
    }
  const char *words = nothing (kind, summary);
  if (count == 0 && words != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), mft_fact_row_new (words, NULL));
  if (count > 0 || words != NULL)
    gtk_box_append (self->content, group);
  else
    g_object_ref_sink (group), g_object_unref (group);
}

static void
show (MftSummaryPage *self, const Read *read)
{
  /* What changed and what is wrong come before what is well known. */
  static const MftSummaryKind order[MFT_SUMMARY_KIND_N]
      = { MFT_SUMMARY_CHANGED,  MFT_SUMMARY_PARTY, MFT_SUMMARY_MONEY, MFT_SUMMARY_DUTY,
          MFT_SUMMARY_DEADLINE, MFT_SUMMARY_CHECK, MFT_SUMMARY_PARAF, MFT_SUMMARY_OBJECT };

  if (read->summary == NULL)
    {
      gtk_box_append (self->content,
                      mft_label_new (_ ("No agreement can be recognised in this document; read it "
                                        "before you sign."),
                                     "body"));
      return;
    }
  gtk_box_append (self->content, mft_label_new (read->summary->title, "title-2"));
  if (read->summary->is_guess)
    gtk_box_append (
        self->content,
        mft_label_new (_ ("Recognised from the pages; what counts is the document."), "quiet"));
  for (guint i = 0; i < MFT_SUMMARY_KIND_N - 1; i++) /* what it is about is the title */
    add_group (self, read->summary, order[i]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftSummaryPage *self = MFT_SUMMARY_PAGE (source);
  g_autoptr (Read) read = mft_job_run_finish (result, NULL);

  (void) data;
  if (read == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  show (self, read);
  g_set_object (&self->agreement, read->agreement);
  gtk_stack_set_visible_child_name (self->stack, "summary");
}

static void
go_on_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftSummaryPage *self = MFT_SUMMARY_PAGE (widget);
  g_autofree char *path = g_strdup (self->path);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  (void) action;
  (void) parameter;
  if (self->agreement != NULL)
    mft_summary_note_seen (self->agreement, NULL);
  gtk_widget_activate_action (widget, "win.back", NULL);
  gtk_widget_activate_action (window, "win.sign-file", "s", path);
}

static void
mft_summary_page_unroot (GtkWidget *widget)
{
  mft_job_cancel (MFT_SUMMARY_PAGE (widget)->job);
  GTK_WIDGET_CLASS (mft_summary_page_parent_class)->unroot (widget);
}

static void
mft_summary_page_finalize (GObject *object)
{
  MftSummaryPage *self = MFT_SUMMARY_PAGE (object);

  g_clear_object (&self->job);
  g_clear_object (&self->agreement);
  g_free (self->path);
  G_OBJECT_CLASS (mft_summary_page_parent_class)->finalize (object);
}

static void
mft_summary_page_class_init (MftSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_summary_page_finalize;
  widget_class->unroot = mft_summary_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/signing/summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MftSummaryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MftSummaryPage, content);
  gtk_widget_class_install_action (widget_class, "summary.go-on", NULL, go_on_cb);
}

static void
mft_summary_page_init (MftSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
mft_summary_page_new (const char *path)
{
  MftSummaryPage *self = g_object_new (MFT_TYPE_SUMMARY_PAGE, NULL);

  self->path = g_strdup (path);
  self->job = mft_job_new (NULL);
  mft_job_run_async (self->job, self, read_func, g_strdup (path), g_free,
                     (GDestroyNotify) read_free, read_cb, NULL);
  return GTK_WIDGET (self);
}
