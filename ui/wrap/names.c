/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/names.h"

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* "_Simpan" is said "Simpan". */
static char *
without_mnemonic (const char *label)
{
  GString *words = g_string_new (label);

  g_string_replace (words, "_", "", 1);
  return g_string_free (words, FALSE);
}

static void
name_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  const char *tooltip = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  if (label != NULL && gtk_button_get_use_underline (button))
    {
      g_autofree char *words = without_mnemonic (label);
      set_name (GTK_WIDGET (button), words);
    }
  else if (gtk_button_get_icon_name (button) != NULL && tooltip != NULL)
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

/* The menu button's inner button is what gets the focus. */
static void
name_menu_button (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  GtkWidget *inner = gtk_widget_get_first_child (button);

  if (tooltip == NULL)
    return;
  set_name (button, tooltip);
  if (inner != NULL)
    set_name (inner, tooltip);
}

void
mft_names_apply (GtkWidget *top)
{
  if (GTK_IS_MENU_BUTTON (top))
    {
      name_menu_button (top);
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
