/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/banner.h"

#include "ui/wrap/names.h"

struct _MftBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *title;
  GtkWidget *button;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_REVEALED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftBanner, mft_banner, GTK_TYPE_WIDGET)

static void
mft_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MftBanner *self = MFT_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, mft_banner_get_title (self));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, mft_banner_get_revealed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mft_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MftBanner *self = MFT_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      mft_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      mft_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mft_banner_dispose (GObject *object)
{
  MftBanner *self = MFT_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (mft_banner_parent_class)->dispose (object);
}

static void
mft_banner_class_init (MftBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mft_banner_get_property;
  object_class->set_property = mft_banner_set_property;
  object_class->dispose = mft_banner_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_css_name (widget_class, "banner");
}

static void
mft_banner_init (MftBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "banner");
  self->title = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (box), self->title);
  self->button = gtk_button_new ();
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_box_append (GTK_BOX (box), self->button);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

GtkWidget *
mft_banner_new (const char *title)
{
  return g_object_new (MFT_TYPE_BANNER, "title", title, NULL);
}

void
mft_banner_set_title (MftBanner *self, const char *title)
{
  if (g_strcmp0 (mft_banner_get_title (self), title) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mft_banner_get_title (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
mft_banner_get_title (MftBanner *self)
{
  return gtk_label_get_text (GTK_LABEL (self->title));
}

void
mft_banner_set_revealed (MftBanner *self, gboolean revealed)
{
  if (mft_banner_get_revealed (self) == !!revealed)
    return;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

gboolean
mft_banner_get_revealed (MftBanner *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

void
mft_banner_set_button (MftBanner *self, const char *label, const char *action)
{
  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (self->button, label != NULL);
  mft_names_apply (self->button);
}
