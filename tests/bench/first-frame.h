/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Ends the program when the first window that is added has drawn its first frame. */
static inline void
painted_cb (GdkFrameClock *clock, GApplication *application)
{
  (void) clock;
  g_application_quit (application);
}

static inline void
realized_cb (GtkWidget *window, GApplication *application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    application);
}

static inline void
added_cb (GApplication *application, GtkWidget *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), application);
}

static inline int
run_until_first_frame (GApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), NULL);
  return g_application_run (application, 0, NULL);
}
