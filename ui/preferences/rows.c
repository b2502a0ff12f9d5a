/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/rows.h"

GtkWidget *
mft_preferences_switch_row (GSettings *settings, const char *key, const char *title,
                            const char *about)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

GtkWidget *
mft_preferences_entry_row (GSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_settings_bind (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static gboolean
to_index (GValue *value, GVariant *variant, gpointer data)
{
  (void) data;
  g_value_set_uint (value, (guint) g_variant_get_int32 (variant));
  return TRUE;
}

static GVariant *
from_index (const GValue *value, const GVariantType *type, gpointer data)
{
  (void) type;
  (void) data;
  return g_variant_new_int32 ((gint32) g_value_get_uint (value));
}

GtkWidget *
mft_preferences_choice_row (GSettings *settings, const char *key, const char *title,
                            const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, to_index,
                                from_index, NULL, NULL);
  return row;
}
