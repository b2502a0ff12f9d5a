/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/application.h"

#include "config.h"
#include "ui/preferences/preferences-window.h"
#include "ui/window.h"
#include "ui/wrap/about.h"

struct _MftApplication
{
  AdwApplication parent_instance;

  gboolean example;
};

G_DEFINE_FINAL_TYPE (MftApplication, mft_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.back", { "<Alt>Left" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.place::agreements", { "<Alt>1" } },
  { "win.place::comparison", { "<Alt>2" } },
  { "win.place::signing", { "<Alt>3" } },
  { "win.place::certificates", { "<Alt>4" } },
};

static MftWindow *
window (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  return active != NULL ? MFT_WINDOW (active) : mft_window_new (MFT_APPLICATION (application));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  (void) action;
  (void) parameter;
  mft_about_present (gtk_application_get_active_window (application));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  (void) action;
  (void) parameter;
  mft_preferences_window_present (gtk_application_get_active_window (application));
}

/* Every window closes as if by hand, so that what it still has to write gets written. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  (void) action;
  (void) parameter;
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
mft_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_cb },
    { .name = "preferences", .activate = preferences_cb },
    { .name = "quit", .activate = quit_cb },
  };

  G_APPLICATION_CLASS (mft_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].keys);
  gtk_window_set_default_icon_name (MFT_APPLICATION_ID);
}

static void
mft_application_activate (GApplication *application)
{
  MftApplication *self = MFT_APPLICATION (application);
  MftWindow *shown = window (application);

  gtk_window_present (GTK_WINDOW (shown));
  if (self->example)
    gtk_widget_activate_action (GTK_WIDGET (shown), "win.example", NULL);
  self->example = FALSE;
}

void
mft_application_show_example (MftApplication *self)
{
  self->example = TRUE;
}

static void
mft_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  MftWindow *shown = window (application);
  g_autoptr (GSList) list = NULL;

  (void) hint;
  gtk_window_present (GTK_WINDOW (shown));
  for (int i = n_files; i > 0; i--)
    list = g_slist_prepend (list, files[i - 1]);
  mft_window_receive_files (shown, list);
}

static void
mft_application_class_init (MftApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = mft_application_startup;
  application_class->activate = mft_application_activate;
  application_class->open = mft_application_open;
}

static void
mft_application_init (MftApplication *self)
{
  (void) self;
}

MftApplication *
mft_application_new (GApplicationFlags flags)
{
  return g_object_new (MFT_TYPE_APPLICATION, "application-id", MFT_APPLICATION_ID,
                       "resource-base-path", "/id/mufakat/Mufakat", "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, NULL);
}
