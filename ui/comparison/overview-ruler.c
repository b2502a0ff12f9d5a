/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/comparison/overview-ruler.h"

#include <glib/gi18n.h>

#include "ui/comparison/change-item.h"

#define WIDTH 14
#define LEAST 3.0

struct _MftOverviewRuler
{
  GtkWidget parent_instance;

  /* Owned */
  GListModel *items;
  guint hidden;
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (MftOverviewRuler, mft_overview_ruler, GTK_TYPE_WIDGET)

static const MftChange *
change_at (MftOverviewRuler *self, guint position)
{
  g_autoptr (MftChangeItem) item = g_list_model_get_item (self->items, position);

  return mft_change_item_get_change (item);
}

static void
mft_overview_ruler_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MftOverviewRuler *self = MFT_OVERVIEW_RULER (widget);
  guint n = self->items != NULL ? g_list_model_get_n_items (self->items) : 0;
  double height = gtk_widget_get_height (widget);
  double width = gtk_widget_get_width (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i < n; i++)
    {
      const MftChange *change = change_at (self, i);
      double share = change->important ? 1 : 0.5;
      if (change->class == MFT_CHANGE_SAME || mft_change_is_hidden (change, self->hidden))
        continue;
      gtk_snapshot_append_color (
          snapshot, &colour,
          &GRAPHENE_RECT_INIT ((float) (width * (1 - share)), (float) (height * i / n),
                               (float) (width * share), (float) MAX (height / n - 1, LEAST)));
    }
}

static void
mft_overview_ruler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  (void) widget;
  (void) for_size;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
pressed_cb (MftOverviewRuler *self, int n_press, double x, double y)
{
  guint n = self->items != NULL ? g_list_model_get_n_items (self->items) : 0;
  double share = y / MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);

  (void) n_press;
  (void) x;
  if (n > 0)
    g_signal_emit (self, go_signal, 0, MIN ((guint) (MAX (share, 0) * n), n - 1));
}

static void
mft_overview_ruler_dispose (GObject *object)
{
  g_clear_object (&MFT_OVERVIEW_RULER (object)->items);
  G_OBJECT_CLASS (mft_overview_ruler_parent_class)->dispose (object);
}

static void
mft_overview_ruler_class_init (MftOverviewRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_overview_ruler_dispose;
  widget_class->snapshot = mft_overview_ruler_snapshot;
  widget_class->measure = mft_overview_ruler_measure;
  gtk_widget_class_set_css_name (widget_class, "ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  go_signal = g_signal_new ("go", MFT_TYPE_OVERVIEW_RULER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
mft_overview_ruler_init (MftOverviewRuler *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where something changed"), -1);
}

void
mft_overview_ruler_show (MftOverviewRuler *self, GListModel *items, guint hidden)
{
  g_set_object (&self->items, items);
  self->hidden = hidden;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
