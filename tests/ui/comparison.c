/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "support.h"

#include "store/register.h"
#include "ui/comparison/change-row.h"
#include "ui/comparison/comparison-page.h"
#include "ui/comparison/version-menu.h"

#include "agreement/shown.h"
#include "exchange/exchange.h"
#include "review/review.h"

#define HEAD                                                                                       \
  "PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\nTENTANG\nPERTUKARAN DATA\n\n"                 \
  "Pasal 1\nRUANG LINGKUP\n(1) Data kependudukan dipertukarkan.\n(2) Biaya ditanggung bersama.\n"

typedef struct
{
  GtkWidget *window;
  MftComparisonPage *page;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  (void) data;
  place->page = g_object_new (MFT_TYPE_COMPARISON_PAGE, NULL);
  place->window = GTK_WIDGET (mft_ui_test_present (GTK_WIDGET (place->page)));
  gtk_window_set_default_size (GTK_WINDOW (place->window), 1100, 700);
}

static void
tear_down (Place *place, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (place->window));
}

static GFile *
new_file (const char *text)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.txt", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
open_text (MftVersionChooser *chooser, const char *text)
{
  g_autoptr (GFile) file = new_file (text);

  mft_version_chooser_open (chooser, file);
}

static gboolean
shows (gpointer data)
{
  const Place *place = data;
  GtkWidget *stack = mft_ui_test_get (GTK_WIDGET (place->page), GTK_TYPE_STACK, NULL);

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty");
}

static void
compare (Place *place, const char *left, const char *right)
{
  open_text (mft_comparison_page_get_left (place->page), left);
  open_text (mft_comparison_page_get_right (place->page), right);
  mft_ui_test_until (shows, place);
  mft_ui_test_spin (100);
}

typedef struct
{
  GtkWidget *page;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  const Wanted *wanted = data;

  return mft_ui_test_find (wanted->page, GTK_TYPE_LABEL, wanted->text) != NULL;
}

/* Rows are filled a few at a time. */
static void
assert_shown (Place *place, const char *text)
{
  Wanted wanted = { GTK_WIDGET (place->page), text };

  g_test_message ("waiting for '%s'", text);
  mft_ui_test_until (is_shown, &wanted);
}

static const char left_text[] = HEAD "Pasal 2\nJANGKA WAKTU\n(1) Berlaku selama 4 (empat) tahun.\n"
                                     "(2) Dapat diperpanjang.\n";
static const char right_text[] = HEAD "Pasal 2\nJANGKA WAKTU\n(1) Berlaku selama 5 (lima) tahun.\n"
                                      "(2) Dapat diperpanjang.\n(3) Pengakhiran diberitahukan.\n";

static void
test_sentence_then_pasal_then_words (Place *place, gconstpointer data)
{
  (void) data;
  compare (place, left_text, right_text);
  assert_shown (place, "2 perubahan isi dalam 1 Pasal, 1 di antaranya penting; 1 Pasal tetap");
  assert_shown (place, "Pasal 2");
  assert_shown (place, "ayat (1) diubah; 1 ayat ditambahkan");
  assert_shown (place, "Berlaku selama 4 (empat) tahun.");
  assert_shown (place, "Berlaku selama 5 (lima) tahun.");
  assert_shown (place, "tidak ada di versi ini");
}

/* Not by colour alone: removed words are struck through. */
static void
test_removed_is_struck (Place *place, gconstpointer data)
{
  GtkWidget *label;
  PangoAttrList *list;
  g_autofree char *words = NULL;

  (void) data;
  compare (place, left_text, right_text);
  assert_shown (place, "Berlaku selama 4 (empat) tahun.");
  label = mft_ui_test_get (GTK_WIDGET (place->page), GTK_TYPE_LABEL,
                           "Berlaku selama 4 (empat) tahun.");
  list = gtk_label_get_attributes (GTK_LABEL (label));
  words = pango_attr_list_to_string (list);
  g_assert_nonnull (strstr (words, "15 24 strikethrough true"));
}

static void
test_next_and_previous (Place *place, gconstpointer data)
{
  guint first;

  (void) data;
  compare (place, left_text, right_text);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.next", NULL);
  first = mft_comparison_page_get_position (place->page);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.next", NULL);
  g_assert_cmpuint (mft_comparison_page_get_position (place->page), ==, first + 2);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.next", NULL);
  g_assert_cmpuint (mft_comparison_page_get_position (place->page), ==, first + 2);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.previous", NULL);
  g_assert_cmpuint (mft_comparison_page_get_position (place->page), ==, first);
}

static void
test_same (Place *place, gconstpointer data)
{
  (void) data;
  compare (place, left_text, left_text);
  assert_shown (place, "Kedua versi sama");
}

static gboolean
has_both (gpointer data)
{
  const Place *place = data;

  return mft_version_chooser_get_agreement (mft_comparison_page_get_left (place->page)) != NULL
         && mft_version_chooser_get_agreement (mft_comparison_page_get_right (place->page)) != NULL;
}

static gboolean
is_deleted (gpointer data)
{
  const Place *place = data;

  return mft_ui_test_find (GTK_WIDGET (place->page), GTK_TYPE_LABEL,
                           "ayat (1) diubah; 1 ayat dihapus")
         != NULL;
}

static void
test_swap (Place *place, gconstpointer data)
{
  (void) data;
  compare (place, left_text, right_text);
  mft_version_chooser_swap (mft_comparison_page_get_left (place->page),
                            mft_comparison_page_get_right (place->page));
  mft_ui_test_until (is_deleted, place);
}

static MftAgreement *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mft_exchange_read (bytes, "naskah.txt", NULL, NULL);
}

static void
activate (Place *place, const char *action, int scope)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (place->page), action, "i", scope));
  mft_ui_test_spin (150);
}

/* Into the person's work goes what is accepted; it can be taken back, and what was decided is kept. */
static void
test_take (Place *place, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  MftLibrary *library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = read_text (left_text);
  MftWorkingCopy *copy = mft_working_copy_new (library, agreement, NULL, NULL);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  (void) data;
  mft_version_chooser_take_copy (mft_comparison_page_get_left (place->page), copy);
  open_text (mft_comparison_page_get_right (place->page), right_text);
  mft_ui_test_until (shows, place);
  mft_ui_test_spin (100);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.next", NULL);
  activate (place, "comparison.accept", 0);
  g_autoptr (MftReview) review = mft_review_load (agreement, NULL);
  const MftDecision *decision = mft_review_get_decision (
      review, mft_block_get_id (mft_block_get_child (mft_block_get_child (body, 1), 0)));
  g_assert_cmpint (decision->stance, ==, MFT_STANCE_AGREE);
  assert_shown (place, "1 perubahan isi dalam 1 Pasal; 1 Pasal tetap");

  activate (place, "comparison.accept", 2);
  g_assert_cmpuint (mft_block_n_children (mft_block_get_child (body, 1)), ==, 3);
  assert_shown (place, "Kedua versi sama");
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.undo", NULL);
  mft_ui_test_spin (150);
  g_assert_cmpuint (mft_block_n_children (mft_block_get_child (body, 1)), ==, 2);
  assert_shown (place, "2 perubahan isi dalam 1 Pasal, 1 di antaranya penting; 1 Pasal tetap");
  g_object_unref (copy);
  gtk_window_destroy (GTK_WINDOW (place->window));
  place->window = adw_window_new ();
  mft_ui_test_spin (50);
  mft_library_close (library);
}

/* Without a work of the person nothing can be taken, and nothing is offered. */
static void
test_nothing_to_take (Place *place, gconstpointer data)
{
  (void) data;
  compare (place, left_text, right_text);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.next", NULL);
  activate (place, "comparison.accept", 2);
  assert_shown (place, "2 perubahan isi dalam 1 Pasal, 1 di antaranya penting; 1 Pasal tetap");
  g_assert_false (
      gtk_widget_get_mapped (mft_ui_test_get (GTK_WIDGET (place->page), GTK_TYPE_ENTRY, NULL)));
}

static void
drafted_cb (MftComparisonPage *page, MftAgreement *agreement, MftAgreement **drafted)
{
  (void) page;
  g_set_object (drafted, agreement);
}

/* From two versions to the addendum, and from the addendum to the text with it. */
static void
test_addendum (Place *place, gconstpointer data)
{
  g_autoptr (MftAgreement) addendum = NULL;
  g_autoptr (MftAgreement) text = NULL;

  (void) data;
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.amend", NULL);
  compare (place, left_text, right_text);
  gulong handler = g_signal_connect (place->page, "drafted", G_CALLBACK (drafted_cb), &addendum);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.amend", NULL);
  GtkWindow *ask = mft_ui_test_dialog ();
  mft_ui_test_press (GTK_WIDGET (ask), "_Susun");
  mft_ui_test_spin (100);
  g_assert_nonnull (addendum);
  g_assert_cmpstr (mft_agreement_get_setting (addendum, "naskah"), ==, "Adendum");

  g_signal_handler_disconnect (place->page, handler);
  g_signal_connect (place->page, "drafted", G_CALLBACK (drafted_cb), &text);
  mft_version_chooser_take (mft_comparison_page_get_right (place->page), addendum, "adendum");
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.apply", NULL);
  g_assert_nonnull (text);
  MftBlock *pasal = mft_block_get_child (mft_agreement_get_part (text, MFT_BLOCK_BODY), 1);
  g_assert_cmpuint (mft_block_n_children (pasal), ==, 3);
}

/* A passage is compared with its Pasal alone. */
static void
test_pasted (Place *place, gconstpointer data)
{
  (void) data;
  open_text (mft_comparison_page_get_left (place->page), left_text);
  gtk_widget_activate_action (GTK_WIDGET (mft_comparison_page_get_right (place->page)),
                              "version.paste", NULL);
  GtkWindow *ask = mft_ui_test_dialog ();
  GtkWidget *view = mft_ui_test_get (GTK_WIDGET (ask), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                            "(1) Berlaku selama 5 (lima) tahun.\n(2) Dapat diperpanjang.\n", -1);
  mft_ui_test_press (GTK_WIDGET (ask), "_Bandingkan");
  mft_ui_test_until (shows, place);
  mft_ui_test_spin (100);
  assert_shown (place, "1 perubahan isi dalam 1 Pasal, 1 di antaranya penting");
  assert_shown (place, "Teks tempelan");
}

/* What both changed is joined; where they changed the same, the person chooses between three texts. */
static void
test_merge (Place *place, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  MftLibrary *library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) base = read_text (left_text);
  g_autoptr (MftAgreement) ours
      = read_text (HEAD "Pasal 2\nJANGKA WAKTU\n(1) Berlaku selama 6 (enam) tahun.\n"
                        "(2) Dapat diperpanjang.\n");
  MftWorkingCopy *copy = mft_working_copy_new (library, ours, NULL, NULL);

  (void) data;
  mft_version_chooser_take_copy (mft_comparison_page_get_left (place->page), copy);
  open_text (mft_comparison_page_get_right (place->page), right_text);
  mft_ui_test_until (has_both, place);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.merge", NULL);
  GtkWindow *ask = mft_ui_test_dialog ();
  GtkWidget *chooser = mft_ui_test_get (GTK_WIDGET (ask), MFT_TYPE_VERSION_CHOOSER, NULL);
  mft_version_chooser_take (MFT_VERSION_CHOOSER (chooser), base, "asal");
  mft_ui_test_press (GTK_WIDGET (ask), "_Gabungkan");
  mft_ui_test_spin (150);
  MftBlock *body = mft_agreement_get_part (ours, MFT_BLOCK_BODY);
  MftBlock *term = mft_block_get_child (body, 1);
  g_assert_cmpuint (mft_block_n_children (term), ==, 3);

  GtkWindow *settle = mft_ui_test_dialog ();
  mft_ui_test_get (GTK_WIDGET (settle), GTK_TYPE_LABEL, "Pasal 2 ayat (1)");
  mft_ui_test_get (GTK_WIDGET (settle), GTK_TYPE_LABEL, "Berlaku selama 4 (empat) tahun.");
  mft_ui_test_get (GTK_WIDGET (settle), GTK_TYPE_LABEL, "Berlaku selama 6 (enam) tahun.");
  GtkWidget *theirs
      = mft_ui_test_get (GTK_WIDGET (settle), GTK_TYPE_CHECK_BUTTON, "Pakai usulan mereka");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (theirs), TRUE);
  mft_ui_test_press (GTK_WIDGET (settle), "_Terapkan");
  mft_ui_test_spin (150);
  assert_shown (place, "Kedua versi sama");
  g_object_unref (copy);
  gtk_window_destroy (GTK_WINDOW (place->window));
  place->window = adw_window_new ();
  mft_ui_test_spin (50);
  mft_library_close (library);
}

/* The file asked for last is the one that is shown. */
static void
test_last_counts (Place *place, gconstpointer data)
{
  (void) data;
  open_text (mft_comparison_page_get_right (place->page), left_text);
  compare (place, left_text, right_text);
  assert_shown (place, "2 perubahan isi dalam 1 Pasal, 1 di antaranya penting; 1 Pasal tetap");
}

/* The columns of a matrix are asked for; without any there is nothing to save. */
static void
test_matrix_columns (Place *place, gconstpointer data)
{
  static const char *const columns[] = {
    "No", "Pasal", "Draf PIHAK KESATU", "Usulan PIHAK KEDUA", "Hasil pembahasan", "Keterangan"
  };

  (void) data;
  compare (place, left_text, right_text);
  gtk_widget_activate_action (GTK_WIDGET (place->page), "comparison.save", "s", "discussion");
  GtkWindow *ask = mft_ui_test_dialog ();
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *label = mft_ui_test_get (GTK_WIDGET (ask), GTK_TYPE_LABEL, columns[i]);
      GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
      GtkWidget *check = mft_ui_test_get (row, GTK_TYPE_CHECK_BUTTON, NULL);
      g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
  GtkWidget *save = mft_ui_test_get (GTK_WIDGET (ask), GTK_TYPE_BUTTON, "_Simpan…");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_window_close (ask);
  mft_ui_test_spin (50);
}

/* Two files dropped together are both versions, in their order. */
static void
test_dropped (Place *place, gconstpointer data)
{
  g_autoptr (GFile) left = new_file (left_text);
  g_autoptr (GFile) right = new_file (right_text);
  GFile *files[] = { left, right };

  (void) data;
  mft_ui_test_drop (GTK_WIDGET (place->page), files, G_N_ELEMENTS (files));
  mft_ui_test_until (shows, place);
  mft_ui_test_spin (100);
  assert_shown (place, "ayat (1) diubah; 1 ayat ditambahkan");
}

/* The words below a chooser's role. */
static const char *
shown_name (MftVersionChooser *chooser, const char *title)
{
  GtkWidget *label = NULL;
  GQueue widgets = G_QUEUE_INIT;

  g_queue_push_tail (&widgets, chooser);
  while (label == NULL && !g_queue_is_empty (&widgets))
    {
      GtkWidget *widget = g_queue_pop_head (&widgets);
      if (GTK_IS_LABEL (widget)
          && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), title))
        label = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (&widgets, child);
    }
  g_queue_clear (&widgets);
  g_assert_nonnull (label);
  return gtk_label_get_text (GTK_LABEL (label));
}

/* Two works of one title are told apart by when they were changed. */
static void
test_dated (Place *place, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = read_text (left_text);
  g_autofree char *title = mft_agreement_dup_title (agreement);
  MftWorkingCopy *copy = mft_working_copy_new (library, agreement, NULL, NULL);
  g_autoptr (MftLibraryEntry) entry
      = mft_register_find (library, mft_working_copy_get_id (copy), NULL);
  g_autofree char *dated = mft_version_dup_dated (title, entry->changed);
  MftVersionChooser *chooser = mft_comparison_page_get_left (place->page);

  (void) data;
  mft_version_chooser_take_copy (chooser, copy);
  g_assert_cmpstr (shown_name (chooser, title), ==, dated);
  g_assert_cmpstr (dated, !=, title);
  g_object_unref (copy);
}

/* A work of which versions were kept offers them below its name. */
static void
test_kept_versions (Place *place, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (MftLibrary) library = mft_library_open (folder, NULL);
  g_autoptr (MftAgreement) agreement = read_text (left_text);
  MftWorkingCopy *copy = mft_working_copy_new (library, agreement, NULL, NULL);

  (void) place;
  (void) data;
  g_assert_true (
      mft_library_keep (library, mft_working_copy_get_id (copy), MFT_VERSION_NAMED, "rapat", NULL));
  g_autoptr (GMenuModel) menu = mft_version_menu_new (library, FALSE);
  g_autoptr (GMenuModel) works = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) below = g_menu_model_get_item_link (works, 0, G_MENU_LINK_SUBMENU);
  g_autoptr (GMenuModel) kept = g_menu_model_get_item_link (below, 1, G_MENU_LINK_SECTION);
  g_autofree char *label = NULL;

  g_assert_true (g_menu_model_get_item_attribute (kept, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_true (g_str_has_prefix (label, "rapat ("));
  g_object_unref (copy);
}

/* Closed while it compares: nothing happens. */
static void
test_closed_meanwhile (Place *place, gconstpointer data)
{
  (void) data;
  open_text (mft_comparison_page_get_left (place->page), left_text);
  open_text (mft_comparison_page_get_right (place->page), right_text);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add ("/ui/comparison/dated", Place, NULL, set_up, test_dated, tear_down);
  g_test_add ("/ui/comparison/sentence-pasal-words", Place, NULL, set_up,
              test_sentence_then_pasal_then_words, tear_down);
  g_test_add ("/ui/comparison/removed-is-struck", Place, NULL, set_up, test_removed_is_struck,
              tear_down);
  g_test_add ("/ui/comparison/C09-next-and-previous", Place, NULL, set_up, test_next_and_previous,
              tear_down);
  g_test_add ("/ui/comparison/same", Place, NULL, set_up, test_same, tear_down);
  g_test_add ("/ui/comparison/swap", Place, NULL, set_up, test_swap, tear_down);
  g_test_add ("/ui/comparison/take", Place, NULL, set_up, test_take, tear_down);
  g_test_add ("/ui/comparison/nothing-to-take", Place, NULL, set_up, test_nothing_to_take,
              tear_down);
  g_test_add ("/ui/comparison/addendum", Place, NULL, set_up, test_addendum, tear_down);
  g_test_add ("/ui/comparison/pasted", Place, NULL, set_up, test_pasted, tear_down);
  g_test_add ("/ui/comparison/merge", Place, NULL, set_up, test_merge, tear_down);
  g_test_add ("/ui/comparison/last-counts", Place, NULL, set_up, test_last_counts, tear_down);
  g_test_add ("/ui/comparison/matrix-columns", Place, NULL, set_up, test_matrix_columns, tear_down);
  g_test_add ("/ui/comparison/dropped", Place, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/ui/comparison/kept-versions", Place, NULL, set_up, test_kept_versions, tear_down);
  g_test_add ("/ui/comparison/closed-meanwhile", Place, NULL, set_up, test_closed_meanwhile,
              tear_down);
  return g_test_run ();
}
