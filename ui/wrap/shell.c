/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/shell.h"

#include <adwaita.h>

#include "ui/wrap/names.h"

struct _MftShell
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GPtrArray *pages;   /* borrowed, the lowest first */
  GPtrArray *leaving; /* borrowed: popped, still sliding out */
};

enum
{
  PROP_0,
  PROP_VISIBLE_PAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MftShell, mft_shell, GTK_TYPE_WIDGET)

static void
drop_leaving (MftShell *self)
{
  while (self->leaving->len > 0)
    adw_leaflet_remove (self->leaflet,
                        g_ptr_array_steal_index (self->leaving, self->leaving->len - 1));
}

static void
transition_cb (MftShell *self)
{
  if (!adw_leaflet_get_child_transition_running (self->leaflet))
    drop_leaving (self);
}

static void
mft_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VISIBLE_PAGE)
    g_value_set_object (value, mft_shell_get_visible_page (MFT_SHELL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
mft_shell_dispose (GObject *object)
{
  MftShell *self = MFT_SHELL (object);

  if (self->leaflet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->leaflet)));
    }
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  G_OBJECT_CLASS (mft_shell_parent_class)->dispose (object);
}

static void
mft_shell_class_init (MftShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mft_shell_get_property;
  object_class->dispose = mft_shell_dispose;
  properties[PROP_VISIBLE_PAGE] = g_param_spec_object ("visible-page", NULL, NULL, GTK_TYPE_WIDGET,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mft_shell_init (MftShell *self)
{
  self->pages = g_ptr_array_new ();
  self->leaving = g_ptr_array_new ();
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_unfold (self->leaflet, FALSE);
  g_signal_connect_swapped (self->leaflet, "notify::child-transition-running",
                            G_CALLBACK (transition_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
}

GtkWidget *
mft_shell_new (void)
{
  return g_object_new (MFT_TYPE_SHELL, NULL);
}

static void
show_top (MftShell *self)
{
  mft_names_apply (mft_shell_get_visible_page (self));
  adw_leaflet_set_visible_child (self->leaflet, mft_shell_get_visible_page (self));
  transition_cb (self);
  gtk_widget_child_focus (mft_shell_get_visible_page (self), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE_PAGE]);
}

void
mft_shell_push (MftShell *self, GtkWidget *page)
{
  drop_leaving (self);
  g_ptr_array_add (self->pages, page);
  adw_leaflet_append (self->leaflet, page);
  show_top (self);
}

gboolean
mft_shell_pop (MftShell *self)
{
  if (self->pages->len < 2)
    return FALSE;
  g_ptr_array_add (self->leaving, g_ptr_array_steal_index (self->pages, self->pages->len - 1));
  show_top (self);
  return TRUE;
}

GtkWidget *
mft_shell_get_visible_page (MftShell *self)
{
  g_return_val_if_fail (self->pages->len > 0, NULL);
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

guint
mft_shell_get_depth (MftShell *self)
{
  return self->pages->len;
}
