/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and replacing in the editor. */
#include "editor-support.h"

#include "ui/editor/find-bar.h"

static void
test_find (Page *editor, gconstpointer data)
{
  GtkWidget *bar = mft_ui_test_get (editor->page, MFT_TYPE_FIND_BAR, NULL);
  GtkWidget *entry = mft_ui_test_get (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->paper));
  GtkTextIter from, to;

  (void) data;
  g_assert_true (gtk_widget_activate_action (editor->page, "page.find", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "jangka waktu");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &from, &to));
  g_autofree char *found = gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
  g_assert_cmpstr (found, ==, "JANGKA WAKTU");
  g_signal_emit_by_name (entry, "next-match");
  gtk_text_buffer_get_selection_bounds (buffer, &from, &to);
  g_autofree char *next = gtk_text_buffer_get_text (buffer, &from, &to, TRUE);
  g_assert_cmpstr (next, ==, "Jangka waktu");
}

static gboolean
press_tab (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || g_list_model_get_n_items (G_LIST_MODEL (controller)) != 1)
        continue;
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == GDK_KEY_Tab)
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
    }
  g_assert_not_reached ();
}

/* Looking for something else begins by writing; Tab goes on to what takes its place, if that is asked. */
static void
test_find_again (Page *editor, gconstpointer data)
{
  GtkWidget *bar = mft_ui_test_get (editor->page, MFT_TYPE_FIND_BAR, NULL);
  GtkWidget *entry = mft_ui_test_get (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  int start, end;

  (void) data;
  g_assert_true (gtk_widget_activate_action (editor->page, "page.find", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "jangka");
  g_assert_false (press_tab (entry));
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (gtk_widget_activate_action (editor->page, "page.replace", NULL));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (entry), &start, &end));
  g_assert_cmpint (end - start, ==, 6);
  g_assert_true (press_tab (entry));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (editor->window))));
  g_assert_false (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (editor->window)), entry));
}

/* In the window: only in one Pasal, every place at once, one step back. */
static void
test_replace (Page *editor, gconstpointer data)
{
  GtkWidget *bar = mft_ui_test_get (editor->page, MFT_TYPE_FIND_BAR, NULL);
  GtkWidget *entry = mft_ui_test_get (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *with = gtk_widget_get_prev_sibling (
      gtk_widget_get_ancestor (mft_ui_test_get (bar, GTK_TYPE_LABEL, "_Ganti"), GTK_TYPE_BUTTON));
  GtkWidget *scope = mft_ui_test_get (bar, GTK_TYPE_DROP_DOWN, NULL);
  g_autofree char *before = page_text (editor);

  (void) data;
  g_assert_true (gtk_widget_activate_action (editor->page, "page.replace", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (scope))), ==,
                    2 + mft_agreement_n_parties (editor->agreement));
  gtk_editable_set_text (GTK_EDITABLE (entry), "jangka waktu");
  gtk_editable_set_text (GTK_EDITABLE (with), "masa berlaku");
  g_signal_emit_by_name (with, "activate");
  g_signal_emit_by_name (with, "activate");
  g_autofree char *once = page_text (editor);
  g_assert_nonnull (strstr (once, "masa berlaku"));
  g_assert_null (strstr (once, "JANGKA WAKTU"));
  g_assert_nonnull (strstr (once, "Jangka waktu"));
  mft_ui_test_press (bar, "Ganti _semua");
  g_autofree char *all = page_text (editor);
  g_assert_null (strstr (all, "Jangka waktu"));
  g_assert_true (gtk_widget_activate_action (editor->page, "page.undo", NULL));
  g_assert_true (gtk_widget_activate_action (editor->page, "page.undo", NULL));
  g_autofree char *after = page_text (editor);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add ("/ui/find-bar/find", Page, NULL, page_set_up, test_find, page_tear_down);
  g_test_add ("/ui/find-bar/find-again", Page, NULL, page_set_up, test_find_again, page_tear_down);
  g_test_add ("/ui/find-bar/replace", Page, NULL, page_set_up, test_replace, page_tear_down);
  return g_test_run ();
}
