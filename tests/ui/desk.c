/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include <glib/gstdio.h>

#include "act/desk.h"
#include "act/journal.h"
#include "act/signing.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pdf-fixture.h"
#include "practice-key.h"
#include "store/certificate-store.h"
#include "support.h"
#include "ui/help/failures-window.h"
#include "ui/signing/batch-page.h"
#include "ui/signing/desk-page.h"
#include "ui/signing/desk-row.h"
#include "ui/window.h"

static MftApplication *application;

typedef struct
{
  char *folder;
  GPtrArray *items;
} Fixture;

static void
save (Fixture *fixture, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  MftDeskItem *item = g_new0 (MftDeskItem, 1);

  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     TRUE, NULL));
  item->path = g_steal_pointer (&path);
  item->title = g_strdup (name);
  item->with = g_strdup ("");
  g_ptr_array_add (fixture->items, item);
}

/* A page and no field. */
static GBytes *
plain (void)
{
  g_autoptr (MftPdfFixture) pdf = mft_pdf_fixture_new ();

  mft_pdf_fixture_object (pdf, 1, "<< /Type /Catalog /Pages 2 0 R >>");
  mft_pdf_fixture_object (pdf, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  mft_pdf_fixture_object (pdf, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
  mft_pdf_fixture_table (pdf, 4, "/Root 1 0 R /ID [<6162> <6364>]");
  return mft_pdf_fixture_bytes (pdf);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = mft_test_folder ();
  g_autoptr (MftSecret) passphrase = mft_secret_new ("sandi", 5);
  g_autoptr (GBytes) one_page = plain ();
  g_autoptr (GBytes) two_fields = mft_pdf_fixture_simple_table ();
  g_autoptr (GError) error = NULL;

  (void) data;
  mft_data_folder_set (own);
  fixture->folder = mft_test_folder ();
  fixture->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mft_desk_item_free);
  g_autoptr (MftIdentity) identity = mft_certificate_store_add_practice (
      NULL, "Bagas Manikmaya", "Kementerian Tata Samudra", passphrase, &error);
  g_assert_no_error (error);
  save (fixture, "A & B.pdf", one_page);
  save (fixture, "dua bidang.pdf", two_fields);
  save (fixture, "surat.pdf", one_page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_ptr_array_unref (fixture->items);
  g_free (fixture->folder);
}

static void
affirm (GtkWidget *page)
{
  GtkWidget *check = mft_ui_test_get (
      mft_ui_test_get (page, ADW_TYPE_PREFERENCES_ROW, "Pernyataan"), GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_editable_set_text (
      GTK_EDITABLE (mft_ui_test_get (page, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi sertifikat")),
      "sandi");
}

/* The certificate is looked at first. */
static gboolean
is_ready (gpointer page)
{
  return gtk_widget_is_sensitive (mft_ui_test_get (page, GTK_TYPE_BUTTON, "_Tanda tangani"));
}

static gboolean
is_done (gpointer page)
{
  return mft_ui_test_find (page, GTK_TYPE_LABEL, "2 dari 3 ditandatangani") != NULL;
}

static gboolean
exists (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Ditandatangani", name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/* One statement that names them all, one passphrase, a row each; what failed does not stop the rest and
 * can be tried again. */
static void
test_batch (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = mft_batch_page_new (fixture->items);
  GtkWindow *window = mft_ui_test_present (page);
  g_autoptr (MftDesk) desk = NULL;

  (void) data;
  g_assert_false (
      gtk_widget_is_sensitive (mft_ui_test_get (page, GTK_TYPE_BUTTON, "_Tanda tangani")));
  affirm (page);
  mft_ui_test_until (is_ready, page);
  mft_ui_test_press (page, "_Tanda tangani");
  mft_ui_test_until (is_done, page);
  g_assert_true (exists (fixture, "A & B.pdf"));
  g_assert_true (exists (fixture, "surat.pdf"));
  g_assert_false (exists (fixture, "dua bidang.pdf"));
  g_assert_nonnull (mft_ui_test_find (page, ADW_TYPE_ACTION_ROW, "dua bidang.pdf"));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_BUTTON, "_Tanda tangani sisanya"));
  /* What is stated the next time is about the rest alone. */
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, "1. dua bidang.pdf"));
  /* The statement was for that act alone. */
  g_assert_false (
      gtk_widget_is_sensitive (mft_ui_test_get (page, GTK_TYPE_BUTTON, "_Tanda tangani sisanya")));
  desk = mft_desk_load (NULL);
  g_assert_cmpuint (desk->files->len, ==, 2);
  gtk_window_destroy (window);
}

static gboolean
is_rest_left (gpointer page)
{
  return mft_ui_test_find (page, GTK_TYPE_LABEL, "28 dari 30 ditandatangani") != NULL;
}

static void
close_to_signatures (Fixture *fixture, const char *name)
{
  g_autoptr (MftKey) key = mft_test_key_named ("Wulan Hapsari Tirtanegara");
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *closed = g_strconcat (path, ".tutup", NULL);
  const MftSigningRequest request = { .input = path,
                                      .output = closed,
                                      .key = key,
                                      .invisible = TRUE,
                                      .certify = MFT_CERTIFY_LOCKED,
                                      .basis = MFT_BASIS_SCREEN };
  g_autoptr (MftSigningResult) result = mft_act_sign (&request, NULL, NULL);

  g_assert_nonnull (result);
  g_assert_cmpint (g_rename (closed, path), ==, 0);
}

/* Thirty at once: stating it, the passphrase, Enter. One is damaged by then, one closed to signatures. */
static void
test_thirty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = plain ();
  g_autofree char *damaged = g_build_filename (fixture->folder, "naskah 07.pdf", NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  (void) data;
  g_ptr_array_set_size (fixture->items, 0);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("naskah %02u.pdf", i);
      save (fixture, name, pdf);
      g_string_append_printf (titles, "%s%u. %s", i > 1 ? "\n" : "", i, name);
    }
  close_to_signatures (fixture, "naskah 19.pdf");
  g_assert_true (mft_safe_file_save (damaged, "%PDF-1.7\nrusak", 14, TRUE, NULL));
  GtkWidget *page = mft_batch_page_new (fixture->items);
  GtkWindow *window = mft_ui_test_present (page);
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, titles->str));
  affirm (page);
  mft_ui_test_until (is_ready, page);
  g_signal_emit_by_name (
      mft_ui_test_get (page, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi sertifikat"),
      "entry-activated");
  mft_ui_test_until (is_rest_left, page);
  g_assert_true (exists (fixture, "naskah 30.pdf"));
  g_assert_false (exists (fixture, "naskah 07.pdf"));
  g_assert_false (exists (fixture, "naskah 19.pdf"));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, "1. naskah 07.pdf\n2. naskah 19.pdf"));
  gtk_window_destroy (window);
}

static gboolean
shows_rows (gpointer page)
{
  return mft_ui_test_find (page, MFT_TYPE_DESK_ROW, NULL) != NULL;
}

static gboolean
shows_nothing (gpointer page)
{
  return !shows_rows (page);
}

static gboolean
has_focus (GtkWindow *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What lies there has a row; taking it away leaves the file. */
static void
test_desk (Fixture *fixture, gconstpointer data)
{
  MftWindow *window = mft_window_new (application);
  MftDesk desk = { .files = g_ptr_array_new () };
  const MftDeskItem *item = g_ptr_array_index (fixture->items, 1);

  (void) data;
  g_ptr_array_add (desk.files, item->path);
  g_assert_true (mft_desk_save (&desk, NULL));
  g_ptr_array_unref (desk.files);
  gtk_window_present (GTK_WINDOW (window));
  mft_window_show_place (window, "signing");
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_DESK_PAGE, NULL);
  mft_ui_test_until (shows_rows, page);
  GtkWidget *row = mft_ui_test_get (page, MFT_TYPE_DESK_ROW, NULL);
  g_assert_nonnull (mft_ui_test_find (row, GTK_TYPE_LABEL, "dua bidang.pdf"));
  g_assert_nonnull (mft_ui_test_find (row, GTK_TYPE_LABEL, "Anda penanda tangan pertama"));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, "Menunggu saya (1)"));
  /* Nothing holds the focus on its way through the window. */
  for (guint i = 0; i < 20 && !has_focus (GTK_WINDOW (window), row); i++)
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (has_focus (GTK_WINDOW (window), row));
  g_signal_emit_by_name (row, "removed");
  mft_ui_test_until (shows_nothing, page);
  g_assert_true (g_file_test (item->path, G_FILE_TEST_EXISTS));
  gtk_window_close (GTK_WINDOW (window));
}

/* Files that fall onto the desk stay there, each in a row. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  MftWindow *window = mft_window_new (application);
  const MftDeskItem *first = g_ptr_array_index (fixture->items, 0);
  const MftDeskItem *second = g_ptr_array_index (fixture->items, 1);
  g_autoptr (GFile) one = g_file_new_for_path (first->path);
  g_autoptr (GFile) two = g_file_new_for_path (second->path);
  GFile *files[] = { one, two };
  g_autoptr (GError) error = NULL;

  (void) data;
  gtk_window_present (GTK_WINDOW (window));
  mft_window_show_place (window, "signing");
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_DESK_PAGE, NULL);
  mft_ui_test_drop (page, files, G_N_ELEMENTS (files));
  mft_ui_test_until (shows_rows, page);
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, "Menunggu saya (2)"));
  g_autoptr (MftDesk) kept = mft_desk_load (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->files->len, ==, 2);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
is_gone (gpointer page)
{
  return *(gpointer *) page == NULL;
}

/* What is damaged is told, not left out; it can be taken away, or looked at and repaired. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  MftWindow *window = mft_window_new (application);
  g_autofree char *path = g_build_filename (fixture->folder, "rusak.pdf", NULL);

  (void) data;
  g_assert_true (mft_safe_file_save (path, "%PDF-1.7\nrusak", 14, TRUE, NULL));
  gtk_window_present (GTK_WINDOW (window));
  mft_window_show_place (window, "signing");
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_DESK_PAGE, NULL);
  mft_desk_page_put (MFT_DESK_PAGE (page), path);
  mft_ui_test_until (shows_rows, page);
  GtkWidget *row = mft_ui_test_get (page, MFT_TYPE_DESK_ROW, NULL);
  g_assert_nonnull (mft_ui_test_find (row, GTK_TYPE_LABEL, "rusak.pdf"));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, "Tidak dapat dibaca"));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL, "Menunggu saya (0)"));
  g_signal_emit_by_name (row, "removed");
  mft_ui_test_until (shows_nothing, page);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A look that ends after its window has nothing to show it in, and no library to ask. */
static void
test_closed_while_looking (Fixture *fixture, gconstpointer data)
{
  MftWindow *window = mft_window_new (application);
  const MftDeskItem *item = g_ptr_array_index (fixture->items, 1);

  (void) data;
  gtk_window_present (GTK_WINDOW (window));
  mft_window_show_place (window, "signing");
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_DESK_PAGE, NULL);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  mft_desk_page_put (MFT_DESK_PAGE (page), item->path);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_nonnull (page);
  mft_ui_test_until (is_gone, &page);
}

static void
press_export (gpointer window)
{
  gtk_widget_activate_action (window, "failures.export", NULL);
}

/* What failed can be found, and only that; it goes out as a table. */
static void
test_failures (Fixture *fixture, gconstpointer data)
{
  const MftJournalEntry done = { .act = "sign", .outcome = "done", .signer = "Wulan" };
  const MftJournalEntry failed
      = { .act = "sign", .outcome = "mft-pki-error/0", .signer = "Bagas <b>" };

  (void) fixture;
  (void) data;
  g_assert_true (mft_journal_add (&done, NULL));
  g_assert_true (mft_journal_add (&failed, NULL));
  GtkWidget *window = mft_failures_window_new (NULL);
  gtk_window_present (GTK_WINDOW (window));
  GtkWidget *list = mft_ui_test_get (window, GTK_TYPE_LIST_BOX, NULL);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_autofree char *path = mft_ui_test_save (press_export, window, "catatan kegagalan.csv");
  g_autofree char *table = NULL;
  g_assert_true (g_file_get_contents (path, &table, NULL, NULL));
  g_assert_nonnull (strstr (table, "Bagas <b>"));
  g_assert_null (strstr (table, "Wulan"));
  mft_ui_test_spin (50);
  mft_ui_test_get (window, GTK_TYPE_LABEL, "Tabel tersimpan.");
  GtkWidget *words = mft_ui_test_get (window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (words), "wulan");
  mft_ui_test_spin (400);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  application = mft_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add ("/ui/desk/batch", Fixture, NULL, set_up, test_batch, tear_down);
  g_test_add ("/ui/desk/thirty", Fixture, NULL, set_up, test_thirty, tear_down);
  g_test_add ("/ui/desk/desk", Fixture, NULL, set_up, test_desk, tear_down);
  g_test_add ("/ui/desk/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/ui/desk/closed-while-looking", Fixture, NULL, set_up, test_closed_while_looking,
              tear_down);
  g_test_add ("/ui/desk/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/ui/desk/failures", Fixture, NULL, set_up, test_failures, tear_down);
  return g_test_run ();
}
