/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/upright.h"

struct _MftUpright
{
  GtkLayoutManager parent_instance;

  GtkLayoutManager *layout;
};

G_DEFINE_FINAL_TYPE (MftUpright, mft_upright, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
mft_upright_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  (void) manager;
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mft_upright_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                     int for_size, int *minimum, int *natural, int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_layout_manager_measure (MFT_UPRIGHT (manager)->layout, widget, orientation,
                              orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum,
                              natural, minimum_baseline, natural_baseline);
}

static void
mft_upright_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                      int baseline)
{
  gtk_layout_manager_allocate (MFT_UPRIGHT (manager)->layout, widget, width, height, baseline);
}

static void
mft_upright_dispose (GObject *object)
{
  g_clear_object (&MFT_UPRIGHT (object)->layout);
  G_OBJECT_CLASS (mft_upright_parent_class)->dispose (object);
}

static void
mft_upright_class_init (MftUprightClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_upright_dispose;
  manager_class->get_request_mode = mft_upright_get_request_mode;
  manager_class->measure = mft_upright_measure;
  manager_class->allocate = mft_upright_allocate;
}

static void
mft_upright_init (MftUpright *self)
{
  self->layout = gtk_bin_layout_new ();
}

void
mft_upright_apply (GtkWidget *widget)
{
  MftUpright *upright = g_object_new (MFT_TYPE_UPRIGHT, NULL);

  g_set_object (&upright->layout, gtk_widget_get_layout_manager (widget));
  gtk_widget_set_layout_manager (widget, GTK_LAYOUT_MANAGER (upright));
}
