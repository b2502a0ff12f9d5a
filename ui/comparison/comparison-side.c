/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/comparison-side.h"

#include <glib/gi18n.h>

#include "ui/editor/paper.h"
#include "ui/wrap/confirm.h"
#include "ui/wrap/file-dialog.h"

#include "base/job.h"
#include "exchange/exchange.h"

struct _MftComparisonSide
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  AdwClampScrollable *clamp;

  /* Owned */
  MftAgreement *agreement; /* NULL before a file is read */
  MftPaper *paper;         /* borrowed from the clamp */
  gboolean following;
};

static guint scrolled_signal;

G_DEFINE_FINAL_TYPE (MftComparisonSide, mft_comparison_side, ADW_TYPE_BIN)

/* --- where it stands ------------------------------------------------------------------------------ */

/* A place of the text: in which Pasal, and how far in it (0…1). */
typedef struct
{
  const char *label;
  double start, end; /* of the Pasal, in pixels */
  double fraction;
} Place;

static double
top_of (MftComparisonSide *self, MftBlock *pasal)
{
  GtkTextIter iter;
  int y, height;

  if (!mft_sync_get_iter (mft_paper_get_sync (self->paper), mft_block_get_id (pasal), 0, &iter))
    return 0;
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->paper), &iter, &y, &height);
  return y;
}

/* The stretch that begins with Pasal number `index` from 0; -1 is what stands before the first. */
static Place
stretch (MftComparisonSide *self, int index)
{
  MftBlock *body = mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY);
  MftBlock *pasal = index >= 0 ? mft_block_get_child (body, (guint) index) : NULL;
  MftBlock *next = (guint) (index + 1) < mft_block_n_children (body)
                       ? mft_block_get_child (body, (guint) (index + 1))
                       : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  return (Place){
    .label = pasal != NULL ? mft_block_get_label (pasal) : "",
    .start = pasal != NULL ? top_of (self, pasal) : 0,
    .end = next != NULL ? top_of (self, next) : gtk_adjustment_get_upper (adjustment),
  };
}

static int
n_pasal (MftComparisonSide *self)
{
  return (int) mft_block_n_children (mft_agreement_get_part (self->agreement, MFT_BLOCK_BODY));
}

static Place
place_at_top (MftComparisonSide *self)
{
  double value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
  Place place = stretch (self, -1);

  for (int i = 0; i < n_pasal (self) && value >= place.end; i++)
    place = stretch (self, i);
  place.fraction = place.end > place.start ? (value - place.start) / (place.end - place.start) : 0;
  return place;
}

const char *
mft_comparison_side_get_top (MftComparisonSide *self)
{
  return self->agreement != NULL ? place_at_top (self).label : "";
}

void
mft_comparison_side_follow (MftComparisonSide *self, MftComparisonSide *other)
{
  Place wanted;

  if (self->agreement == NULL || other->agreement == NULL)
    return;
  wanted = place_at_top (other);
  for (int i = -1; i < n_pasal (self); i++)
    {
      Place own = stretch (self, i);
      if (!g_str_equal (own.label, wanted.label))
        continue;
      self->following = TRUE;
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled),
                                own.start + wanted.fraction * (own.end - own.start));
      self->following = FALSE;
      return;
    }
}

static void
scrolled_cb (MftComparisonSide *self)
{
  if (!self->following && self->agreement != NULL)
    g_signal_emit (self, scrolled_signal, 0);
}

/* --- reading a file -------------------------------------------------------------------------------- */

static gpointer
load_func (MftJob *job, gpointer path, GError **error)
{
  (void) job;
  return mft_exchange_load (path, NULL, error);
}

/* Takes `agreement` over. */
static void
show (MftComparisonSide *self, MftAgreement *agreement, const char *name)
{
  GtkWidget *paper = g_object_new (MFT_TYPE_PAPER, "editable", FALSE, NULL);

  g_clear_object (&self->agreement);
  self->agreement = agreement;
  self->paper = MFT_PAPER (paper);
  adw_clamp_scrollable_set_child (self->clamp, paper);
  mft_paper_set_agreement (self->paper, agreement);
  gtk_label_set_text (self->name, name);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftComparisonSide *self = MFT_COMPARISON_SIDE (source);
  g_autoptr (GError) error = NULL;
  MftAgreement *agreement = mft_job_run_finish (result, &error);
  g_autofree char *name = data;
  /* Translators: %s is a file's name. */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

  if (agreement != NULL)
    show (self, agreement, name);
  else
    mft_tell_error (GTK_WIDGET (self), heading, error);
}

void
mft_comparison_side_open (MftComparisonSide *self, GFile *file)
{
  g_autoptr (MftJob) job = mft_job_new (NULL);
  char *path = g_file_get_path (file);

  if (path != NULL)
    mft_job_run_async (job, self, load_func, path, g_free, g_object_unref, loaded_cb,
                       g_file_get_basename (file));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MftComparisonSide) self = data;
  g_autoptr (GFile) file = mft_file_dialog_finish (result);

  (void) source;
  if (file != NULL)
    mft_comparison_side_open (self, file);
}

static void
choose_cb (MftComparisonSide *self)
{
  mft_file_dialog_open_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              _ ("Choose an agreement"), MFT_FILE_AGREEMENT | MFT_FILE_TEXT,
                              chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (MftComparisonSide *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL)
    mft_comparison_side_open (self, files->data);
  return files != NULL;
}

/* --- the widget ------------------------------------------------------------------------------------ */

gboolean
mft_comparison_side_has_text (MftComparisonSide *self)
{
  return self->agreement != NULL;
}

static void
mft_comparison_side_dispose (GObject *object)
{
  g_clear_object (&MFT_COMPARISON_SIDE (object)->agreement);
  G_OBJECT_CLASS (mft_comparison_side_parent_class)->dispose (object);
}

static void
mft_comparison_side_class_init (MftComparisonSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_comparison_side_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/id/mufakat/Mufakat/comparison/comparison-side.ui");
  gtk_widget_class_bind_template_child (widget_class, MftComparisonSide, name);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonSide, stack);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonSide, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MftComparisonSide, clamp);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  scrolled_signal = g_signal_new ("scrolled", MFT_TYPE_COMPARISON_SIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
mft_comparison_side_init (MftComparisonSide *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}
