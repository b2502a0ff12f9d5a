/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/signing-preferences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/wrap/settings.h"

static GtkWidget *
group_new (const char *title, const char *description)
{
  return g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, "description", description,
                       NULL);
}

static void
add (GtkWidget *group, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
switch_row (GSettings *settings, const char *key, const char *title, const char *about)
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

static GtkWidget *
entry_row (GSettings *settings, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_settings_bind (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT);
  return row;
}

GtkWidget *
mft_signing_preferences_new (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  GtkWidget *page = g_object_new (ADW_TYPE_PREFERENCES_PAGE, "title", _ ("Signing"), "icon-name",
                                  "document-edit-symbolic", NULL);
  GtkWidget *network = group_new (
      _ ("Network"), _ ("Nothing goes out of this computer unless it is switched on here. Of a "
                        "document only its fingerprint is sent, never its contents."));
  GtkWidget *office = group_new (_ ("Institution"), NULL);
  GtkWidget *address = entry_row (settings, "timestamp-address",
                                  _ ("Address of the timestamp "
                                     "authority (https://…)"));

  add (network, switch_row (settings, "timestamp-on", _ ("Electronic timestamp"),
                            _ ("Proves when a signature was made, also after its certificate "
                               "has ended")));
  g_settings_bind (settings, "timestamp-on", address, "sensitive", G_SETTINGS_BIND_GET);
  add (network, address);
  add (network, switch_row (settings, "evidence-on", _ ("Ask issuers about revocation"),
                            _ ("Refuses a revoked certificate, and keeps the proof in the "
                               "document (long-term evidence)")));
  add (office,
       entry_row (settings, "verifikator", _ ("Verifikator to be asked (name, telephone)")));
  add (office, entry_row (settings, "owner-unit", _ ("Unit that owns this application")));
  add (office, entry_row (settings, "check-address",
                          _ ("Address on the QR code, where anybody can "
                             "check")));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (network));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (office));
  return page;
}
