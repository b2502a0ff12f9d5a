/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yardstick: a window of libadwaita with a title bar and nothing else. */
#include <adwaita.h>

#include "first-frame.h"

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_window_present (GTK_WINDOW (window));
}

int
main (void)
{
  g_autoptr (AdwApplication) application
      = adw_application_new ("id.mufakat.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return run_until_first_frame (G_APPLICATION (application));
}
