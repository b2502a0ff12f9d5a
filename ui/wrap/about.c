/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "config.h"

void
mft_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", parent, "modal", TRUE, "application-name", "Mufakat",
                "application-icon", MFT_APPLICATION_ID, "version", MFT_VERSION, "license-type",
                GTK_LICENSE_GPL_3_0, "comments",
                _ ("Cooperation agreements from the first draft to the checked signature, on this "
                   "computer."),
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}
