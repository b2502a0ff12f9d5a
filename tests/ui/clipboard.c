/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "agreement/shown.h"

static void
paste (Editor *editor, const char *words)
{
  g_autoptr (GArray) lines = mft_fragment_read_text (words);

  mft_sync_paste (editor->sync, lines);
  editor_assert_in_step (editor);
}

static void
test_passage (Editor *editor, gconstpointer data)
{
  g_autofree char *before = mft_test_dump (editor->agreement);
  MftBlock *ayat = mft_block_get_child (editor_pasal (editor, 2), 0);

  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (ayat), G_MAXUINT);
  paste (editor,
         "(5) Ayat baru:\na. satu;\n1. dalam;\nb. lihat ayat (1).\nPasal 9\nJUDUL BARU\n(1) "
         "Isi.\n(2) Lagi.");
  MftBlock *added = mft_block_get_child (editor_pasal (editor, 2), 1);
  g_assert_cmpstr (mft_block_get_label (added), ==, "(2)");
  g_assert_cmpuint (mft_block_n_children (added), ==, 2);
  MftBlock *second = mft_block_get_child (added, 1);
  g_assert_cmpstr (mft_block_get_label (second), ==, "b.");
  g_assert_cmpint (mft_text_get_run_at (mft_block_get_text (second), 6, NULL)->kind, ==,
                   MFT_RUN_REFERENCE);
  g_autofree char *heading = mft_shown_text (editor->agreement, editor_pasal (editor, 3));
  g_assert_cmpstr (heading, ==, "JUDUL BARU");
  g_assert_cmpuint (mft_block_n_children (editor_pasal (editor, 3)), ==, 2);
  editor_assert_line (editor, "(2)\tLagi.");
  /* One step. */
  g_assert_true (mft_agreement_undo (editor->agreement));
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
}

/* A Pasal stands behind the one with the cursor, of which nothing is parted for it. */
static void
test_pasal_inside_a_line (Editor *editor, gconstpointer data)
{
  MftBlock *ayat = mft_block_get_child (editor_pasal (editor, 2), 0);
  g_autofree char *before = mft_shown_text (editor->agreement, ayat);

  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (ayat), 10);
  paste (editor, "Pasal 9\nDATA\n(1) Data meliputi:\na. nama; dan\nb. alamat.\n"
                 "(2) Data pada ayat (1) huruf a diperbarui menurut ayat (3).\n(3) Cukup.");
  g_autofree char *after = mft_shown_text (editor->agreement, ayat);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (mft_block_n_children (editor_pasal (editor, 2)), ==, 2);
  /* What it refers to, also further down, came with it. */
  MftBlock *second = mft_block_get_child (editor_pasal (editor, 3), 1);
  guint references = 0;
  for (guint i = 0; i < mft_text_n_runs (mft_block_get_text (second)); i++)
    references += mft_text_get_run (mft_block_get_text (second), i)->kind == MFT_RUN_REFERENCE;
  g_assert_cmpuint (references, ==, 3);
  editor_assert_line (editor, "(3)\tCukup.");
}

/* Taken back, and then another passage: the cursor is in a line that is there. */
static void
test_again_after_undo (Editor *editor, gconstpointer data)
{
  g_autofree char *before = mft_test_dump (editor->agreement);
  const char *current;

  (void) data;
  mft_sync_go_to (editor->sync,
                  mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 0)), G_MAXUINT);
  paste (editor, "Pasal 9\nDATA\n(1) Satu.\n(2) Dua.");
  g_assert_true (mft_agreement_undo (editor->agreement));
  g_autofree char *after = mft_test_dump (editor->agreement);
  g_assert_cmpstr (after, ==, before);
  current = mft_sync_get_current (editor->sync);
  g_assert_nonnull (mft_agreement_get_block (editor->agreement, current));
  paste (editor, "Pasal 7\nLAIN\nIsi lain.");
  g_autofree char *text = editor_shown (editor);
  g_assert_nonnull (strstr (text, "Isi lain."));
}

static void
test_ayat_inside_a_line (Editor *editor, gconstpointer data)
{
  MftBlock *ayat = mft_block_get_child (editor_pasal (editor, 2), 0);

  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (ayat), 10);
  paste (editor, "(2) Sisipan.\n(3) Lagi.");
  editor_assert_line (editor, "(3)\tLagi.");
  g_autofree char *text = editor_shown (editor);
  g_assert_nonnull (strstr (text, "(1)\tPerjanjian\n(2)\tSisipan.\n(3)\tLagi.\n(4)\tini berlaku"));
}

static void
test_inside_a_line (Editor *editor, gconstpointer data)
{
  MftBlock *heading = editor_pasal (editor, 1);

  (void) data;
  mft_sync_go_to (editor->sync, mft_block_get_id (heading), 5);
  paste (editor, " DAN MAKSUD");
  editor_assert_line (editor, "Pasal 1\u2028RUANG DAN MAKSUD LINGKUP");
  editor_type (editor, "!");
  editor_assert_line (editor, "Pasal 1\u2028RUANG DAN MAKSUD! LINGKUP");
}

/* A list that is too deep for its place loses its level, not its words. */
static void
test_no_word_is_lost (Editor *editor, gconstpointer data)
{
  MftBlock *deep = mft_block_get_child (editor_pasal (editor, 1), 0);

  (void) data;
  while (mft_block_n_children (deep) > 0)
    deep = mft_block_get_child (deep, 0);
  mft_sync_go_to (editor->sync, mft_block_get_id (deep), G_MAXUINT);
  paste (editor, "a. aaa;\n1. bbb;\na) ccc;\n1) ddd;\n- eee;\nfff");
  g_autofree char *text = editor_shown (editor);
  for (const char *word = "aaa\0bbb\0ccc\0ddd\0eee\0fff\0"; *word != '\0'; word += 4)
    g_assert_nonnull (strstr (text, word));
}

static void
test_copy (Editor *editor, gconstpointer data)
{
  GtkTextIter from, to;

  (void) data;
  mft_sync_get_iter (editor->sync, mft_block_get_id (editor_pasal (editor, 2)), 0, &from);
  gtk_text_iter_set_line_offset (&from, 0);
  mft_sync_get_iter (editor->sync,
                     mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 0)),
                     G_MAXUINT, &to);
  gtk_text_buffer_select_range (editor->buffer, &from, &to);
  g_autofree char *text = mft_sync_dup_selected_text (editor->sync);
  g_assert_cmpstr (text, ==,
                   "Pasal 2\nJANGKA WAKTU\n(1)\tPerjanjian ini berlaku selama 4 (empat) tahun dan "
                   "30 (tiga puluh) hari.");
  g_autofree char *html = mft_sync_dup_selected_html (editor->sync);
  g_assert_nonnull (strstr (html, "Pasal 2<br/>JANGKA WAKTU</p>"));
  g_assert_nonnull (strstr (html, "(1) Perjanjian ini berlaku selama 4 (empat) tahun"));
  /* What went out comes in again as the same structure. */
  g_autoptr (GArray) lines = mft_fragment_read_html (html, strlen (html));
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (g_array_index (lines, MftFragmentLine, 0).kind, ==, MFT_BLOCK_PASAL);
  g_assert_cmpint (g_array_index (lines, MftFragmentLine, 1).kind, ==, MFT_BLOCK_AYAT);
}

static gboolean
has_pasted (gpointer data)
{
  g_autofree char *text = editor_shown (data);

  return strstr (text, "Tempelan <b> asing.") != NULL;
}

/* Through the clipboard itself, HTML before text. */
static void
test_clipboard (Editor *editor, gconstpointer data)
{
  static const char html[] = "<p>Tempelan &lt;b&gt; <i>asing</i>.</p>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);
  GdkContentProvider *forms[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, "lain") };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (forms, 2);

  (void) data;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (editor->paper), all);
  mft_sync_go_to (editor->sync,
                  mft_block_get_id (mft_block_get_child (editor_pasal (editor, 2), 0)), G_MAXUINT);
  g_signal_emit_by_name (editor->paper, "paste-clipboard");
  mft_ui_test_until (has_pasted, editor);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Editor *, gconstpointer);
  } tests[] = {
    { "/ui/clipboard/passage", test_passage },
    { "/ui/clipboard/inside-a-line", test_inside_a_line },
    { "/ui/clipboard/pasal-inside-a-line", test_pasal_inside_a_line },
    { "/ui/clipboard/ayat-inside-a-line", test_ayat_inside_a_line },
    { "/ui/clipboard/again-after-undo", test_again_after_undo },
    { "/ui/clipboard/no-word-is-lost", test_no_word_is_lost },
    { "/ui/clipboard/copy", test_copy },
    { "/ui/clipboard/through-the-clipboard", test_clipboard },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Editor, NULL, editor_set_up, tests[i].run, editor_tear_down);
  return g_test_run ();
}
