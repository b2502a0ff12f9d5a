/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/signing-preferences.h"

#include <glib/gi18n.h>

#include "ui/preferences/esign-preferences.h"
#include "ui/preferences/rows.h"
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

GtkWidget *
mft_signing_preferences_new (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  GtkWidget *page = g_object_new (ADW_TYPE_PREFERENCES_PAGE, "title", _ ("Signing"), "icon-name",
                                  "document-edit-symbolic", NULL);
  GtkWidget *network = group_new (
      _ ("Network"), _ ("Nothing goes out of this computer unless it is switched on here. "
                        "Timestamp and issuers get a fingerprint, never the document."));
  GtkWidget *key = group_new (_ ("Key and algorithm"), NULL);
  const char *const digests[] = { _ ("as fits the key"), "SHA-256", "SHA-384", "SHA-512", NULL };
  GtkWidget *office = group_new (_ ("Institution"), NULL);
  GtkWidget *address = mft_preferences_entry_row (settings, "timestamp-address",
                                                  _ ("Address of the timestamp "
                                                     "authority (https://…)"));

  add (network, mft_preferences_switch_row (
                    settings, "timestamp-on", _ ("Electronic timestamp"),
                    _ ("Proves when a signature was made, also after its certificate "
                       "has ended")));
  g_settings_bind (settings, "timestamp-on", address, "sensitive", G_SETTINGS_BIND_GET);
  add (network, address);
  add (network,
       mft_preferences_switch_row (settings, "evidence-on", _ ("Ask issuers about revocation"),
                                   _ ("Refuses a revoked certificate, and keeps the proof in the "
                                      "document (long-term evidence)")));
  add (key, mft_preferences_choice_row (settings, "signature-digest", _ ("Digest of signatures"),
                                        digests));
  add (key, mft_preferences_switch_row (settings, "signature-pss", _ ("RSA-PSS"),
                                        _ ("For RSA keys, where all who check can read it")));
  add (key, mft_preferences_entry_row (settings, "token-module",
                                       _ ("Driver of your token (a .so file), if it is not found "
                                          "by itself")));
  add (office, mft_preferences_entry_row (settings, "verifikator",
                                          _ ("Verifikator to be asked (name, telephone)")));
  add (office, mft_preferences_entry_row (settings, "stamp-anchors",
                                          _ ("Characters that mark the place of a signature")));
  add (office,
       mft_preferences_entry_row (settings, "owner-unit", _ ("Unit that owns this application")));
  add (office, mft_preferences_entry_row (settings, "check-address",
                                          _ ("Address on the QR code, where anybody can "
                                             "check")));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (network));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (mft_esign_preferences_new (settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (office));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (key));
  return page;
}
