/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "agreement/edit.h"

static void
refused_cb (GError **kept, const GError *error)
{
  g_clear_error (kept);
  *kept = g_error_copy (error);
}

static GError **
listen (Editor *editor, GError **kept)
{
  g_signal_connect_swapped (editor->sync, "refused", G_CALLBACK (refused_cb), kept);
  return kept;
}

static void
go_to_text (Editor *editor, const char *words)
{
  GtkTextIter start, from, to;

  gtk_text_buffer_get_start_iter (editor->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &from, &to, NULL));
  gtk_text_buffer_place_cursor (editor->buffer, &from);
}

static void
test_shift_enter (Editor *editor, gconstpointer data)
{
  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 2)), G_MAXUINT);
  editor_type (editor, "\nSatu");
  mft_sync_add_paragraph (editor->sync);
  editor_type (editor, "Dua");
  editor_assert_line (editor, "Dua");
  g_assert_cmpuint (mft_block_n_children (mft_block_get_child (editor_pasal (editor, 2), 0)), ==,
                    1);
  editor_type (editor, "\nTiga");
  editor_assert_line (editor, "(2)\tTiga");
}

static void
test_delete_at_the_end (Editor *editor, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  listen (editor, &error);
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 2)), G_MAXUINT);
  editor_type (editor, "\nSatu\nDua");
  mft_sync_go_to (editor->sync,
                  mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 0)), G_MAXUINT);
  g_signal_emit_by_name (editor->paper, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  editor_assert_line (editor, "(1)\tSatuDua");
  g_assert_no_error (error);
  /* A heading is not joined to what stands before it. */
  go_to_text (editor, "Pasal 2\u2028");
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_mark (editor->buffer, &at,
                                    gtk_text_buffer_get_insert (editor->buffer));
  gtk_text_iter_backward_char (&at);
  gtk_text_buffer_place_cursor (editor->buffer, &at);
  g_autofree char *before = editor_shown (editor);
  g_signal_emit_by_name (editor->paper, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  g_autofree char *after = editor_shown (editor);
  g_assert_cmpstr (after, ==, before);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_EDGE);
}

/* Backspace goes up a level where there is nothing to join. */
static void
test_backspace_at_the_start (Editor *editor, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  listen (editor, &error);
  mft_sync_go_to (editor->sync,
                  mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 0)), 0);
  editor_backspace (editor);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_EDGE);
  editor_assert_in_step (editor);
}

static void
test_refusals (Editor *editor, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  listen (editor, &error);
  mft_sync_go_to (editor->sync, mft_block_get_id (editor_pasal (editor, 1)), 0);
  mft_sync_lower (editor->sync);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LEVEL);
  mft_sync_move (editor->sync, TRUE);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_EDGE);
  mft_sync_go_to (editor->sync,
                  mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 0)), 0);
  mft_sync_raise (editor->sync);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_LEVEL);
  mft_sync_lower (editor->sync);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_EDGE);
  /* A huruf is no child of a Pasal's parent. */
  MftBlock *item = mft_block_get_child (mft_block_get_child (editor_pasal (editor, 1), 0), 0);
  g_assert_cmpint (mft_block_get_kind (item), ==, MFT_BLOCK_ITEM);
  const char *const ids[] = { mft_block_get_id (item), NULL };
  mft_sync_move_beside (editor->sync, ids, mft_block_get_id (editor_pasal (editor, 2)), TRUE);
  g_assert_error (error, MFT_AGREEMENT_ERROR, MFT_AGREEMENT_ERROR_STRUCTURE);
  g_assert_false (mft_agreement_can_undo (editor->agreement));
}

static void
test_moves_between_pasal (Editor *editor, gconstpointer data)
{
  MftBlock *ayat = mft_block_get_child (editor_pasal (editor, 2), 0);
  g_autofree char *id = g_strdup (mft_block_get_id (ayat));

  (void) data;
  mft_sync_go_to (editor->sync, id, 4);
  mft_sync_move (editor->sync, TRUE);
  g_assert_true (mft_block_get_parent (ayat) == editor_pasal (editor, 1));
  g_assert_cmpstr (mft_sync_get_current (editor->sync), ==, id);
  mft_sync_move (editor->sync, FALSE);
  g_assert_true (mft_block_get_parent (ayat) == editor_pasal (editor, 2));
  g_assert_cmpuint (mft_block_get_index (ayat), ==, 0);
  editor_assert_in_step (editor);
}

/* What the outline does with its selection and by drag and drop. */
static void
test_moves_beside (Editor *editor, gconstpointer data)
{
  g_autofree char *first = g_strdup (mft_block_get_id (editor_pasal (editor, 1)));
  g_autofree char *second = g_strdup (mft_block_get_id (editor_pasal (editor, 2)));
  g_autofree char *third = g_strdup (mft_block_get_id (editor_pasal (editor, 3)));
  g_autofree char *before = mft_test_dump (editor->agreement);
  const char *const two[] = { first, second, NULL };
  const char *const one[] = { third, NULL };

  (void) data;
  mft_sync_move_beside (editor->sync, two, third, TRUE);
  g_assert_cmpstr (mft_block_get_id (editor_pasal (editor, 1)), ==, third);
  g_assert_cmpstr (mft_block_get_id (editor_pasal (editor, 2)), ==, first);
  g_assert_cmpstr (mft_block_get_id (editor_pasal (editor, 3)), ==, second);
  mft_sync_move_beside (editor->sync, one, second, FALSE);
  g_assert_cmpstr (mft_block_get_id (editor_pasal (editor, 2)), ==, third);
  g_assert_true (mft_sync_remove_blocks (editor->sync, two));
  g_assert_cmpstr (mft_block_get_id (editor_pasal (editor, 1)), ==, third);
  editor_assert_in_step (editor);
  /* Each was one step. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (mft_agreement_undo (editor->agreement));
  g_assert_false (mft_agreement_can_undo (editor->agreement));
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
}

static void
test_ayat_into_a_pasal (Editor *editor, gconstpointer data)
{
  MftBlock *ayat = mft_block_get_child (editor_pasal (editor, 2), 0);
  const char *const ids[] = { mft_block_get_id (ayat), NULL };

  (void) data;
  mft_sync_move_beside (editor->sync, ids, mft_block_get_id (editor_pasal (editor, 3)), TRUE);
  g_assert_true (mft_block_get_parent (ayat) == editor_pasal (editor, 3));
  g_assert_cmpuint (mft_block_get_index (ayat), ==,
                    mft_block_n_children (editor_pasal (editor, 3)) - 1);
  editor_assert_in_step (editor);
}

static void
test_style_over_lines (Editor *editor, gconstpointer data)
{
  MftBlock *heading = editor_pasal (editor, 1);
  MftBlock *scope = mft_block_get_child (heading, 0);
  GtkTextIter from, to;

  (void) data;
  mft_sync_get_iter (editor->sync, mft_block_get_id (heading), 6, &from);
  mft_sync_get_iter (editor->sync, mft_block_get_id (scope), 5, &to);
  gtk_text_buffer_select_range (editor->buffer, &from, &to);
  mft_sync_toggle_style (editor->sync, MFT_STYLE_ITALIC);
  g_assert_cmpint (mft_text_get_run (mft_block_get_text (scope), 0)->style, ==, MFT_STYLE_ITALIC);
  g_assert_cmpuint (mft_run_length (mft_text_get_run (mft_block_get_text (scope), 0)), ==, 5);
  g_assert_cmpint (mft_text_get_run (mft_block_get_text (heading), 0)->style, ==, MFT_STYLE_PLAIN);
  mft_sync_toggle_style (editor->sync, MFT_STYLE_ITALIC);
  g_assert_cmpint (mft_text_get_run (mft_block_get_text (scope), 0)->style, ==, MFT_STYLE_PLAIN);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Editor *, gconstpointer);
  } tests[] = {
    { "/ui/sync/structure/shift-enter", test_shift_enter },
    { "/ui/sync/structure/delete-at-the-end", test_delete_at_the_end },
    { "/ui/sync/structure/backspace-at-the-start", test_backspace_at_the_start },
    { "/ui/sync/structure/refusals", test_refusals },
    { "/ui/sync/structure/moves-between-pasal", test_moves_between_pasal },
    { "/ui/sync/structure/moves-beside", test_moves_beside },
    { "/ui/sync/structure/ayat-into-a-pasal", test_ayat_into_a_pasal },
    { "/ui/sync/structure/style-over-lines", test_style_over_lines },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Editor, NULL, editor_set_up, tests[i].run, editor_tear_down);
  return g_test_run ();
}
