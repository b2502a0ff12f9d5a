/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include <openssl/pem.h>

#include "base/clock.h"
#include "base/data-folder.h"
#include "pki/practice.h"
#include "store/certificate-import.h"
#include "store/certificate-store.h"
#include "support.h"
#include "ui/certificates/certificate-row.h"
#include "ui/certificates/certificates-page.h"
#include "ui/certificates/import.h"
#include "ui/certificates/request-dialog.h"

#define NAME "Wulan & <b>Tirtanegara"

static MftSecret *passphrase;

static GtkWindow *
open_page (void)
{
  g_autofree char *folder = mft_test_folder ();

  mft_data_folder_set (folder);
  return mft_ui_test_present (mft_certificates_page_new ());
}

static MftIdentity *
add (const char *name)
{
  g_autoptr (GError) error = NULL;
  MftIdentity *identity = mft_certificate_store_add_practice (
      NULL, name, "Kementerian Tata Samudra", passphrase, &error);

  g_assert_no_error (error);
  return identity;
}

static void
reload (GtkWindow *window)
{
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_CERTIFICATES_PAGE, NULL);

  mft_certificates_page_reload (MFT_CERTIFICATES_PAGE (page), NULL);
}

static void
test_shows (void)
{
  GtkWindow *window = open_page ();
  g_autoptr (MftIdentity) identity = NULL;

  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "BSRE CA DS G1");
  g_assert_null (mft_ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, NAME));
  identity = add (NAME);
  reload (window);
  GtkWidget *label = mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, NAME);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, NAME);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Tidak tersertifikasi");
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Sertifikat Anda");
  gtk_window_destroy (window);
}

/* What the window says of it; owned by the caller. */
static char *
damage_store (void)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "sertifikat.db", NULL);

  g_assert_true (g_file_set_contents (path, "rusak, bukan basis data sama sekali", -1, NULL));
  return g_strdup_printf ("“%s” rusak dan tidak dapat dibaca. Berkas itu dibiarkan apa adanya: "
                          "kembalikan dari salinan cadangan.",
                          path);
}

/* A damaged store is told by its name, not shown as an empty one. */
static void
test_damaged_store (void)
{
  GtkWindow *window = open_page ();
  g_autofree char *said = damage_store ();

  reload (window);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, said);
  gtk_window_destroy (window);
}

static gboolean
has_identity (gpointer data)
{
  g_autoptr (GPtrArray) list = mft_certificate_store_identities (NULL, NULL);

  return list->len == GPOINTER_TO_UINT (data);
}

static void
fill (GtkWindow *dialog, GType type, const char *title, const char *text)
{
  GtkWidget *row = mft_ui_test_get (GTK_WIDGET (dialog), type, title);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_makes_practice (void)
{
  GtkWindow *window = open_page ();
  GtkWindow *dialog;
  GtkWidget *make;

  mft_ui_test_press (GTK_WIDGET (window), "_Buat Sertifikat Latihan…");
  dialog = mft_ui_test_dialog ();
  make = mft_ui_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Buat");
  fill (dialog, ADW_TYPE_ENTRY_ROW, "Nama", "Wulan Hapsari Tirtanegara");
  fill (dialog, ADW_TYPE_ENTRY_ROW, "Instansi", "Kementerian Tata Samudra");
  g_assert_false (gtk_widget_is_sensitive (make));
  fill (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi baru", "sandi");
  g_assert_true (gtk_widget_is_sensitive (make));
  g_signal_emit_by_name (make, "clicked");
  mft_ui_test_until (has_identity, GUINT_TO_POINTER (2));
  mft_ui_test_spin (50);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Wulan Hapsari Tirtanegara");
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "Bagas Manikmaya");
  gtk_window_destroy (window);
}

static MftCertificateImport *imported;
static gboolean finished;

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  (void) source;
  (void) data;
  imported = mft_import_certificates_finish (result);
  finished = TRUE;
}

/* The key as a file of its own. Owned by the caller. */
static char *
export_key (const MftIdentity *identity)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (GBytes) p12 = mft_certificate_store_export (identity, passphrase, NULL);
  char *path = g_build_filename (folder, "kunci.p12", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (p12, NULL),
                                      (gssize) g_bytes_get_size (p12), NULL));
  return path;
}

static GListStore *
list_of (const char *path)
{
  GListStore *list = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (list, file);
  return list;
}

static gboolean
has_window (const char *title)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  for (GList *link = windows; link != NULL; link = link->next)
    if (g_strcmp0 (gtk_window_get_title (link->data), title) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
asks (gpointer data)
{
  (void) data;
  return has_window ("Impor sertifikat");
}

static gboolean
asks_again (gpointer data)
{
  (void) data;
  return has_window ("Frasa sandi salah");
}

static gboolean
is_finished (gpointer data)
{
  (void) data;
  return finished;
}

/* Answers the question for the passphrase. */
static void
give (const char *words)
{
  GtkWindow *dialog = mft_ui_test_dialog ();

  fill (dialog, GTK_TYPE_PASSWORD_ENTRY, NULL, words);
  mft_ui_test_press (GTK_WIDGET (dialog), "_Impor");
}

static void
test_imports (void)
{
  GtkWindow *window = open_page ();
  g_autoptr (MftIdentity) identity = add ("Bagas Manikmaya");
  g_autofree char *path = export_key (identity);
  g_autoptr (GListStore) files = list_of (path);
  g_autofree char *folder = mft_test_folder ();

  mft_data_folder_set (folder);
  mft_import_certificates_async (window, G_LIST_MODEL (files), imported_cb, NULL);
  mft_ui_test_until (asks, NULL);
  give ("salah");
  mft_ui_test_until (asks_again, NULL);
  g_assert_true (has_identity (GUINT_TO_POINTER (0)));
  give ("sandi");
  mft_ui_test_until (is_finished, NULL);
  const MftIdentity *taken = g_ptr_array_index (imported->identities, 0);
  g_assert_true (mft_certificate_equal (taken->certificate, identity->certificate));
  g_assert_true (has_identity (GUINT_TO_POINTER (1)));
  g_clear_pointer (&imported, mft_certificate_import_free);
  gtk_window_destroy (window);
}

/* A certificate file that falls onto the page asks for its passphrase. */
static void
test_dropped (void)
{
  GtkWindow *window = open_page ();
  g_autoptr (MftIdentity) identity = add ("Bagas Manikmaya");
  g_autofree char *path = export_key (identity);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *folder = mft_test_folder ();

  mft_data_folder_set (folder);
  mft_ui_test_drop (mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_CERTIFICATES_PAGE, NULL), &file,
                    1);
  mft_ui_test_until (asks, NULL);
  give ("sandi");
  mft_ui_test_until (has_identity, GUINT_TO_POINTER (1));
  mft_ui_test_spin (100);
  gtk_window_destroy (window);
}

static void
make_request (gpointer window)
{
  mft_request_dialog_present (window);
  GtkWindow *dialog = mft_ui_test_dialog ();
  g_assert_false (gtk_widget_is_sensitive (
      mft_ui_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Buat permohonan")));
  fill (dialog, ADW_TYPE_ENTRY_ROW, "Nama", "Bagas Manikmaya");
  fill (dialog, ADW_TYPE_ENTRY_ROW, "Instansi", "Kementerian Tata Samudra");
  fill (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi baru", "sandi");
  fill (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi baru, sekali lagi", "beda");
  g_assert_false (gtk_widget_is_sensitive (
      mft_ui_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Buat permohonan")));
  fill (dialog, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi baru, sekali lagi", "sandi");
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (mft_ui_test_get (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, "Jenis kunci")),
      MFT_NEW_KEY_P256);
  mft_ui_test_press (GTK_WIDGET (dialog), "_Buat permohonan");
}

/* What an authority makes of a request, as a file. Owned by the caller. */
static char *
issue (const char *request_path)
{
  g_autofree char *folder = mft_test_folder ();
  char *path = g_build_filename (folder, "terbit.pem", NULL);
  g_autoptr (X509) certificate = X509_new ();
  EVP_PKEY *authority = EVP_EC_gen ("P-256");
  BIO *in = BIO_new_file (request_path, "rb"), *out = BIO_new_file (path, "wb");
  X509_REQ *request = PEM_read_bio_X509_REQ (in, NULL, NULL, NULL);

  g_assert_nonnull (request);
  g_assert_cmpint (X509_REQ_verify (request, X509_REQ_get0_pubkey (request)), ==, 1);
  X509_set_subject_name (certificate, X509_REQ_get_subject_name (request));
  X509_set_issuer_name (certificate, X509_REQ_get_subject_name (request));
  X509_set_pubkey (certificate, X509_REQ_get0_pubkey (request));
  X509_gmtime_adj (X509_getm_notBefore (certificate), -3600);
  X509_gmtime_adj (X509_getm_notAfter (certificate), 86400);
  g_assert_cmpint (X509_sign (certificate, authority, EVP_sha256 ()), >, 0);
  g_assert_cmpint (PEM_write_bio_X509 (out, certificate), ==, 1);
  BIO_free (in);
  BIO_free (out);
  X509_REQ_free (request);
  EVP_PKEY_free (authority);
  return path;
}

static gboolean
told_saved (gpointer window)
{
  return mft_ui_test_find (
             window, GTK_TYPE_LABEL,
             "Permohonan tersimpan. Serahkan kepada verifikator, lalu impor sertifikat "
             "yang Anda terima.")
         != NULL;
}

/* The request is a file for the verifikator; the certificate that comes back joins its key. */
static void
test_requests (void)
{
  GtkWindow *window = open_page ();
  g_autofree char *request = mft_ui_test_save (make_request, window, "permohonan sertifikat.csr");
  g_autofree char *issued = issue (request);
  g_autoptr (GListStore) files = list_of (issued);

  g_assert_true (has_identity (GUINT_TO_POINTER (0)));
  mft_ui_test_until (told_saved, window);
  finished = FALSE;
  mft_import_certificates_async (window, G_LIST_MODEL (files), imported_cb, NULL);
  mft_ui_test_until (asks, NULL);
  GtkWindow *dialog = mft_ui_test_dialog ();
  fill (dialog, GTK_TYPE_PASSWORD_ENTRY, NULL, "sandi");
  mft_ui_test_press (GTK_WIDGET (dialog), "_Impor");
  mft_ui_test_until (is_finished, NULL);
  g_assert_true (has_identity (GUINT_TO_POINTER (1)));
  const MftIdentity *taken = g_ptr_array_index (imported->identities, 0);
  g_assert_cmpstr (mft_certificate_common_name (taken->certificate), ==, "Bagas Manikmaya");
  g_clear_pointer (&imported, mft_certificate_import_free);
  gtk_window_destroy (window);
}

static gboolean
offers_again (gpointer data G_GNUC_UNUSED)
{
  return mft_ui_test_message ("Permohonan tidak tersimpan") != NULL;
}

static void
save_again (gpointer data G_GNUC_UNUSED)
{
  AdwMessageDialog *message = mft_ui_test_message ("Permohonan tidak tersimpan");

  adw_message_dialog_response (message, "go");
  gtk_window_destroy (GTK_WINDOW (message)); /* as a click does */
}

/* Who cancels the dialog of files still gets the request of the key that was made. */
static void
test_request_cancelled (void)
{
  GtkWindow *window = open_page ();

  make_request (window);
  mft_ui_test_cancel_saving ("permohonan sertifikat.csr");
  mft_ui_test_until (offers_again, NULL);
  g_autofree char *request = mft_ui_test_save (save_again, NULL, "permohonan sertifikat.csr");
  g_autofree char *issued = issue (request);
  mft_ui_test_until (told_saved, window);
  gtk_window_destroy (window);
}

static void
test_import_taken_back (void)
{
  GtkWindow *window = open_page ();
  g_autoptr (MftIdentity) identity = add ("Bagas Manikmaya");
  g_autofree char *path = export_key (identity);
  g_autoptr (GListStore) files = list_of (path);

  finished = FALSE;
  mft_import_certificates_async (window, G_LIST_MODEL (files), imported_cb, NULL);
  mft_ui_test_until (asks, NULL);
  gtk_window_close (mft_ui_test_dialog ());
  mft_ui_test_until (is_finished, NULL);
  g_assert_null (imported);
  gtk_window_destroy (window);
}

static void
test_removes_and_trusts (void)
{
  GtkWindow *window = open_page ();
  g_autoptr (MftIdentity) identity = add ("Bagas Manikmaya");
  g_autoptr (GPtrArray) trusted = NULL;

  reload (window);
  mft_ui_test_press (GTK_WIDGET (window), "Percayai Penerbitnya…");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mft_ui_test_dialog ()), "go");
  mft_ui_test_spin (50);
  trusted = mft_certificate_store_trusted (NULL, NULL);
  g_assert_cmpuint (trusted->len, ==, 1);
  mft_ui_test_get (GTK_WIDGET (window), GTK_TYPE_LABEL, "PSrE yang Anda percayai");

  reload (window);
  mft_ui_test_press (GTK_WIDGET (window), "Hapus…");
  gtk_window_close (mft_ui_test_dialog ());
  mft_ui_test_spin (50);
  g_assert_true (has_identity (GUINT_TO_POINTER (1)));
  mft_ui_test_press (GTK_WIDGET (window), "Hapus…");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mft_ui_test_dialog ()), "go");
  mft_ui_test_spin (50);
  g_assert_true (has_identity (GUINT_TO_POINTER (1)));
  adw_message_dialog_response (mft_ui_test_message ("Sungguh menghapus kunci privat?"), "go");
  mft_ui_test_spin (50);
  g_assert_true (has_identity (GUINT_TO_POINTER (0)));
  gtk_window_destroy (window);
}

static GtkWidget *
find_row (GtkWidget *top, MftCertificateRowKind kind)
{
  if (MFT_IS_CERTIFICATE_ROW (top)
      && mft_certificate_row_get_kind (MFT_CERTIFICATE_ROW (top)) == kind)
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, kind);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose_authority (GtkWindow *window)
{
  GtkWidget *row = find_row (GTK_WIDGET (window), MFT_CERTIFICATE_ROW_TRUSTED);

  g_assert_nonnull (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

#define DAY ((gint64) 24 * 3600 * G_USEC_PER_SEC)
#define ADVICE_EARLY                                                                               \
  "Sertifikat ini belum dapat dipakai sebelum tanggal itu. Periksa tanggal komputer."
#define ADVICE_LATE                                                                                \
  "Yang sudah ditandatangani dengannya tetap berlaku. Ajukan sertifikat baru melalui portal BSrE."

/* Who signs is told what to do; an authority's certificate is not the person's to renew. */
static void
test_advises (void)
{
  GtkWindow *window = open_page ();
  GtkWidget *top = GTK_WIDGET (window);
  g_autoptr (MftIdentity) identity = add ("Bagas Manikmaya");
  gint64 now = g_get_real_time ();

  g_assert_true (mft_certificate_store_trust (
      g_ptr_array_index (identity->chain, identity->chain->len - 1), NULL));
  mft_clock_freeze (now - 10 * DAY);
  reload (window);
  mft_ui_test_get (top, GTK_TYPE_LABEL, ADVICE_EARLY);
  choose_authority (window);
  g_assert_null (mft_ui_test_find (top, GTK_TYPE_LABEL, ADVICE_EARLY));
  mft_clock_freeze (now + 20 * 366 * DAY);
  reload (window);
  mft_ui_test_get (top, GTK_TYPE_LABEL, ADVICE_LATE);
  choose_authority (window);
  g_assert_null (mft_ui_test_find (top, GTK_TYPE_LABEL, ADVICE_LATE));
  mft_clock_freeze (-1);
  gtk_window_destroy (window);
}

/* What failed is the adding; nothing is said about the authority. */
static void
test_trust_that_cannot_be_kept (void)
{
  GtkWindow *window = open_page ();
  g_autoptr (MftIdentity) identity = add ("Bagas Manikmaya");

  reload (window);
  mft_ui_test_press (GTK_WIDGET (window), "Percayai Penerbitnya…");
  g_free (damage_store ());
  adw_message_dialog_response (mft_ui_test_message ("Percayai “" MFT_PRACTICE_CA_NAME "”?"), "go");
  mft_ui_test_spin (50);
  AdwMessageDialog *told = mft_ui_test_message ("PSrE belum ditambahkan");
  g_assert_nonnull (told);
  gtk_window_close (GTK_WINDOW (told));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  int status;

  mft_ui_test_init (&argc, &argv);
  passphrase = mft_secret_new ("sandi", 5);
  g_test_add_func ("/ui/certificates/shows", test_shows);
  g_test_add_func ("/ui/certificates/damaged-store", test_damaged_store);
  g_test_add_func ("/ui/certificates/makes-practice", test_makes_practice);
  g_test_add_func ("/ui/certificates/imports", test_imports);
  g_test_add_func ("/ui/certificates/dropped", test_dropped);
  g_test_add_func ("/ui/certificates/requests", test_requests);
  g_test_add_func ("/ui/certificates/requests-cancelled", test_request_cancelled);
  g_test_add_func ("/ui/certificates/import-taken-back", test_import_taken_back);
  g_test_add_func ("/ui/certificates/removes-and-trusts", test_removes_and_trusts);
  g_test_add_func ("/ui/certificates/advises", test_advises);
  g_test_add_func ("/ui/certificates/trust-that-cannot-be-kept", test_trust_that_cannot_be_kept);
  status = g_test_run ();
  mft_secret_unref (passphrase);
  return status;
}
