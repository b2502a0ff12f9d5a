/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "agreement/edit.h"
#include "agreement/numbering.h"

static void
test_shows (Editor *editor, gconstpointer data)
{
  g_autofree char *text = editor_shown (editor);

  (void) data;
  editor_assert_in_step (editor);
  g_assert_nonnull (strstr (text, "Pasal 1\u2028RUANG LINGKUP"));
  g_assert_nonnull (strstr (text, "4 (empat) tahun"));
}

static void
test_typing (Editor *editor, gconstpointer data)
{
  MftBlock *heading = editor_pasal (editor, 1);

  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (heading), 0);
  editor_type (editor, "A & <b> ");
  editor_assert_line (editor, "Pasal 1\u2028A & <b> RUANG LINGKUP");
  editor_backspace (editor);
  editor_assert_line (editor, "Pasal 1\u2028A & <b>RUANG LINGKUP");
  while (mft_agreement_undo (editor->agreement))
    ;
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
}

static void
test_label_is_kept (Editor *editor, gconstpointer data)
{
  GtkTextIter at;

  (void) data;
  mft_sync_get_iter (editor->sync, mft_block_get_id (editor_pasal (editor, 2)), 0, &at);
  gtk_text_iter_set_line_offset (&at, 3);
  gtk_text_buffer_place_cursor (editor->buffer, &at);
  editor_type (editor, "X");
  g_autofree char *line = editor_line_with_cursor (editor);
  g_assert_true (g_str_has_prefix (line, "Pasal 2\u2028X"));
  editor_assert_in_step (editor);
}

static void
test_enter_and_tab (Editor *editor, gconstpointer data)
{
  MftCounts before, after;

  (void) data;
  before = mft_count (editor->agreement);
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 2)), G_MAXUINT);
  editor_type (editor, "\nSatu\nDua");
  after = mft_count (editor->agreement);
  editor_assert_in_step (editor);
  g_assert_cmpuint (after.ayat, ==, before.ayat + 2);
  editor_type (editor, "\t");
  editor_assert_line (editor, "a.\tDua");
  editor_type (editor, "\nTiga");
  editor_assert_line (editor, "b.\tTiga");
  editor_type (editor, "\n\n");
  after = mft_count (editor->agreement);
  g_assert_cmpuint (after.ayat, ==, before.ayat + 2);
  mft_sync_raise (editor->sync);
  editor_assert_in_step (editor);
}

static void
test_backspace_joins (Editor *editor, gconstpointer data)
{
  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 2)), G_MAXUINT);
  editor_type (editor, "\nSatu\nDua");
  mft_sync_go_to (editor->sync, mft_sync_get_current (editor->sync), 0);
  editor_backspace (editor);
  g_autofree char *line = editor_line_with_cursor (editor);
  g_assert_true (g_str_has_suffix (line, "SatuDua"));
  editor_type (editor, " ");
  editor_assert_in_step (editor);
  g_autofree char *spaced = editor_line_with_cursor (editor);
  g_assert_true (g_str_has_suffix (spaced, "Satu Dua"));
}

static void
test_selection_is_one_step (Editor *editor, gconstpointer data)
{
  GtkTextIter from, to;
  g_autofree char *before = mft_test_dump (editor->agreement);

  (void) data;
  mft_sync_get_iter (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 0, &from);
  mft_sync_get_iter (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 5, &to);
  gtk_text_buffer_select_range (editor->buffer, &from, &to);
  editor_type (editor, "M");
  editor_assert_line (editor, "Pasal 1\u2028M LINGKUP");
  g_assert_true (mft_agreement_undo (editor->agreement));
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
  editor_assert_in_step (editor);
}

/* A field goes as a whole, however much of its words was selected. */
static void
test_atom_goes_whole (Editor *editor, gconstpointer data)
{
  GtkTextIter start, from, to;

  (void) data;
  gtk_text_buffer_get_start_iter (editor->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "4 (empat) tahun", 0, &from, &to, NULL));
  gtk_text_buffer_place_cursor (editor->buffer, &to);
  editor_backspace (editor);
  gtk_text_buffer_get_start_iter (editor->buffer, &start);
  g_assert_false (gtk_text_iter_forward_search (&start, "(empat)", 0, &from, &to, NULL));
  editor_assert_in_step (editor);
}

static void
test_words_beside_an_atom (Editor *editor, gconstpointer data)
{
  GtkTextIter start, from, to;

  (void) data;
  gtk_text_buffer_get_start_iter (editor->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "4 (empat) tahun", 0, &from, &to, NULL));
  gtk_text_iter_forward_char (&from);
  gtk_text_buffer_place_cursor (editor->buffer, &from);
  editor_type (editor, "±");
  gtk_text_buffer_get_start_iter (editor->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, "±4 (empat) tahun", 0, &from, &to, NULL));
  gtk_text_iter_backward_char (&to);
  gtk_text_buffer_place_cursor (editor->buffer, &to);
  editor_type (editor, "!");
  g_autofree char *text = editor_shown (editor);
  g_assert_nonnull (strstr (text, "±4 (empat) tahun!"));
  editor_assert_in_step (editor);
}

static void
test_whole_blocks (Editor *editor, gconstpointer data)
{
  g_autofree char *before = mft_test_dump (editor->agreement);
  g_autofree char *first = g_strdup (mft_block_get_id (editor_pasal (editor, 1)));

  (void) data;
  mft_sync_go_to (editor->sync, first, 0);
  mft_sync_add_pasal (editor->sync);
  editor_type (editor, "BARU\nIsi baru.");
  g_assert_cmpstr (mft_block_get_label (editor_pasal (editor, 2)), ==, "Pasal 2");
  editor_assert_line (editor, "Isi baru.");
  mft_sync_go_to (editor->sync, first, 0);
  mft_sync_move (editor->sync, FALSE);
  editor_assert_line (editor, "Pasal 2\u2028RUANG LINGKUP");
  mft_sync_move (editor->sync, TRUE);
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
  mft_sync_move (editor->sync, TRUE);
  editor_assert_line (editor, "Pasal 1\u2028RUANG LINGKUP");
  g_autofree char *removed = mft_sync_remove (editor->sync);
  g_assert_cmpstr (removed, ==, "Pasal 1");
  editor_assert_line (editor, "Pasal 1\u2028BARU");
  while (mft_agreement_undo (editor->agreement))
    ;
  editor_assert_in_step (editor);
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
}

static void
test_field_follows_everywhere (Editor *editor, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "5 tahun", &error));
  g_assert_no_error (error);
  g_autofree char *text = editor_shown (editor);
  g_assert_nonnull (strstr (text, "5 (lima) tahun"));
  editor_assert_in_step (editor);
}

/* While an input method composes, changes from elsewhere wait; what it commits does not. */
static void
test_composing (Editor *editor, gconstpointer data)
{
  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 0);
  g_signal_emit_by_name (editor->paper, "preedit-changed", "´");
  g_assert_true (mft_edit_field (editor->agreement, "jangka_waktu", "5 tahun", NULL));
  g_autofree char *during = editor_shown (editor);
  g_assert_nonnull (strstr (during, "4 (empat) tahun"));
  g_signal_emit_by_name (editor->paper, "preedit-changed", "");
  editor_type (editor, "é");
  editor_assert_line (editor, "Pasal 1\u2028éRUANG LINGKUP");
}

static void
test_paste_of_lines (Editor *editor, gconstpointer data)
{
  g_autofree char *before = mft_test_dump (editor->agreement);

  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), G_MAXUINT);
  gtk_text_buffer_insert_at_cursor (editor->buffer, "\nsatu\tdua\r\ntiga", -1);
  g_autofree char *line = editor_line_with_cursor (editor);
  g_assert_true (g_str_has_suffix (line, "tiga"));
  editor_assert_in_step (editor);
  g_assert_true (mft_agreement_undo (editor->agreement));
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
}

static void
random_iter (Editor *editor, GRand *random, GtkTextIter *iter)
{
  int size = gtk_text_buffer_get_char_count (editor->buffer);

  gtk_text_buffer_get_iter_at_offset (editor->buffer, iter, g_rand_int_range (random, 0, size + 1));
}

static void
random_keys (Editor *editor, GRand *random)
{
  static const char *const words[] = { "a", "kata ", "\n", "\t", "x\ny", "é" };
  GtkTextIter from, to;

  random_iter (editor, random, &from);
  to = from;
  gtk_text_iter_forward_chars (&to, g_rand_int_range (random, 0, 60));
  if (g_rand_boolean (random))
    gtk_text_buffer_select_range (editor->buffer, &from, &to);
  else
    gtk_text_buffer_place_cursor (editor->buffer, &from);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      gtk_text_buffer_begin_user_action (editor->buffer);
      gtk_text_buffer_delete_selection (editor->buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (
          editor->buffer, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], -1);
      gtk_text_buffer_end_user_action (editor->buffer);
      break;
    case 1:
      editor_backspace (editor);
      break;
    case 2:
      mft_sync_raise (editor->sync);
      break;
    default:
      mft_test_random_edit (editor->agreement, random);
    }
}

static void
test_random (Editor *editor, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1945);
  g_autofree char *before = mft_test_dump (editor->agreement);

  (void) data;
  for (guint i = 0; i < 400; i++)
    {
      random_keys (editor, random);
      editor_assert_in_step (editor);
    }
  while (mft_agreement_undo (editor->agreement))
    ;
  editor_assert_in_step (editor);
  g_autofree char *after = mft_test_dump (editor->agreement);
  mft_test_assert_text (after, before);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Editor *, gconstpointer);
  } tests[] = {
    { "/ui/sync/shows", test_shows },
    { "/ui/sync/typing", test_typing },
    { "/ui/sync/label-is-kept", test_label_is_kept },
    { "/ui/sync/enter-and-tab", test_enter_and_tab },
    { "/ui/sync/backspace-joins", test_backspace_joins },
    { "/ui/sync/selection-is-one-step", test_selection_is_one_step },
    { "/ui/sync/atom-goes-whole", test_atom_goes_whole },
    { "/ui/sync/words-beside-an-atom", test_words_beside_an_atom },
    { "/ui/sync/whole-blocks", test_whole_blocks },
    { "/ui/sync/field-follows-everywhere", test_field_follows_everywhere },
    { "/ui/sync/composing", test_composing },
    { "/ui/sync/paste-of-lines", test_paste_of_lines },
    { "/ui/sync/random", test_random },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Editor, NULL, editor_set_up, tests[i].run, editor_tear_down);
  return g_test_run ();
}
