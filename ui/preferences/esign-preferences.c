/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/esign-preferences.h"

#include <glib/gi18n.h>

#include "remote/credential.h"
#include "ui/certificates/passphrase-dialog.h"
#include "ui/preferences/rows.h"

/* The window is its own place for toasts. */
static void
say (GtkWidget *row, const char *words)
{
  GtkRoot *window = gtk_widget_get_root (row);

  if (ADW_IS_PREFERENCES_WINDOW (window))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (words));
}

static void
password_cb (GtkWidget *row, GSettings *settings)
{
  g_autofree char *url = g_settings_get_string (settings, "esign-address");
  g_autofree char *user = g_settings_get_string (settings, "esign-account");
  g_autoptr (MftSecret) password = mft_secret_take_from (GTK_EDITABLE (row));

  if (url[0] == '\0' || user[0] == '\0')
    say (row, _ ("Write the address and the account first."));
  else if (mft_credential_keep (url, user, password, NULL))
    say (row, password != NULL ? _ ("The password is in the keyring.")
                               : _ ("The password was taken out of the keyring."));
  else
    say (row, _ ("There is no keyring here; the password is asked at each signing."));
}

static GtkWidget *
password_row (GSettings *settings)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Password of the account, into the keyring"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (password_cb), settings, 0);
  return row;
}

GtkWidget *
mft_esign_preferences_new (GSettings *settings)
{
  GtkWidget *group
      = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("BSrE Esign"), "description",
                      _ ("For officials whose key BSrE keeps. The document goes to the Esign "
                         "Client Service in your "
                         "agency's network, and comes back signed."),
                      NULL);
  GtkWidget *rows[] = {
    mft_preferences_entry_row (settings, "esign-address", _ ("Address of the service (https://…)")),
    mft_preferences_entry_row (settings, "esign-name", _ ("Your name as in the certificate")),
    mft_preferences_entry_row (settings, "esign-account", _ ("Account of the application")),
    password_row (settings),
    mft_preferences_switch_row (settings, "esign-old", _ ("Old service (version 1)"),
                                _ ("Without one-time codes")),
  };

  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      mft_preferences_switch_row (settings, "esign-on", _ ("Sign with BSrE Esign"),
                                  _ ("Offered under “Sign as”, with NIK and passphrase")));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_settings_bind (settings, "esign-on", rows[i], "sensitive", G_SETTINGS_BIND_GET);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);
    }
  return group;
}
