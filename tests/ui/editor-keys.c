/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that a text view would take for itself. */
#include "editor-support.h"

/* Presses keys as the text view's own Enter and Tab never see them; FALSE: those would take them. */
static gboolean
press (GtkWidget *paper, const char *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (paper);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *trigger
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
          if (strstr (trigger, keys) != NULL)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, paper,
                                                 NULL);
        }
    }
  return FALSE;
}

/* With Ctrl or Shift held down, Enter and Tab are not those of a text view. */
static void
test_held_keys (Page *editor, gconstpointer data)
{
  GtkWidget *paper = GTK_WIDGET (editor->paper);
  MftBlock *body = mft_agreement_get_part (editor->agreement, MFT_BLOCK_BODY);
  guint articles = mft_block_n_children (body);

  (void) data;
  g_assert_true (press (paper, "<Shift><Control>Return"));
  g_assert_cmpuint (mft_block_n_children (body), ==, articles + 1);
  MftBlock *pasal = mft_block_get_child (body, articles);
  mft_sync_go_to (mft_paper_get_sync (editor->paper),
                  mft_block_get_id (mft_block_get_child (pasal, 0)), 0);
  g_assert_true (press (paper, "<Shift>KP_Enter"));
  g_assert_cmpuint (mft_block_n_children (pasal), ==, 2);
  g_assert_true (press (paper, "Tab"));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add ("/ui/editor/held-keys", Page, NULL, page_set_up, test_held_keys, page_tear_down);
  return g_test_run ();
}
