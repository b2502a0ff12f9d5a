/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to the other party and what comes back, through the window. */
#include "ui-support.h"

#include "docx-fixture.h"
#include "random-edits.h"
#include "support.h"

#include "act/sending.h"
#include "agreement/edit.h"
#include "base/safe-file.h"
#include "exchange/exchange.h"
#include "exchange/text/text-writer.h"
#include "pdf-fixture.h"
#include "signed-pdf.h"
#include "ui/comparison/comparison-page.h"
#include "ui/send/send.h"
#include "ui/verifying/verifying-page.h"
#include "ui/window.h"

#define RECEIVER "Biro Hukum Kota Tanjung Bahari"
#define WHATSAPP "DOC-20261121-WA0003.docx"

static MftApplication *application;

typedef struct
{
  MftWindow *window;
  MftLibrary *library;
  MftAgreement *agreement;
  char *id;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->window = mft_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->library = mft_window_get_library (fixture->window, NULL);
  fixture->agreement = mft_test_agreement ();
  fixture->id = mft_library_add (fixture->library, fixture->agreement, NULL);
  fixture->folder = mft_test_folder ();
  g_assert_nonnull (fixture->id);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_assert_true (mft_library_remove (fixture->library, fixture->id, NULL));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->agreement);
  g_free (fixture->id);
  g_free (fixture->folder);
}

static char *
path_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
send_it (Fixture *fixture)
{
  g_autofree char *path = path_of (fixture, "draf.docx");
  g_autoptr (GError) error = NULL;

  mft_send (fixture->agreement, path, TRUE, RECEIVER, fixture->library, fixture->id, NULL, &error);
  g_assert_no_error (error);
}

/* The file that comes back, with words typed where nobody tracked them. */
static GFile *
answer (Fixture *fixture)
{
  g_autofree char *path = path_of (fixture, WHATSAPP);
  g_autoptr (MftText) words
      = mft_text_new ("Paling lambat 30 (tiga puluh) hari, ", MFT_STYLE_PLAIN);
  MftBlock *root = mft_agreement_get_root (fixture->agreement);
  MftBlock *at = root;
  g_autoptr (GError) error = NULL;

  while (mft_block_get_kind (at) != MFT_BLOCK_AYAT)
    at = mft_block_next (at, root);
  g_assert_true (mft_edit_text (fixture->agreement, at, 0, 0, words, NULL));
  g_autoptr (GBytes) bytes = mft_exchange_write (fixture->agreement, path, &error);
  g_assert_no_error (error);
  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     TRUE, &error));
  return g_file_new_for_path (path);
}

static gboolean
is_answered (gpointer window)
{
  return mft_ui_test_find (window, GTK_TYPE_LABEL, "1 perubahan") != NULL;
}

static gboolean
is_compared (gpointer window)
{
  return g_str_equal (mft_window_get_place (window), "comparison");
}

static gboolean
has_editor (gpointer window)
{
  return mft_ui_test_find (window, MFT_TYPE_EDITOR_PAGE, NULL) != NULL;
}

/* A dropped file finds what it answers, whatever it is called, and leads into the comparison. */
static void
test_dropped_reply (Fixture *fixture, gconstpointer data)
{
  (void) data;
  send_it (fixture);
  g_autoptr (GFile) file = answer (fixture);
  mft_window_receive_file (fixture->window, file);
  mft_ui_test_until (is_answered, fixture->window);
  mft_ui_test_get (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Sandingkan");
  mft_ui_test_press (GTK_WIDGET (fixture->window), "_Sandingkan");
  mft_ui_test_until (is_compared, fixture->window);
  MftComparisonPage *page = MFT_COMPARISON_PAGE (
      mft_ui_test_get (GTK_WIDGET (fixture->window), MFT_TYPE_COMPARISON_PAGE, NULL));
  g_assert_cmpstr (mft_version_chooser_get_name (mft_comparison_page_get_right (page)), ==,
                   WHATSAPP);
  /* The work still reads as it was sent: changes can be taken into it. */
  g_assert_nonnull (mft_version_chooser_get_copy (mft_comparison_page_get_left (page)));
  g_assert_cmpuint (mft_comparison_page_get_position (page), !=, GTK_INVALID_LIST_POSITION);
}

/* What was never sent is opened as any other file. */
static void
test_dropped_stranger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = answer (fixture);

  (void) data;
  mft_window_receive_file (fixture->window, file);
  mft_ui_test_until (has_editor, fixture->window);
}

static gboolean
is_told (gpointer data)
{
  return mft_ui_test_message (data) != NULL;
}

static void
test_unlike_anything (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "PERJANJIAN LAIN\n\nPasal 1\nTANAMAN\n(1) Bibit ditanam bersama.\n";
  g_autofree char *path = path_of (fixture, "lain.txt");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  (void) data;
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  mft_window_open_reply (fixture->window, file);
  char *heading = (char *) "Tidak ada yang mirip dengan berkas ini di perpustakaan";
  mft_ui_test_until (is_told, heading);
  gtk_window_close (GTK_WINDOW (mft_ui_test_message (heading)));
}

static gboolean
is_verified (gpointer window)
{
  return g_str_equal (mft_window_get_place (window), "signing")
         && mft_ui_test_find (window, GTK_TYPE_LABEL, "BELUM DAPAT DIPASTIKAN") != NULL;
}

/* A signed PDF that is dropped is verified, and its text is one button away; opened for its text it
 * goes there at once. */
static void
test_signed_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  g_autoptr (GBytes) pdf = mft_test_sign_field (bytes, "PIHAK_KESATU");
  g_autofree char *path = path_of (fixture, "surat.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  (void) data;
  g_assert_true (
      mft_safe_file_save (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), TRUE, NULL));
  mft_window_receive_file (fixture->window, file);
  mft_ui_test_until (is_verified, fixture->window);
  mft_ui_test_get (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Buka teksnya…");
}

static void
test_pdf_for_its_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "draf.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  (void) data;
  mft_send (fixture->agreement, path, TRUE, RECEIVER, fixture->library, fixture->id, NULL, NULL);
  mft_window_open_file (fixture->window, file);
  mft_ui_test_until (has_editor, fixture->window);
}

/* The question says what stays at home, and asks nothing it knows. */
static void
test_asks_before_sending (Fixture *fixture, gconstpointer data)
{
  GtkWindow *ask;

  (void) data;
  send_it (fixture);
  mft_window_edit_work (fixture->window, fixture->id);
  mft_ui_test_until (has_editor, fixture->window);
  GtkWidget *page = mft_ui_test_get (GTK_WIDGET (fixture->window), MFT_TYPE_EDITOR_PAGE, NULL);
  gtk_widget_activate_action (page, "page.send", NULL);
  ask = mft_ui_test_dialog ();
  mft_ui_test_get (GTK_WIDGET (ask), GTK_TYPE_LABEL, "Kirim ke pihak lain");
  mft_ui_test_get (GTK_WIDGET (ask), GTK_TYPE_LABEL, "Yang tidak ikut terkirim");
  mft_ui_test_get (GTK_WIDGET (ask), ADW_TYPE_ACTION_ROW, RECEIVER);
  gtk_window_close (ask);
}

static gboolean
asks_for_changes (gpointer window)
{
  (void) window;
  return mft_ui_test_message ("Lacak perubahan di dalam berkas") != NULL;
}

/* A version of this name says this. */
static void
assert_suggested (MftWorkingCopy *work, const char *name, const char *words)
{
  g_autoptr (GPtrArray) versions = mft_working_copy_list_versions (work, NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const MftLibraryVersion *version = versions->pdata[i];
      g_autoptr (MftAgreement) kept = mft_working_copy_load_version (work, version->number, NULL);
      g_autofree char *text = mft_text_export (kept);
      if (g_str_equal (version->name, name))
        {
          g_assert_nonnull (strstr (text, words));
          return;
        }
    }
  g_assert_not_reached ();
}

/* Changes that somebody tracked are decided about one by one: the text without them is the work. */
static void
test_tracked_changes (Fixture *fixture, gconstpointer data)
{
  static const char body[]
      = "<w:p><w:r><w:t>Pasal 1</w:t></w:r></w:p><w:p><w:r><w:t>BIAYA</w:t></w:r></w:p>"
        "<w:p><w:r><w:t xml:space=\"preserve\">Biaya nol</w:t></w:r><w:ins "
        "w:id=\"1\" w:author=\"B\"><w:r><w:t xml:space=\"preserve\"> rupiah"
        "</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>";
  g_autoptr (GBytes) bytes = mft_docx_fixture (body, NULL);
  g_autofree char *path = path_of (fixture, "lacak.docx");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  (void) data;
  g_assert_true (mft_safe_file_save (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     TRUE, NULL));
  mft_window_open_file (fixture->window, file);
  mft_ui_test_until (asks_for_changes, fixture->window);
  adw_message_dialog_response (mft_ui_test_message ("Lacak perubahan di dalam berkas"), "each");
  mft_ui_test_until (is_compared, fixture->window);
  MftComparisonPage *page = MFT_COMPARISON_PAGE (
      mft_ui_test_get (GTK_WIDGET (fixture->window), MFT_TYPE_COMPARISON_PAGE, NULL));
  MftWorkingCopy *work = mft_version_chooser_get_copy (mft_comparison_page_get_left (page));
  g_assert_nonnull (work);
  g_autofree char *text = mft_text_export (mft_working_copy_get_agreement (work));
  g_assert_null (strstr (text, "rupiah"));
  assert_suggested (work, "Usulan dalam “lacak.docx”", "Biaya nol rupiah.");
  mft_library_remove (fixture->library, mft_working_copy_get_id (work), NULL);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/correspondence/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  application = mft_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  ADD ("dropped-reply", test_dropped_reply);
  ADD ("dropped-stranger", test_dropped_stranger);
  ADD ("unlike-anything", test_unlike_anything);
  ADD ("signed-pdf", test_signed_pdf);
  ADD ("pdf-for-its-text", test_pdf_for_its_text);
  ADD ("asks-before-sending", test_asks_before_sending);
  ADD ("tracked-changes", test_tracked_changes);
  int status = g_test_run ();
  g_object_unref (application);
  return status;
}
