/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/later.h"

#include "ui/wrap/names.h"

struct _MftLater
{
  AdwBin parent_instance;

  GType type;
};

enum
{
  PROP_0,
  PROP_WIDGET_TYPE,
};

static guint made_signal;

G_DEFINE_FINAL_TYPE (MftLater, mft_later, ADW_TYPE_BIN)

GtkWidget *
mft_later_get (MftLater *self)
{
  GtkWidget *widget = adw_bin_get_child (ADW_BIN (self));

  if (widget != NULL)
    return widget;
  widget = g_object_new (self->type, NULL);
  adw_bin_set_child (ADW_BIN (self), widget);
  mft_names_apply (widget);
  g_signal_emit (self, made_signal, 0, widget);
  return widget;
}

static void
mft_later_map (GtkWidget *widget)
{
  mft_later_get (MFT_LATER (widget));
  GTK_WIDGET_CLASS (mft_later_parent_class)->map (widget);
}

static void
mft_later_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WIDGET_TYPE)
    MFT_LATER (object)->type = g_value_get_gtype (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_later_class_init (MftLaterClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = mft_later_set_property;
  GTK_WIDGET_CLASS (klass)->map = mft_later_map;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_WIDGET_TYPE,
      g_param_spec_gtype ("widget-type", NULL, NULL, GTK_TYPE_WIDGET,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  made_signal = g_signal_new ("made", MFT_TYPE_LATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
mft_later_init (MftLater *self)
{
  (void) self;
}
