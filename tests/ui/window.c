/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "ui/window.h"
#include "ui/wrap/settings.h"

static MftApplication *application;

static MftWindow *
open_window (void)
{
  MftWindow *window = mft_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

static void
test_speaks_indonesian (void)
{
  MftWindow *window = open_window ();

  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Selamat datang di Mufakat");
  mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Naskah baru");
  mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Periksa tanda tangan");
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_document_over_places (void)
{
  MftWindow *window = open_window ();
  GtkWidget *page = gtk_label_new ("dokumen");

  g_assert_cmpstr (mft_window_get_place (window), ==, "agreements");
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  mft_window_push (window, page);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  mft_ui_test_spin (400);
  g_assert_null (page);
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_remembers_its_size (void)
{
  g_autoptr (GSettings) settings = mft_settings_new ();
  MftWindow *window = open_window ();
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
  mft_ui_test_spin (100);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 900);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 640);
  window = open_window ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 900);
  g_assert_cmpint (height, ==, 640);
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  mft_ui_test_init (&argc, &argv);
  application = mft_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/window/speaks-indonesian", test_speaks_indonesian);
  g_test_add_func ("/ui/window/document-over-places", test_document_over_places);
  g_test_add_func ("/ui/window/remembers-its-size", test_remembers_its_size);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
