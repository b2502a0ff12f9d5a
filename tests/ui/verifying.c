/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"
#include "files.h"

#include <glib/gstdio.h>

#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pdf-fixture.h"
#include "signed-pdf.h"
#include "store/certificate-store.h"
#include "support.h"
#include "ui/verifying/revision-page.h"
#include "ui/verifying/table-page.h"
#include "ui/verifying/verifying-page.h"
#include "ui/signing/signing-page.h"
#include "ui/window.h"
#include "ui/wrap/settings.h"

static MftApplication *application;
static char *folder;

static char *
save (const char *name, gconstpointer data, gsize size)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (mft_safe_file_save (path, data, size, TRUE, NULL));
  return path;
}

/* Two fields, the first signed; changed afterwards, in one digit of a page's size, if `changed`. */
static char *
save_signed (const char *name, gboolean changed)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) signed_once = mft_test_sign_field (bytes, "PIHAK_KESATU");
  gsize size;
  const guint8 *data = g_bytes_get_data (signed_once, &size);
  g_autofree char *copy = g_memdup2 (data, size);

  if (changed)
    *g_strstr_len (copy, (gssize) size, "595") = '4';
  return save (name, copy, size);
}

static MftWindow *
open_window (void)
{
  MftWindow *window = mft_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

typedef struct
{
  GtkWidget *top;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;

  return mft_ui_test_find (wanted->top, GTK_TYPE_LABEL, wanted->text) != NULL;
}

static GtkWidget *
wait_for (MftWindow *window, const char *text)
{
  Wanted wanted = { mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_VERIFYING_PAGE, NULL), text };

  mft_ui_test_until (is_shown, &wanted);
  return wanted.top;
}

static void
test_intact (void)
{
  MftWindow *window = open_window ();
  g_autofree char *path = save_signed ("A & <b>B.pdf", FALSE);
  GtkWidget *page;

  mft_window_verify_file (window, path);
  g_assert_cmpstr (mft_window_get_place (window), ==, "signing");
  page = wait_for (window, "BELUM DAPAT DIPASTIKAN");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "Utuh");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "Tidak tersertifikasi");
  mft_ui_test_get (page, ADW_TYPE_ACTION_ROW, "Belum ditandatangani PIHAK KEDUA");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "A & <b>B.pdf");
  gtk_window_close (GTK_WINDOW (window));
}

/* The judgement follows what the person trusts. */
static void
test_trusted_since (void)
{
  MftWindow *window = open_window ();
  g_autofree char *path = save_signed ("percaya.pdf", FALSE);

  mft_window_verify_file (window, path);
  wait_for (window, "BELUM DAPAT DIPASTIKAN");
  g_assert_true (mft_certificate_store_trust (mft_test_ca (), NULL));
  mft_window_verify_file (window, path);
  GtkWidget *page = wait_for (window, "VALID");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "Tidak tersertifikasi");
  g_assert_true (mft_certificate_store_distrust (mft_test_ca (), NULL));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_changed (void)
{
  MftWindow *window = open_window ();
  g_autofree char *path = save_signed ("berubah.pdf", TRUE);
  GtkWidget *page;

  mft_window_verify_file (window, path);
  page = wait_for (window, "TIDAK VALID");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "Berubah");
  gtk_window_close (GTK_WINDOW (window));
}

/* Several that arrive at once are checked side by side, the first is shown; one alone says itself what
 * it is. */
static void
test_many (void)
{
  MftWindow *window = open_window ();
  g_autofree char *signed_path = save_signed ("satu.pdf", FALSE);
  g_autofree char *other_path = save ("dua.pdf", "halo", 4);
  g_autoptr (GFile) signed_file = g_file_new_for_path (signed_path);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, other), signed_file);
  GtkWidget *page;

  mft_window_receive_files (window, files);
  g_assert_cmpstr (mft_window_get_place (window), ==, "signing");
  page = wait_for (window, "BELUM DAPAT DIPASTIKAN");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "satu.pdf");
  mft_ui_test_get (page, GTK_TYPE_LABEL, "dua.pdf");
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_not_a_pdf (void)
{
  MftWindow *window = open_window ();
  g_autofree char *path = save ("bukan.pdf", "halo", 4);
  g_autofree char *missing = g_build_filename (folder, "tidak-ada.pdf", NULL);

  mft_window_verify_file (window, path);
  wait_for (window, "TIDAK TERBACA");
  mft_window_verify_file (window, missing);
  wait_for (window, "Tidak dapat diperiksa");
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
has_chooser (gpointer chooser)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data) && gtk_widget_get_visible (link->data))
      *(GtkWidget **) chooser = link->data;
  return *(GtkWidget **) chooser != NULL;
}

static gboolean
is_told (gpointer heading)
{
  return mft_ui_test_message (heading) != NULL;
}

static void
answer (const char *heading, const char *response)
{
  AdwMessageDialog *message = mft_ui_test_message (heading);

  g_assert_nonnull (message);
  adw_message_dialog_response (message, response);
  gtk_window_destroy (GTK_WINDOW (message));
}

/* What is damaged can be repaired into a new file, if the person asks. */
static void
test_damaged (void)
{
  MftWindow *window = open_window ();
  g_autoptr (GBytes) sound = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) damaged = mft_test_replaced (sound, "startxref\n", "startxref\n9");
  g_autofree char *path
      = save ("rusak.pdf", g_bytes_get_data (damaged, NULL), g_bytes_get_size (damaged));
  g_autofree char *repaired = g_build_filename (folder, "rusak-diperbaiki.pdf", NULL);
  g_autoptr (GSettings) settings = mft_settings_new ();
  GtkWidget *chooser = NULL;

  g_settings_set_string (settings, "last-folder", folder);
  mft_window_sign_file (window, path);
  answer ("“rusak.pdf” tidak dapat ditandatangani", "go");
  mft_ui_test_until (has_chooser, &chooser);
  mft_ui_test_spin (300); /* it looks into its folder */
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  mft_ui_test_until (is_told, (gpointer) "Berkas sudah diperbaiki");
  answer ("Berkas sudah diperbaiki", "go");
  mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_SIGNING_PAGE, NULL);
  g_assert_true (g_file_test (repaired, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_details (void)
{
  MftWindow *window = open_window ();
  g_autofree char *path = save_signed ("rinci.pdf", FALSE);
  GtkWidget *page;

  mft_window_verify_file (window, path);
  page = wait_for (window, "BELUM DAPAT DIPASTIKAN");
  gtk_widget_activate (mft_ui_test_get (page, ADW_TYPE_ACTION_ROW, "Rincian teknis"));
  mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "ByteRange");
  mft_ui_test_get (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "REVOCATION_NOT_CHECKED");
  gtk_window_close (GTK_WINDOW (window));
}

/* What was signed is shown beside what is there now. */
static void
test_revision (void)
{
  MftWindow *window = open_window ();
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) once = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autoptr (GBytes) twice = mft_test_sign_field (once, "PIHAK_KEDUA");
  g_autofree char *path
      = save ("dua.pdf", g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
  GtkWidget *page;

  mft_window_verify_file (window, path);
  page = wait_for (window, "BELUM DAPAT DIPASTIKAN");
  mft_ui_test_press (page, "Lihat yang ditandatangani…");
  Wanted compared = { mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_REVISION_PAGE, NULL),
                      "Halaman yang tampak berbeda: 2" };
  mft_ui_test_get (compared.top, GTK_TYPE_LABEL, "Keadaan sekarang");
  mft_ui_test_get (compared.top, GTK_TYPE_LABEL, "Diizinkan: tanda tangan ditambahkan");
  mft_ui_test_until (is_shown, &compared);
  gtk_window_close (GTK_WINDOW (window));
}

/* A folder is taken in whole; the filter leaves out what is valid. */
static void
test_folder (void)
{
  MftWindow *window = open_window ();
  g_autofree char *below = g_build_filename (folder, "banyak", NULL);
  GtkWidget *page;

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_free (save_signed ("banyak/satu.pdf", FALSE));
  g_free (save_signed ("banyak/dua.pdf", TRUE));
  g_free (save ("banyak/catatan.txt", "x", 1));
  mft_window_verify_folder (window, below);
  page = wait_for (window, "satu.pdf");
  wait_for (window, "BELUM DAPAT DIPASTIKAN");
  wait_for (window, "TIDAK VALID");
  g_assert_null (mft_ui_test_find (page, GTK_TYPE_LABEL, "catatan.txt"));
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
asks_password (gpointer page)
{
  GtkWidget *button = mft_ui_test_find (page, GTK_TYPE_BUTTON, "_Ketik kata sandi…");

  return button != NULL && gtk_widget_get_visible (button);
}

static gboolean
asks_no_more (gpointer page)
{
  return !asks_password (page);
}

/* A protected file is opened with the password that the person types. */
static void
test_protected (void)
{
  MftWindow *window = open_window ();
  g_autofree char *from
      = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "encrypted", "aes-256.pdf", NULL);
  g_autoptr (GBytes) bytes = mft_file_read (from, 100000, NULL);
  g_autofree char *path
      = save ("sandi.pdf", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  mft_window_verify_file (window, path);
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_VERIFYING_PAGE, NULL);
  mft_ui_test_until (asks_password, page);
  gtk_widget_activate_action (page, "verifying.unlock", NULL);
  GtkWidget *ask = GTK_WIDGET (mft_ui_test_dialog ());
  GtkWidget *entry = mft_ui_test_get (ask, GTK_TYPE_PASSWORD_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "sandi");
  mft_ui_test_press (ask, "_Periksa");
  mft_ui_test_until (asks_no_more, page);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
has_table (gpointer window)
{
  return mft_ui_test_find (window, MFT_TYPE_TABLE_PAGE, NULL) != NULL;
}

static gboolean
has_no_table (gpointer window)
{
  return !has_table (window);
}

/* All files beside each other; the result filters, a row leads back to its report. */
static void
test_table (void)
{
  MftWindow *window = open_window ();
  g_autofree char *good = save_signed ("tabel-a.pdf", FALSE);
  g_autofree char *bad = save_signed ("tabel-b.pdf", TRUE);
  GtkWidget *page;

  mft_window_verify_file (window, bad);
  wait_for (window, "TIDAK VALID");
  mft_window_verify_file (window, good);
  page = wait_for (window, "BELUM DAPAT DIPASTIKAN");
  gtk_widget_activate_action (page, "verifying.table", NULL);
  mft_ui_test_until (has_table, window);
  GtkWidget *table = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_TABLE_PAGE, NULL);
  mft_ui_test_get (table, GTK_TYPE_LABEL, "2 dari 2 diperiksa");
  GtkWidget *view = mft_ui_test_get (table, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *shown = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 2);
  GtkWidget *results = mft_ui_test_get (table, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (results), 1 + MFT_VERDICT_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1);
  g_signal_emit_by_name (view, "activate", 0);
  mft_ui_test_until (has_no_table, window);
  wait_for (window, "TIDAK VALID");
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  mft_ui_test_init (&argc, &argv);
  folder = mft_test_folder ();
  application = mft_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/verifying/intact", test_intact);
  g_test_add_func ("/ui/verifying/trusted-since", test_trusted_since);
  g_test_add_func ("/ui/verifying/changed", test_changed);
  g_test_add_func ("/ui/verifying/many", test_many);
  g_test_add_func ("/ui/verifying/not-a-pdf", test_not_a_pdf);
  g_test_add_func ("/ui/verifying/damaged", test_damaged);
  g_test_add_func ("/ui/verifying/details", test_details);
  g_test_add_func ("/ui/verifying/revision", test_revision);
  g_test_add_func ("/ui/verifying/folder", test_folder);
  g_test_add_func ("/ui/verifying/protected", test_protected);
  g_test_add_func ("/ui/verifying/table", test_table);
  status = g_test_run ();
  g_object_unref (application);
  g_free (folder);
  return status;
}
