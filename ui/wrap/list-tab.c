/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/list-tab.h"

/* As long as the list takes no focus, the next widget in order is one beside it. */
static gboolean
leave (GtkWidget *list, GVariant *direction, gpointer data)
{
  (void) data;
  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)),
                          (GtkDirectionType) g_variant_get_int32 (direction));
  gtk_widget_set_can_focus (list, TRUE);
  return TRUE;
}

static void
add_key (GtkShortcutController *keys, GdkModifierType modifiers, GtkDirectionType direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (
      gtk_keyval_trigger_new (GDK_KEY_Tab, modifiers), gtk_callback_action_new (leave, NULL, NULL),
      "i", direction);

  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

void
mft_list_tab_install (GtkWidget *list)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), 0, GTK_DIR_TAB_FORWARD);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (list, keys);
}
