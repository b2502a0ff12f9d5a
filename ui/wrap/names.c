/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/names.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkButton *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  if (gtk_button_get_icon_name (button) != NULL && tooltip != NULL)
    set_name (GTK_WIDGET (button), tooltip);
}

static void
name_entry (GtkWidget *entry)
{
  g_autofree char *placeholder = NULL;

  g_object_get (entry, "placeholder-text", &placeholder, NULL);
  if (placeholder != NULL && *placeholder != '\0')
    set_name (entry, placeholder);
}

/* The inner button gets the focus: a menu's is said by the outer one's name, a list's needs its own. */
static void
name_opener (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  GtkWidget *inner = gtk_widget_get_first_child (button);

  if (tooltip == NULL)
    return;
  set_name (button, tooltip);
  if (GTK_IS_DROP_DOWN (button) && inner != NULL)
    set_name (inner, tooltip);
}

void
mft_names_apply (GtkWidget *top)
{
  if (GTK_IS_MENU_BUTTON (top) || GTK_IS_DROP_DOWN (top))
    {
      name_opener (top);
      return;
    }
  if (GTK_IS_BUTTON (top))
    name_button (GTK_BUTTON (top));
  else if (GTK_IS_SEARCH_ENTRY (top))
    name_entry (top);
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mft_names_apply (child);
}
