/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-support.h"

#include "ui/editor/outline-item.h"

/* An earlier question may still be on its way out. */
static GtkWidget *
dialog_with (GType type, const char *text)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (mft_ui_test_find (link->data, type, text) != NULL)
      return link->data;
  g_error ("no window has '%s'", text);
}

/* A BAB begins where the cursor is: in the label of the Pasal and in the outline, one step back. */
static void
test_chapter (Page *editor, gconstpointer data G_GNUC_UNUSED)
{
  MftBlock *pasal
      = mft_block_get_child (mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY), 1);
  g_autofree char *before = page_text (editor);
  GtkWidget *ask;

  mft_sync_go_to (mft_paper_get_sync (editor->paper), mft_block_get_id (pasal), 0);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.chapter", NULL));
  ask = dialog_with (ADW_TYPE_ENTRY_ROW, "Judul BAB");
  gtk_editable_set_text (GTK_EDITABLE (mft_ui_test_get (ask, ADW_TYPE_ENTRY_ROW, "Judul BAB")),
                         "Pelaksanaan");
  mft_ui_test_press (ask, "_Ubah");
  mft_ui_test_spin (50);
  g_autofree char *text = page_text (editor);
  g_assert_nonnull (strstr (text, "BAB I\u2028PELAKSANAAN\u2028Pasal 2"));
  g_autoptr (GPtrArray) items = mft_outline_items_new (editor->agreement, NULL, NULL, NULL);
  gboolean listed = FALSE;
  for (guint i = 0; i < items->len; i++)
    listed |= g_str_equal (mft_outline_item_get_words (items->pdata[i]), "BAB I Pelaksanaan");
  g_assert_true (listed);
  g_assert_true (gtk_widget_activate_action (editor->page, "page.undo", NULL));
  g_autofree char *undone = page_text (editor);
  g_assert_cmpstr (undone, ==, before);
}

int
main (int argc, char *argv[])
{
  mft_ui_test_init (&argc, &argv);
  g_test_add ("/ui/chapter", Page, NULL, page_set_up, test_chapter, page_tear_down);
  return g_test_run ();
}
