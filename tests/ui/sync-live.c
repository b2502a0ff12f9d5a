/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "agreement/edit.h"
#include "ui/editor/outline-item.h"
#include "ui/editor/reference-chooser.h"
#include "ui/editor/words-offer.h"

/* A new, empty ayat behind the last one of Pasal 2. */
static MftBlock *
new_ayat (Editor *editor)
{
  MftBlock *pasal = editor_pasal (editor, 2);
  MftBlock *last = mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);

  mft_sync_go_to (editor->sync, mft_block_get_id (last), G_MAXUINT);
  editor_type (editor, "\n");
  return mft_block_get_child (pasal, mft_block_n_children (pasal) - 1);
}

static MftRunKind
kind_at (MftBlock *block, guint offset)
{
  const MftRun *run = mft_text_get_run_at (mft_block_get_text (block), offset, NULL);

  g_assert_nonnull (run);
  return run->kind;
}

static void
test_reference_typed (Editor *editor, gconstpointer data)
{
  MftBlock *block = new_ayat (editor);

  (void) data;
  editor_type (editor, "Lihat ayat (2) dan Pasal 3 ayat (1), ya");
  editor_assert_line (editor, "(3)\tLihat ayat (2) dan Pasal 3 ayat (1), ya");
  g_assert_cmpint (kind_at (block, 6), ==, MFT_RUN_REFERENCE);
  g_assert_cmpint (kind_at (block, 12), ==, MFT_RUN_REFERENCE);
  /* Protected: one character of it takes all of it. */
  mft_sync_go_to (editor->sync, mft_block_get_id (block), 7);
  editor_backspace (editor);
  editor_assert_line (editor, "(3)\tLihat  dan Pasal 3 ayat (1), ya");
}

/* Undo gives the words back, and they stay words while one writes on. */
static void
test_undo_keeps_words (Editor *editor, gconstpointer data)
{
  MftBlock *block = new_ayat (editor);
  g_autofree char *id = g_strdup (mft_block_get_id (block));

  (void) data;
  editor_type (editor, "Lihat ayat (2)");
  g_assert_cmpint (kind_at (block, 6), ==, MFT_RUN_REFERENCE);
  g_assert_true (mft_agreement_undo (editor->agreement));
  block = mft_agreement_get_block (editor->agreement, id);
  g_assert_cmpint (kind_at (block, 6), ==, MFT_RUN_TEXT);
  editor_assert_line (editor, "(3)\tLihat ayat (2)");
  mft_sync_go_to (editor->sync, id, G_MAXUINT);
  editor_type (editor, ", ya. ");
  g_assert_cmpint (kind_at (block, 6), ==, MFT_RUN_TEXT);
  editor_assert_line (editor, "(3)\tLihat ayat (2), ya. ");
}

static void
test_number_and_date (Editor *editor, gconstpointer data)
{
  MftBlock *block = new_ayat (editor);

  (void) data;
  editor_type (editor, "30 (tiga puluh) hari sejak 26 November 2026, atau 5 (empat) hari");
  g_assert_cmpint (kind_at (block, 0), ==, MFT_RUN_NUMBER);
  g_assert_cmpint (kind_at (block, 13), ==, MFT_RUN_DATE);
  editor_assert_line (editor,
                      "(3)\t30 (tiga puluh) hari sejak 26 November 2026, atau 5 (empat) hari");
}

static gboolean
is_offered (gpointer offer)
{
  return mft_words_offer_get_words (offer) != NULL;
}

static gboolean
is_not_offered (gpointer offer)
{
  return mft_words_offer_get_words (offer) == NULL;
}

static void
test_words_offered (Editor *editor, gconstpointer data)
{
  MftBlock *block = new_ayat (editor);
  g_autoptr (MftWordsOffer) offer
      = mft_words_offer_new (GTK_TEXT_VIEW (editor->paper), editor->sync);

  (void) data;
  editor_type (editor, "selama 30 (");
  mft_ui_test_until (is_offered, offer);
  g_assert_cmpstr (mft_words_offer_get_words (offer), ==, "tiga puluh)");
  g_assert_true (mft_words_offer_take (offer));
  editor_assert_line (editor, "(3)\tselama 30 (tiga puluh)");
  g_assert_cmpint (kind_at (block, 7), ==, MFT_RUN_NUMBER);
  g_assert_false (mft_words_offer_take (offer));
  /* Who writes on is not held up. */
  editor_type (editor, " dan 4 (");
  mft_ui_test_until (is_offered, offer);
  editor_type (editor, "x");
  mft_ui_test_until (is_not_offered, offer);
  editor_type (editor, " Pasal 4 (");
  mft_ui_test_spin (20);
  g_assert_null (mft_words_offer_get_words (offer));
}

static void
test_reference_inserted (Editor *editor, gconstpointer data)
{
  MftBlock *block = new_ayat (editor);
  MftBlock *own = mft_block_get_child (editor_pasal (editor, 2), 0);

  (void) data;
  editor_type (editor, "Lihat ");
  mft_sync_insert_reference (editor->sync, mft_block_get_id (own));
  editor_type (editor, " dan ");
  mft_sync_insert_reference (editor->sync, mft_block_get_id (editor_pasal (editor, 1)));
  editor_assert_line (editor, "(3)\tLihat ayat (1) dan Pasal 1");
  g_assert_true (mft_agreement_undo (editor->agreement));
  editor_assert_line (editor, "(3)\tLihat ayat (1) dan ");
  g_assert_cmpint (kind_at (block, 6), ==, MFT_RUN_REFERENCE);
}

static void
chosen_cb (char **kept, const char *id)
{
  *kept = g_strdup (id);
}

static gboolean
is_filtered (gpointer model)
{
  return g_list_model_get_n_items (model) == 1;
}

static void
test_chooser (Editor *editor, gconstpointer data)
{
  GtkWindow *chooser = mft_reference_chooser_new (NULL, editor->agreement);
  GtkWidget *entry = mft_ui_test_get (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *list = mft_ui_test_get (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW, NULL);
  g_autofree char *chosen = NULL;

  (void) data;
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), &chosen);
  gtk_window_present (chooser);
  gtk_editable_set_text (GTK_EDITABLE (entry), "pasal 2 AYAT (2)");
  mft_ui_test_until (is_filtered, gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (chosen, ==,
                   mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 1)));
}

/* Whether these words, where they stand first, begin with a term. */
static gboolean
is_term (Editor *editor, const char *words, guint offset)
{
  GtkTextTag *tag
      = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (editor->buffer), "term");
  GtkTextIter start, from, to;

  gtk_text_buffer_get_start_iter (editor->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &from, &to, NULL));
  gtk_text_iter_forward_chars (&from, (int) offset);
  return gtk_text_iter_has_tag (&from, tag);
}

static void
write_line (Editor *editor, guint pasal, const char *words, MftStyle style)
{
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);
  MftBlock *line = mft_block_get_child (mft_block_get_child (body, pasal), 0);
  g_autoptr (MftText) text = mft_text_new (words, style);

  g_assert_true (mft_edit_text (editor->agreement, line, 0, 0, text, NULL));
}

/* What is defined is seen where it is used, whole words only, as soon as it is; and no longer once it
 * is not. */
static void
test_terms (Editor *editor, gconstpointer data)
{
  (void) data;
  write_line (editor, 1, "Data Perizinan dan MetaData Perizinannya; ", MFT_STYLE_PLAIN);
  g_assert_false (is_term (editor, "Data Perizinan dan", 0));
  write_line (editor, 0, "“Data Perizinan” ", MFT_STYLE_DEFINITION);
  g_assert_false (is_term (editor, "“Data Perizinan”", 1));
  g_assert_true (is_term (editor, "Data Perizinan dan", 0));
  g_assert_false (is_term (editor, "MetaData", 4));
  g_assert_true (mft_agreement_undo (editor->agreement));
  g_assert_false (is_term (editor, "Data Perizinan dan", 0));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Editor *, gconstpointer);
  } tests[] = {
    { "/ui/sync/live/terms", test_terms },
    { "/ui/sync/live/reference-typed", test_reference_typed },
    { "/ui/sync/live/undo-keeps-words", test_undo_keeps_words },
    { "/ui/sync/live/number-and-date", test_number_and_date },
    { "/ui/sync/live/words-offered", test_words_offered },
    { "/ui/sync/live/reference-inserted", test_reference_inserted },
    { "/ui/sync/live/chooser", test_chooser },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Editor, NULL, editor_set_up, tests[i].run, editor_tear_down);
  return g_test_run ();
}
