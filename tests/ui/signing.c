/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "act/journal.h"
#include "base/clock.h"
#include "base/data-folder.h"
#include "base/safe-file.h"
#include "pdf-fixture.h"
#include "store/certificate-store.h"
#include "support.h"
#include "act/signing.h"
#include "ui/document/stamp-frame.h"
#include "ui/signing/own-place.h"
#include "ui/signing/signing-page.h"

typedef struct
{
  char *folder;
  char *output;
  GtkWindow *window;
  GtkWidget *page;
} Act;

/* The certificate is looked at first. */
static gboolean
is_ready (gpointer page)
{
  return gtk_widget_is_sensitive (mft_ui_test_get (page, GTK_TYPE_BUTTON, "_Tanda tangani"));
}

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
  g_autoptr (MftIdentity) identity = mft_certificate_store_add_practice (
      NULL, "Bagas Manikmaya", "Kementerian Tata Samudra", passphrase, &error);
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
  mft_ui_test_until (is_ready, act->page);
}

static gboolean
is_gone (gpointer act)
{
  return ((Act *) act)->page == NULL;
}

/* Its jobs may hold the page for a while, which knows of `act`. */
static void
tear_down (Act *act, gconstpointer data)
{
  (void) data;
  g_clear_weak_pointer (
      &act->page); /* work that still runs may keep the page for longer than this */
  gtk_window_destroy (act->window);
  mft_ui_test_until (is_gone, act);
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
  g_assert_nonnull (mft_ui_test_find (act->page, GTK_TYPE_LABEL, "Latihan: tidak tersertifikasi"));
  gtk_widget_activate_action (act->page, "signing.copy-file", NULL);
  g_assert_true (gdk_content_formats_contain_gtype (
      gdk_clipboard_get_formats (gtk_widget_get_clipboard (act->page)), G_TYPE_FILE));
}

/* With letters of twice the size it still fits a screen of 1000 points. */
static void
test_large_text (Act *act, gconstpointer data)
{
  g_autofree char *font = NULL;
  int least;

  (void) data;
  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  mft_ui_test_spin (200);
  gtk_widget_measure (GTK_WIDGET (act->window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 1000);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, NULL);
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

static char *
read_journal (void)
{
  g_autofree char *folder = mft_data_folder (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "catatan.jsonl", NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text != NULL ? text : g_strdup ("");
}

static void
enter_passphrase (Act *act, const char *passphrase)
{
  GtkWidget *check
      = mft_ui_test_get (mft_ui_test_get (act->page, ADW_TYPE_PREFERENCES_ROW, "Pernyataan"),
                         GTK_TYPE_CHECK_BUTTON, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (mft_ui_test_get (act->page, ADW_TYPE_PASSWORD_ENTRY_ROW,
                                                        "Frasa sandi sertifikat")),
                         passphrase);
}

static gboolean
is_sensitive (Act *act, GType type, const char *text)
{
  return gtk_widget_is_sensitive (mft_ui_test_get (act->page, type, text));
}

static gboolean
told_failure (gpointer data)
{
  (void) data;
  return mft_ui_test_message ("Dokumen tidak ditandatangani") != NULL;
}

static gboolean
told_nothing (gpointer data)
{
  return !told_failure (data);
}

/* Three wrong ones in a row and there is a pause; each stands in the journal, without itself. */
static void
test_wrong_passphrase (Act *act, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < 3; i++)
    {
      enter_passphrase (act, "keliru-sekali");
      mft_ui_test_press (act->page, "_Tanda tangani");
      mft_ui_test_until (told_failure, NULL);
      gtk_window_destroy (GTK_WINDOW (mft_ui_test_message ("Dokumen tidak ditandatangani")));
      mft_ui_test_until (told_nothing, NULL);
      /* The statement is to be made anew, and comes first. */
      g_assert_true (GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (act->window))));
    }
  g_autofree char *journal = read_journal ();
  g_auto (GStrv) wrong = g_strsplit (journal, "mft-pki-error/0", -1);
  g_assert_cmpuint (g_strv_length (wrong), ==, 4);
  g_assert_null (strstr (journal, "keliru"));
  g_assert_false (is_sensitive (act, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi sertifikat"));
  enter_passphrase (act, "sandi");
  g_assert_false (is_sensitive (act, GTK_TYPE_BUTTON, "_Tanda tangani"));
}

/* Enter in the passphrase signs only when everything is there. */
static void
test_enter (Act *act, gconstpointer data)
{
  GtkWidget *check
      = mft_ui_test_get (mft_ui_test_get (act->page, ADW_TYPE_PREFERENCES_ROW, "Pernyataan"),
                         GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget *entry
      = mft_ui_test_get (act->page, ADW_TYPE_PASSWORD_ENTRY_ROW, "Frasa sandi sertifikat");

  (void) data;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_signal_emit_by_name (entry, "entry-activated");
  mft_ui_test_spin (200);
  g_assert_false (exists (act->output));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_emit_by_name (entry, "entry-activated");
  mft_ui_test_until (shows_result, act->page);
}

/* Who explained it is part of that basis, and of the journal. */
static void
test_explained (Act *act, gconstpointer data)
{
  GtkWidget *basis = mft_ui_test_get (act->page, ADW_TYPE_COMBO_ROW, "Cara mengetahui");
  GtkWidget *who = mft_ui_test_get (act->page, ADW_TYPE_ENTRY_ROW, "Nama yang menjelaskan");

  (void) data;
  g_assert_false (gtk_widget_get_visible (who));
  adw_combo_row_set_selected (ADW_COMBO_ROW (basis), MFT_BASIS_EXPLANATION);
  g_assert_true (gtk_widget_get_visible (who));
  g_assert_false (is_sensitive (act, GTK_TYPE_BUTTON, "_Tanda tangani"));
  gtk_editable_set_text (GTK_EDITABLE (who), "Wulan Hapsari Tirtanegara");
  mft_ui_test_press (act->page, "_Tanda tangani");
  mft_ui_test_until (shows_result, act->page);
  g_autofree char *journal = read_journal ();
  g_assert_nonnull (strstr (journal, "\"basis\": \"explanation\""));
  g_assert_nonnull (strstr (journal, "\"told_by\": \"Wulan Hapsari Tirtanegara\""));
  g_assert_nonnull (strstr (journal, "\"pages\": 2"));
}

static GtkWidget *
get_stamp (Act *act)
{
  return mft_ui_test_get (act->page, MFT_TYPE_STAMP_FRAME, NULL);
}

static void
move_stamp (Act *act, double dx, double dy)
{
  const MftPdfRect *from = mft_stamp_frame_get_rect (MFT_STAMP_FRAME (get_stamp (act)));
  MftPdfRect to = { from->left + dx, from->bottom + dy, from->right + dx, from->top + dy };

  g_signal_emit_by_name (get_stamp (act), "moved", &to);
}

/* Out of its field it makes a new one where it is; near a field it stands in that one. */
static void
test_moved (Act *act, gconstpointer data)
{
  GtkWidget *place = mft_ui_test_get (act->page, ADW_TYPE_COMBO_ROW, "Letak");

  (void) data;
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (place)), ==, 0);
  move_stamp (act, 3, 200);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (place)), ==, 2);
  move_stamp (act, 0, -195);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (place)), ==, 0);
  move_stamp (act, 3, 200);
  mft_ui_test_press (act->page, "_Tanda tangani");
  mft_ui_test_until (shows_result, act->page);
  g_autofree char *journal = read_journal ();
  g_assert_null (strstr (journal, "PIHAK_KESATU"));
  /* The next document of that size is proposed the same place, counted from its end. */
  g_autofree char *input = g_build_filename (act->folder, "A & B.pdf", NULL);
  g_autoptr (GPtrArray) places = mft_signing_places (input, NULL);
  MftSigningPlace next = *(MftSigningPlace *) g_ptr_array_index (places, places->len - 1);
  MftPdfRect usual = next.seen;
  next.page = 30;
  mft_own_place_recall (&next);
  g_assert_cmpfloat (ABS (next.seen.bottom - usual.bottom) + ABS (next.seen.left - usual.left), >,
                     20);
  g_assert_cmpfloat_with_epsilon (next.seen.right - next.seen.left, usual.right - usual.left, 0.01);
  next = (MftSigningPlace){ .page = 1, .seen = usual, .page_width = 100, .page_height = 100 };
  mft_own_place_recall (&next); /* of another size */
  g_assert_cmpfloat (next.seen.left, ==, usual.left);
}

/* What the certificate says, then what the person writes; it is there the next time. */
static void
test_stamp_lines (Act *act, gconstpointer data)
{
  GtkWidget *office = mft_ui_test_get (act->page, ADW_TYPE_ENTRY_ROW, "Jabatan");

  (void) data;
  gtk_editable_set_text (GTK_EDITABLE (office), "Sekretaris Jenderal");
  mft_ui_test_press (act->page, "_Tanda tangani");
  mft_ui_test_until (shows_result, act->page);
  g_autoptr (GError) error = NULL;
  GtkWidget *next = mft_signing_page_new (act->output, &error);
  g_assert_no_error (error);
  GtkWindow *window = mft_ui_test_present (next);
  office = mft_ui_test_get (next, ADW_TYPE_ENTRY_ROW, "Jabatan");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (office)), ==, "Sekretaris Jenderal");
  gtk_window_destroy (window);
}

static gboolean
tells_earlier (gpointer page)
{
  GtkWidget *step = mft_ui_test_get (page, ADW_TYPE_EXPANDER_ROW, "Dokumen dibaca");

  return strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (step)),
                 "1 tanda tangan sebelumnya, utuh")
         != NULL;
}

static void
test_earlier (Act *act, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  mft_ui_test_press (act->page, "_Tanda tangani");
  mft_ui_test_until (shows_result, act->page);
  GtkWidget *next = mft_signing_page_new (act->output, &error);
  g_assert_no_error (error);
  GtkWindow *window = mft_ui_test_present (next);
  mft_ui_test_until (tells_earlier, next);
  gtk_window_destroy (window);
}

/* A clock before what was written down already: said, and no passphrase is taken. */
static void
test_clock_wrong (Act *act, gconstpointer data)
{
  g_autofree char *input = g_build_filename (act->folder, "A & B.pdf", NULL);
  g_autoptr (GError) error = NULL;
  const MftJournalEntry entry = { .act = "sign", .outcome = "done" };

  (void) data;
  mft_clock_freeze (mft_clock_now () + G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC);
  g_assert_true (mft_journal_add (&entry, NULL));
  mft_clock_freeze (-1);
  GtkWidget *page = mft_signing_page_new (input, &error);
  g_assert_no_error (error);
  GtkWindow *window = mft_ui_test_present (page);
  GtkWidget *step = mft_ui_test_get (page, ADW_TYPE_EXPANDER_ROW, "Sertifikat");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (step)));
  g_assert_false (
      gtk_widget_is_sensitive (mft_ui_test_get (page, GTK_TYPE_BUTTON, "_Tanda tangani")));
  g_assert_nonnull (mft_ui_test_find (page, GTK_TYPE_LABEL,
                                      "Jam komputer keliru: tertinggal dari penandatanganan "
                                      "sebelumnya di komputer ini. Atur tanggal dan waktu, lalu "
                                      "buka dokumen ini lagi."));
  gtk_window_destroy (window);
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
    { "/ui/signing/large-text", test_large_text },
    { "/ui/signing/stopped", test_stopped },
    { "/ui/signing/stopped-too-late", test_stopped_too_late },
    { "/ui/signing/left", test_left },
    { "/ui/signing/wrong-passphrase", test_wrong_passphrase },
    { "/ui/signing/enter", test_enter },
    { "/ui/signing/explained", test_explained },
    { "/ui/signing/moved", test_moved },
    { "/ui/signing/stamp-lines", test_stamp_lines },
    { "/ui/signing/earlier", test_earlier },
    { "/ui/signing/clock-wrong", test_clock_wrong },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Act, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
