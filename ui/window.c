/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window.h"

#include "ui/start/start-page.h"
#include "ui/wrap/settings.h"
#include "ui/wrap/shell.h"

struct _MftWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  MftShell *shell;
  AdwViewStack *places;
  GtkWidget *places_page;

  /* Owned */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (MftWindow, mft_window, ADW_TYPE_APPLICATION_WINDOW)

static void
place_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  (void) action;
  mft_window_show_place (MFT_WINDOW (widget), g_variant_get_string (name, NULL));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_shell_pop (MFT_WINDOW (widget)->shell);
}

static void
visible_page_cb (MftWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back",
                                 mft_shell_get_depth (self->shell) > 1);
}

static gboolean
mft_window_close_request (GtkWindow *window)
{
  MftWindow *self = MFT_WINDOW (window);
  gboolean maximized = gtk_window_is_maximized (window);

  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized)
    {
      int width, height;
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  return GTK_WINDOW_CLASS (mft_window_parent_class)->close_request (window);
}

static void
mft_window_dispose (GObject *object)
{
  MftWindow *self = MFT_WINDOW (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (mft_window_parent_class)->dispose (object);
}

static void
mft_window_class_init (MftWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = mft_window_close_request;

  g_type_ensure (MFT_TYPE_SHELL);
  g_type_ensure (MFT_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/mufakat/Mufakat/window.ui");
  gtk_widget_class_bind_template_child (widget_class, MftWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, places);
  gtk_widget_class_bind_template_child (widget_class, MftWindow, places_page);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  gtk_widget_class_install_action (widget_class, "win.place", "s", place_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
}

static void
mft_window_init (MftWindow *self)
{
  self->settings = mft_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mft_shell_push (self->shell, self->places_page);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

MftWindow *
mft_window_new (MftApplication *application)
{
  return g_object_new (MFT_TYPE_WINDOW, "application", application, NULL);
}

void
mft_window_show_place (MftWindow *self, const char *name)
{
  while (mft_shell_pop (self->shell))
    ;
  adw_view_stack_set_visible_child_name (self->places, name);
}

const char *
mft_window_get_place (MftWindow *self)
{
  return adw_view_stack_get_visible_child_name (self->places);
}

void
mft_window_push (MftWindow *self, GtkWidget *page)
{
  mft_shell_push (self->shell, page);
}
