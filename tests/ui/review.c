/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "random-edits.h"
#include "support.h"

#include "ui/editor/editor-page.h"
#include "ui/export/save-copy.h"
#include "ui/review/comments-pane.h"
#include "ui/review/paraf-list.h"
#include "ui/review/thread-card.h"

#include "agreement/edit.h"
#include "exchange/exchange.h"
#include "review/review.h"

typedef struct
{
  MftLibrary *library;
  MftAgreement *agreement;
  MftWorkingCopy *copy;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *pane;
  MftPaper *paper;
} Editor;

static void
set_up (Editor *editor, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();

  (void) data;
  editor->library = mft_library_open (folder, NULL);
  editor->agreement = mft_test_agreement ();
  editor->copy = mft_working_copy_new (editor->library, editor->agreement, NULL, NULL);
  editor->page = mft_editor_page_new (editor->copy);
  editor->window = GTK_WIDGET (mft_ui_test_present (editor->page));
  editor->pane = mft_ui_test_get (editor->page, MFT_TYPE_COMMENTS_PANE, NULL);
  editor->paper = MFT_PAPER (mft_ui_test_get (editor->page, MFT_TYPE_PAPER, NULL));
}

static void
tear_down (Editor *editor, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (editor->window));
  g_clear_object (&editor->copy);
  g_clear_object (&editor->agreement);
  mft_library_close (editor->library);
}

static MftBlock *
ayat_of (Editor *editor)
{
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);

  return mft_block_get_child (mft_block_get_child (body, 2), 1);
}

static GtkEntry *
entry_of (GtkWidget *top, const char *placeholder)
{
  for (GtkWidget *at = gtk_widget_get_first_child (top); at != NULL;
       at = gtk_widget_get_next_sibling (at))
    {
      GtkEntry *found
          = GTK_IS_ENTRY (at)
                    && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (at)), placeholder) == 0
                ? GTK_ENTRY (at)
                : entry_of (at, placeholder);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
say (Editor *editor, const char *placeholder, const char *words)
{
  GtkEntry *entry = entry_of (editor->pane, placeholder);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
}

static const MftThread *
saved_thread (Editor *editor, guint index)
{
  static MftReview *review;

  g_clear_object (&review);
  review = mft_review_load (editor->agreement, NULL);
  return g_ptr_array_index (mft_review_threads (review), index);
}

/* On the words that are selected; answered, settled, and saved with the work. */
static void
test_comment (Editor *editor, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  GtkTextIter from, to;

  (void) data;
  mft_sync_go_to (mft_paper_get_sync (editor->paper), mft_block_get_id (ayat_of (editor)), 0);
  gtk_text_buffer_get_iter_at_mark (buffer, &from, gtk_text_buffer_get_insert (buffer));
  to = from;
  gtk_text_iter_forward_chars (&to, 9);
  gtk_text_buffer_select_range (buffer, &to, &from);
  say (editor, "Komentari kata atau bagian yang dipilih", "Mengapa diubah?");
  const MftThread *thread = saved_thread (editor, 0);
  g_assert_cmpstr (thread->block, ==, mft_block_get_id (ayat_of (editor)));
  g_assert_cmpstr (thread->quote, ==, "Perubahan");
  g_assert_true (thread->internal);
  mft_ui_test_get (editor->pane, GTK_TYPE_LABEL, "Pasal 3 ayat (2)");

  say (editor, "Balas", "Atas permintaan mitra.");
  g_assert_cmpuint (saved_thread (editor, 0)->remarks->len, ==, 2);
  mft_ui_test_press (editor->pane, "_Selesai");
  g_assert_true (saved_thread (editor, 0)->resolved);
  g_assert_cmpuint (mft_comments_pane_get_open (MFT_COMMENTS_PANE (editor->pane)), ==, 0);
  mft_ui_test_press (editor->pane, "_Buka lagi");
  g_assert_cmpuint (mft_comments_pane_get_open (MFT_COMMENTS_PANE (editor->pane)), ==, 1);
}

/* Its block is taken out: the comment stays and says so. */
static void
test_orphan (Editor *editor, gconstpointer data)
{
  (void) data;
  mft_sync_go_to (mft_paper_get_sync (editor->paper), mft_block_get_id (ayat_of (editor)), 0);
  say (editor, "Komentari kata atau bagian yang dipilih", "Perlu?");
  g_assert_true (mft_edit_remove (editor->agreement, ayat_of (editor), NULL));
  mft_ui_test_spin (600);
  mft_ui_test_get (editor->pane, GTK_TYPE_LABEL, "Bagian ini sudah tidak ada");
  mft_agreement_undo (editor->agreement);
  mft_ui_test_spin (600);
  mft_ui_test_get (editor->pane, GTK_TYPE_LABEL, "Pasal 3 ayat (2)");
}

/* An edit makes a paraf that of an old version. */
static void
test_paraf (Editor *editor, gconstpointer data)
{
  g_autoptr (MftText) words = mft_text_new ("x", MFT_STYLE_PLAIN);
  GtkWidget *list = mft_ui_test_get (editor->pane, MFT_TYPE_PARAF_LIST, NULL);

  (void) data;
  say (editor, "Nama", "Kepala Biro");
  mft_ui_test_get (list, GTK_TYPE_LABEL, "1. Kepala Biro");
  mft_ui_test_get (list, GTK_TYPE_LABEL, "belum paraf");
  g_autoptr (MftReview) review = mft_review_load (editor->agreement, NULL);
  g_assert_true (mft_review_give_paraf (review, 0, editor->agreement, NULL, NULL));
  mft_paraf_list_set (MFT_PARAF_LIST (list), review, editor->agreement);
  mft_ui_test_get (list, GTK_TYPE_LABEL, "sudah paraf");
  g_assert_true (mft_edit_text (editor->agreement, ayat_of (editor), 0, 0, words, NULL));
  mft_ui_test_spin (600);
  mft_ui_test_get (list, GTK_TYPE_LABEL, "versi lama");
}

/* What cannot be read is said, and not written over. */
static void
test_unreadable (Editor *editor, gconstpointer data)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();
  GtkWidget *pane = g_object_ref_sink (g_object_new (MFT_TYPE_COMMENTS_PANE, NULL));

  (void) data;
  g_hash_table_replace (mft_agreement_get_entries (agreement), g_strdup (MFT_REVIEW_ENTRY),
                        g_bytes_new_static ("rusak", 5));
  g_autoptr (MftWorkingCopy) copy = mft_working_copy_new (editor->library, agreement, NULL, NULL);
  mft_comments_pane_set_copy (MFT_COMMENTS_PANE (pane), copy, editor->paper);
  g_assert_true (gtk_widget_get_visible (
      mft_ui_test_get (pane, GTK_TYPE_LABEL, "Catatan pada naskah ini tidak dapat dibaca")));
  g_object_unref (pane);
  GBytes *kept = g_hash_table_lookup (mft_agreement_get_entries (agreement), MFT_REVIEW_ENTRY);
  g_assert_cmpuint (g_bytes_get_size (kept), ==, 5);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Saved by an answer to the question for whom it is; what a reader then finds. */
static MftReview *
save_copy (Editor *editor, const char *name, gboolean for_house)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GtkWidget *ask;

  mft_save_copy (editor->page, editor->agreement, path);
  ask = GTK_WIDGET (mft_ui_test_dialog ());
  GtkSwitch *on = GTK_SWITCH (mft_ui_test_get (ask, GTK_TYPE_SWITCH, NULL));
  g_assert_false (gtk_switch_get_active (on));
  gtk_switch_set_active (on, for_house);
  mft_ui_test_press (ask, "_Simpan");
  mft_ui_test_until (is_there, path);
  g_autoptr (MftAgreement) read = mft_exchange_load (path, NULL, NULL);
  g_assert_nonnull (read);
  return mft_review_load (read, NULL);
}

/* Decisions and paraf leave only where the person says so, internal comments never. */
static void
test_for_whom (Editor *editor, gconstpointer data)
{
  (void) data;
  mft_sync_go_to (mft_paper_get_sync (editor->paper), mft_block_get_id (ayat_of (editor)), 0);
  say (editor, "Komentari kata atau bagian yang dipilih", "Rahasia dapur.");
  say (editor, "Nama", "Kepala Biro");
  g_autoptr (MftReview) outward = save_copy (editor, "mitra.pks", FALSE);
  g_assert_cmpuint (mft_review_reviewers (outward)->len, ==, 0);
  g_assert_cmpuint (mft_review_threads (outward)->len, ==, 0);
  g_autoptr (MftReview) house = save_copy (editor, "RUMAH.PKS", TRUE);
  g_assert_cmpuint (mft_review_reviewers (house)->len, ==, 1);
  g_assert_cmpuint (mft_review_threads (house)->len, ==, 0);
}

/* Nothing is asked where there is nothing to decide. */
static void
test_for_everybody (Editor *editor, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pks", NULL);

  (void) data;
  mft_save_copy (editor->page, editor->agreement, path);
  mft_ui_test_until (is_there, path);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add ("/ui/review/comment", Editor, NULL, set_up, test_comment, tear_down);
  g_test_add ("/ui/review/orphan", Editor, NULL, set_up, test_orphan, tear_down);
  g_test_add ("/ui/review/paraf", Editor, NULL, set_up, test_paraf, tear_down);
  g_test_add ("/ui/review/unreadable", Editor, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/ui/review/for-whom", Editor, NULL, set_up, test_for_whom, tear_down);
  g_test_add ("/ui/review/for-everybody", Editor, NULL, set_up, test_for_everybody, tear_down);
  return g_test_run ();
}
