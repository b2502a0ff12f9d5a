/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pdf-fixture.h"
#include "store/certificate-folder.h"
#include "support.h"
#include "ui/signing/signing-page.h"

typedef struct
{
  char *folder;
  char *output;
  GtkWindow *window;
  GtkWidget *page;
} Act;

/* Everything is there but the pressing of the button. */
static void
set_up (Act *act, gconstpointer data)
{
  g_autofree char *own = mft_test_folder ();
  g_autoptr (MftSecret) passphrase = mft_secret_new ("sandi", 5);
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GError) error = NULL;

  (void) data;
  act->folder = mft_test_folder ();
  g_autofree char *input = g_build_filename (act->folder, "A & B.pdf", NULL);
  act->output = g_build_filename (act->folder, "A & B_ttd-1.pdf", NULL);
  g_assert_true (mft_safe_file_save (input, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), TRUE, NULL));
  mft_data_folder_set (own);
  g_autoptr (MftIdentity) identity = mft_certificate_folder_add_practice (
      "Bagas Manikmaya", "Kementerian Tata Samudra", passphrase, &error);
  g_assert_no_error (error);
  act->page = mft_signing_page_new (input, &error);
  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (act->page), (gpointer *) &act->page);
  act->window = mft_ui_test_present (act->page);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (
          mft_ui_test_get (mft_ui_test_get (act->page, ADW_TYPE_PREFERENCES_ROW, "Pernyataan"),
                           GTK_TYPE_CHECK_BUTTON, NULL)),
      TRUE);
  gtk_editable_set_text (GTK_EDITABLE (mft_ui_test_get (act->page, ADW_TYPE_PASSWORD_ENTRY_ROW,
                                                        "Frasa sandi sertifikat")),
                         "sandi");
}

static void
tear_down (Act *act, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (act->window);
  g_free (act->output);
  g_free (act->folder);
}

static gboolean
shows_result (gpointer page)
{
  return mft_ui_test_find (page, GTK_TYPE_LABEL, "Hasil") != NULL;
}

static gboolean
is_idle (gpointer page)
{
  return mft_ui_test_find (page, GTK_TYPE_BUTTON, "Batal") != NULL;
}

static gboolean
is_gone (gpointer act)
{
  return ((Act *) act)->page == NULL;
}

static gboolean
exists (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_signs (Act *act, gconstpointer data)
{
  (void) data;
  mft_ui_test_press (act->page, "_Tanda tangani");
  mft_ui_test_until (shows_result, act->page);
  g_assert_true (exists (act->output));
}

static void
test_stopped (Act *act, gconstpointer data)
{
  (void) data;
  mft_ui_test_press (act->page, "_Tanda tangani");
  mft_ui_test_press (act->page, "Hentikan");
  mft_ui_test_until (is_idle, act->page);
  g_assert_false (exists (act->output));
  g_assert_false (shows_result (act->page));
}

/* The file has its name already: it is signed, whatever was pressed after that. */
static void
test_stopped_too_late (Act *act, gconstpointer data)
{
  (void) data;
  mft_ui_test_press (act->page, "_Tanda tangani");
  while (!exists (act->output))
    g_usleep (1000);
  mft_ui_test_press (act->page, "Hentikan");
  mft_ui_test_until (shows_result, act->page);
}

/* Leaving the page stops the act; the page goes, with nothing signed behind its back. */
static void
test_left (Act *act, gconstpointer data)
{
  GtkWidget *overlay = gtk_widget_get_parent (act->page);

  (void) data;
  mft_ui_test_press (act->page, "_Tanda tangani");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), NULL);
  mft_ui_test_until (is_gone, act);
  g_assert_false (exists (act->output));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Act *, gconstpointer);
  } tests[] = {
    { "/ui/signing/signs", test_signs },
    { "/ui/signing/stopped", test_stopped },
    { "/ui/signing/stopped-too-late", test_stopped_too_late },
    { "/ui/signing/left", test_left },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Act, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
