/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that come in through the window: several at once, broken and hostile ones, and what was guessed. */
#include "docx-fixture.h"
#include "support.h"
#include "ui-support.h"

#include "base/safe-file.h"
#include "ui/editor/editor-page.h"
#include "ui/editor/paper.h"
#include "ui/window.h"
#include "ui/wrap/shell.h"

#define P(words) "<w:p><w:r><w:t xml:space=\"preserve\">" words "</w:t></w:r></w:p>"
#define LINES_MOST 12

#define EMPTY "Berkas tidak berisi kata apa pun."
#define DAMAGED "Berkas rusak atau jenisnya lain."
#define BOMB                                                                                       \
  "Berkas lebih besar atau lebih dalam daripada dokumen yang wajar sehingga ditolak demi "         \
  "keamanan."
#define UNSAFE "Berkas memuat sesuatu yang tidak pernah diterima sehingga ditolak demi keamanan."

/* A text without much in it, and what else it says. */
static const char *const lines[] = { "PERJANJIAN KERJA SAMA",
                                     "ANTARA",
                                     "KEMENTERIAN TATA SAMUDRA",
                                     "DENGAN",
                                     "PEMERINTAH KOTA TANJUNG BAHARI",
                                     "TENTANG",
                                     "PERTUKARAN DATA",
                                     "Pasal 1",
                                     "RUANG LINGKUP",
                                     "(1) Satu.",
                                     "(2) Dua.",
                                     "Pasal 2",
                                     "BIAYA",
                                     "Biaya nol." };

static MftApplication *application;
static char *folder;

static MftWindow *
open_window (void)
{
  MftWindow *window = mft_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static char *
dup_body (const char *more)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (body, P ("%s"), lines[i]);
  return g_strconcat (body->str, more, NULL);
}

/* Takes `bytes`. */
static GFile *
save (const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_assert_true (mft_safe_file_save (path, data, size, TRUE, NULL));
  g_bytes_unref (bytes);
  return g_file_new_for_path (path);
}

/* --- several files --------------------------------------------------------------------------------- */

typedef struct
{
  MftWindow *window;
  guint pages;
  guint messages;
} Awaited;

/* The windows that say what was guessed. Owned by the caller. */
static GPtrArray *
find_guesses (void)
{
  GListModel *all = gtk_window_get_toplevels ();
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);
      if (g_strcmp0 (gtk_window_get_title (window), "Yang ditebak program") == 0)
        g_ptr_array_add (found, window);
    }
  return found;
}

static guint
count_guesses (void)
{
  g_autoptr (GPtrArray) found = find_guesses ();

  return found->len;
}

/* On a busy machine that is told of any file. */
static gboolean
is_still_reading (GtkWindow *dialog)
{
  return adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "stop");
}

static gboolean
has_come (gpointer data)
{
  const Awaited *awaited = data;
  MftShell *shell
      = MFT_SHELL (mft_ui_test_get (GTK_WIDGET (awaited->window), MFT_TYPE_SHELL, NULL));
  GListModel *all = gtk_window_get_toplevels ();
  guint messages = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);
      messages += ADW_IS_MESSAGE_DIALOG (window) && !is_still_reading (window);
    }
  return mft_shell_get_depth (shell) == awaited->pages && messages == awaited->messages;
}

static gboolean
has_one (gpointer data)
{
  (void) data;
  return count_guesses () == 1;
}

/* Each becomes a page over the one before; what cannot be read is told by its name and hinders none. */
static void
test_several (void)
{
  g_autofree char *one = dup_body ("");
  g_autofree char *two = dup_body (P ("Tambahan."));
  g_autofree char *three = dup_body (P ("Lagi."));
  g_autoptr (GFile) first = save ("satu.docx", mft_docx_fixture (one, NULL));
  g_autoptr (GFile) broken = save ("rusak.docx", g_bytes_new ("PK\003\004 bukan zip", 15));
  g_autoptr (GFile) second = save ("dua.docx", mft_docx_fixture (two, NULL));
  g_autoptr (GFile) third = save ("tiga.docx", mft_docx_fixture (three, NULL));
  GFile *files[] = { first, broken, second, third };
  MftWindow *window = open_window ();
  Awaited awaited = { window, 4, 1 };

  mft_ui_test_drop (GTK_WIDGET (window), files, G_N_ELEMENTS (files));
  mft_ui_test_until (has_come, &awaited);
  g_assert_nonnull (mft_ui_test_message ("“rusak.docx” tidak dapat dibuka"));
  gtk_window_close (GTK_WINDOW (mft_ui_test_message (NULL)));
  /* What was guessed is shown for the page that is seen. */
  mft_ui_test_until (has_one, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- what takes long ------------------------------------------------------------------------------ */

static GFile *
save_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 7; i++)
    g_string_append_printf (text, "%s\n", lines[i]);
  for (guint pasal = 1; pasal <= 1200; pasal++)
    {
      g_string_append_printf (text, "Pasal %u\nBIAYA\n", pasal);
      for (guint ayat = 1; ayat <= 10; ayat++)
        g_string_append_printf (
            text, "(%u) Biaya dibebankan kepada PARA PIHAK menurut Pasal %u ayat (1).\n", ayat,
            pasal);
    }
  return save ("besar.txt", g_string_free_to_bytes (text));
}

static gboolean
is_told (gpointer data)
{
  *(AdwMessageDialog **) data = mft_ui_test_message ("Membaca “besar.txt”…");
  return *(AdwMessageDialog **) data != NULL;
}

/* It is told, and may be stopped: then nothing comes of it. */
static void
test_slow (void)
{
  g_autoptr (GFile) file = save_long_text ();
  MftWindow *window = open_window ();
  Awaited awaited = { window, 2, 0 };
  AdwMessageDialog *told;

  mft_ui_test_drop (GTK_WIDGET (window), &file, 1);
  mft_ui_test_until (is_told, &told);
  adw_message_dialog_response (told, "stop");
  gtk_window_destroy (GTK_WINDOW (told));
  mft_ui_test_drop (GTK_WIDGET (window), &file, 1);
  mft_ui_test_until (has_come, &awaited);
  mft_ui_test_until (has_one, NULL);
  g_assert_true (has_come (&awaited));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- what cannot come in --------------------------------------------------------------------------- */

#define RELATIONS                                                                                  \
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"         \
  "<Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"           \
  "relationships/officeDocument\" Target=\"d.xml\"/></Relationships>"

static GBytes *
make_hostile (const char *document)
{
  return mft_zip_fixture ("[Content_Types].xml", "<Types/>", "_rels/.rels", RELATIONS, "d.xml",
                          document, NULL);
}

/* Takes `bytes`. One sentence with the file's name over it; nothing else happens. */
static void
assert_told (MftWindow *window, GBytes *bytes, const char *why)
{
  g_autoptr (GFile) file = save ("kiriman.docx", bytes);
  Awaited awaited = { window, 1, 1 };

  mft_ui_test_drop (GTK_WIDGET (window), &file, 1);
  mft_ui_test_until (has_come, &awaited);
  AdwMessageDialog *message = mft_ui_test_message ("“kiriman.docx” tidak dapat dibuka");
  g_assert_nonnull (message);
  g_assert_cmpstr (adw_message_dialog_get_body (message), ==, why);
  gtk_window_close (GTK_WINDOW (message));
  mft_ui_test_spin (50);
}

static void
test_hostile (void)
{
  MftWindow *window = open_window ();
  g_autofree char *many = g_strnfill (8 * 1024 * 1024, 'a');
  g_autofree char *bomb = g_strdup_printf (P ("%s"), many);

  assert_told (window, g_bytes_new_static ("", 0), EMPTY);
  assert_told (window, mft_docx_fixture ("", NULL), EMPTY);
  assert_told (window, g_bytes_new_static ("PK\003\004\001\002", 6), DAMAGED);
  assert_told (window, mft_docx_fixture (bomb, NULL), BOMB);
  assert_told (window,
               make_hostile ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
               UNSAFE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- what was guessed -------------------------------------------------------------------------------- */

static gboolean
has_editor (gpointer window)
{
  return mft_ui_test_find (window, MFT_TYPE_EDITOR_PAGE, NULL) != NULL && count_guesses () == 1;
}

static void
collect (GtkWidget *parent, GPtrArray *rows)
{
  for (GtkWidget *at = gtk_widget_get_first_child (parent); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    {
      if (ADW_IS_ACTION_ROW (at))
        g_ptr_array_add (rows, at);
      collect (at, rows);
    }
}

/* Away from where it leads, the cursor comes back there. */
static void
assert_leads (MftSync *sync, const char *away, GtkWidget *row)
{
  g_assert_true (mft_sync_go_to (sync, away, 0));
  g_signal_emit_by_name (row, "activated");
  g_assert_cmpstr (mft_sync_get_current (sync), !=, away);
}

/* At most twelve lines, and one that is chosen leads to its place in the text. */
static void
test_guesses (void)
{
  g_autofree char *body = dup_body (
      P ("• butir") "<w:p><w:commentRangeStart w:id=\"4\"/><w:r><w:rPr><w:vanish/></w:rPr>"
                    "<w:t>Denda.</w:t></w:r></w:p>" P ("(3) Tiga, lihat Pasal 99.") P ("Pasal 4")
                        P ("Kata Penutup") P ("Surel : a@b.example") P ("Demikian dibuat."));
  g_autoptr (GFile) file
      = save ("tebakan.docx",
              mft_docx_fixture (
                  body, "header1", P ("Dinas") P ("Alamat"), "comments",
                  "<w:comment w:id=\"4\" w:author=\"B\">" P ("Tambah?") "</w:comment>", NULL));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  MftWindow *window = open_window ();
  GtkWindow *guesses;

  mft_window_open_file (window, file);
  mft_ui_test_until (has_editor, window);
  g_autoptr (GPtrArray) found = find_guesses ();
  guesses = found->pdata[0];
  collect (GTK_WIDGET (guesses), rows);
  g_assert_cmpuint (rows->len, >, 5);
  g_assert_cmpuint (rows->len, <=, LINES_MOST);
  MftPaper *paper = MFT_PAPER (mft_ui_test_get (GTK_WIDGET (window), MFT_TYPE_PAPER, NULL));
  MftSync *sync = mft_paper_get_sync (paper);
  /* No guess is about the last line. */
  GtkTextView *view
      = GTK_TEXT_VIEW (mft_ui_test_get (GTK_WIDGET (paper), GTK_TYPE_TEXT_VIEW, NULL));
  GtkTextIter end;
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &end);
  g_autofree char *away = g_strdup (mft_sync_get_current (sync));
  for (guint i = 0; i < rows->len; i++)
    if (gtk_list_box_row_get_activatable (rows->pdata[i]))
      assert_leads (sync, away, rows->pdata[i]);
  g_assert_nonnull (mft_ui_test_find (GTK_WIDGET (guesses), ADW_TYPE_ACTION_ROW,
                                      "Kata yang disembunyikan, ikut diambil"));
  GtkWidget *comments = mft_ui_test_get (GTK_WIDGET (guesses), ADW_TYPE_ACTION_ROW,
                                         "Komentar, ikut diambil di samping teks");
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (comments)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  application = mft_application_new (G_APPLICATION_NON_UNIQUE);
  folder = mft_test_folder ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/arriving/several", test_several);
  g_test_add_func ("/ui/arriving/slow", test_slow);
  g_test_add_func ("/ui/arriving/hostile", test_hostile);
  g_test_add_func ("/ui/arriving/guesses", test_guesses);
  int status = g_test_run ();
  g_object_unref (application);
  g_free (folder);
  return status;
}
