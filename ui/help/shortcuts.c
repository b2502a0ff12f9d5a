/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/help/shortcuts.h"

#include <adwaita.h>

#include <glib/gi18n.h>

#include "ui/wrap/names.h"

/* The keys are written as a window of GTK's, which is as wide as two of its columns and neither breaks
 * a line nor scrolls: with large letters it is wider than a screen. A list shows the same. */

static char *
dup_keys (GtkApplication *application, GtkWidget *shortcut)
{
  g_autofree char *action = NULL, *keys = NULL;

  g_object_get (shortcut, "action-name", &action, "accelerator", &keys, NULL);
  if (action == NULL || action[0] == '\0')
    return g_steal_pointer (&keys);
  g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, action);
  return g_strdup (accels[0]);
}

static GtkWidget *
new_row (GtkApplication *application, GtkWidget *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *keys = dup_keys (application, shortcut);

  g_object_get (shortcut, "title", &title, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (keys == NULL)
    return row;
  GtkWidget *label = gtk_shortcut_label_new (keys);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/* The rows of what stands below `widget`, in its order; a group begins another. */
static void
add_below (GtkWidget *widget, GtkApplication *application, AdwPreferencesPage *page,
           AdwPreferencesGroup **group)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget) && *group != NULL)
    {
      adw_preferences_group_add (*group, new_row (application, widget));
      return;
    }
  if (GTK_IS_SHORTCUTS_GROUP (widget))
    {
      g_autofree char *title = NULL;
      g_object_get (widget, "title", &title, NULL);
      *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_group_set_title (*group, title);
      adw_preferences_page_add (page, *group);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_below (child, application, page, group);
}

static const char *const sections[] = { "everywhere", "text", "finding", "view", "acts" };

static void
fill (AdwPreferencesPage *page, GtkApplication *application)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/id/mufakat/Mufakat/help/shortcuts.ui");
  GtkWidget *written = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      AdwPreferencesGroup *group = NULL;
      add_below (GTK_WIDGET (gtk_builder_get_object (builder, sections[i])), application, page,
                 &group);
    }
  gtk_window_destroy (GTK_WINDOW (written));
}

void
mft_shortcuts_present (GtkApplicationWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();

  fill (ADW_PREFERENCES_PAGE (page), gtk_window_get_application (GTK_WINDOW (parent)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keyboard shortcuts"));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (parent));
  mft_names_apply (window);
  gtk_window_present (GTK_WINDOW (window));
}
