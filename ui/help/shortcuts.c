/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/help/shortcuts.h"

/* Set as the window's own, it is told the keys of the application's actions. */
static GtkShortcutsWindow *
build (GtkApplicationWindow *parent)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/id/mufakat/Mufakat/help/shortcuts.ui");
  GtkShortcutsWindow *shortcuts
      = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_application_window_set_help_overlay (parent, shortcuts);
  return shortcuts;
}

void
mft_shortcuts_present (GtkApplicationWindow *parent)
{
  GtkShortcutsWindow *shortcuts = gtk_application_window_get_help_overlay (parent);

  gtk_window_present (GTK_WINDOW (shortcuts != NULL ? shortcuts : build (parent)));
}
