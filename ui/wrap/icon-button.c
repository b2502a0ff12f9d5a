/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/icon-button.h"

#include "ui/wrap/names.h"

GtkWidget *
mft_icon_button_new (const char *icon, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  mft_names_apply (button);
  return button;
}

GtkWidget *
mft_icon_button_new_action (const char *icon, const char *words, const char *action,
                            const char *target)
{
  GtkWidget *button = mft_icon_button_new (icon, words);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}
