/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "support.h"

#include "ui/comparison/comparison-page.h"
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

/* A place is made when it is shown. */
static void
test_made_later (void)
{
  MftWindow *window = open_window ();

  g_assert_null (mft_ui_test_find (GTK_WIDGET (window), MFT_TYPE_COMPARISON_PAGE, NULL));
  mft_window_show_place (window, "comparison");
  g_assert_nonnull (mft_ui_test_find (GTK_WIDGET (window), MFT_TYPE_COMPARISON_PAGE, NULL));
  gtk_window_close (GTK_WINDOW (window));
}

/* With letters of twice the size the keys fit a screen of 1000 points; each line has its keys. */
static void
test_shortcuts (void)
{
  MftWindow *window = open_window ();
  g_autofree char *font = NULL;
  int least;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.shortcuts", NULL);
  GtkWidget *dialog = GTK_WIDGET (mft_ui_test_dialog ());
  gtk_test_widget_wait_for_draw (dialog);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 1000);
  GtkWidget *first = mft_ui_test_get (dialog, ADW_TYPE_PREFERENCES_GROUP, NULL);
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (first)), ==,
                   "Di mana saja");
  GtkWidget *row = mft_ui_test_get (dialog, ADW_TYPE_ACTION_ROW, "Naskah baru");
  GtkWidget *keys = mft_ui_test_get (row, GTK_TYPE_SHORTCUT_LABEL, NULL);
  g_assert_cmpstr (gtk_shortcut_label_get_accelerator (GTK_SHORTCUT_LABEL (keys)), ==,
                   "<Control>n");
  g_assert_nonnull (mft_ui_test_find (dialog, ADW_TYPE_ACTION_ROW, "Ulangi"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
  gtk_window_close (GTK_WINDOW (window));
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

static gboolean
has_editor (gpointer window)
{
  return mft_ui_test_find (window, MFT_TYPE_EDITOR_PAGE, NULL) != NULL;
}

static gboolean
is_back (gpointer window)
{
  return !has_editor (window);
}

static gboolean
has_agreement (gpointer window)
{
  return mft_ui_test_find (window, GTK_TYPE_LABEL, "Pertukaran Data") != NULL;
}

/* A text is taken in, said to be a copy, and stands in the register afterwards. */
static void
test_opens_a_text (void)
{
  static const char text[] = "PERJANJIAN KERJA SAMA\nANTARA\nKEMENTERIAN TATA SAMUDRA\nDENGAN\n"
                             "PEMERINTAH KOTA TANJUNG BAHARI\nTENTANG\nPERTUKARAN DATA\n\n"
                             "Pasal 1\nRUANG LINGKUP\n(1) Satu.\n(2) Dua.\n";
  MftWindow *window = open_window ();
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "kiriman.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  mft_window_open_file (window, file);
  mft_ui_test_until (has_editor, window);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL,
                   "Salinan kerja dari “kiriman.txt”. Berkas aslinya tidak diubah.");
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_BUTTON, "_Yang ditebak…");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  mft_ui_test_until (is_back, window);
  mft_ui_test_until (has_agreement, window);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
is_told (gpointer data)
{
  *(AdwMessageDialog **) data = mft_ui_test_message (NULL);
  return mft_ui_test_message (NULL) != NULL;
}

static void
test_tells_what_cannot_be_opened (void)
{
  MftWindow *window = open_window ();
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "rusak.pks", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwMessageDialog *dialog = NULL;

  g_assert_true (g_file_set_contents (path, "PK\003\004 bukan", -1, NULL));
  mft_window_open_file (window, file);
  mft_ui_test_until (is_told, &dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "“rusak.pks” tidak dapat dibuka");
  g_assert_false (has_editor (window));
  gtk_window_close (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_new_from_template (void)
{
  MftWindow *window = open_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new", NULL);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Pilih templat");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-from", "s", "pks-umum");
  mft_ui_test_until (has_editor, window);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Belum diisi");
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
  g_test_add_func ("/ui/window/made-later", test_made_later);
  g_test_add_func ("/ui/window/document-over-places", test_document_over_places);
  g_test_add_func ("/ui/window/remembers-its-size", test_remembers_its_size);
  g_test_add_func ("/ui/window/shortcuts", test_shortcuts);
  g_test_add_func ("/ui/window/opens-a-text", test_opens_a_text);
  g_test_add_func ("/ui/window/tells-what-cannot-be-opened", test_tells_what_cannot_be_opened);
  g_test_add_func ("/ui/window/new-from-template", test_new_from_template);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
