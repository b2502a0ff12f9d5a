/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-support.h"

#include "ui/editor/outline-row.h"
#include "ui/editor/outline.h"

#include "agreement/edit.h"
#include "check/check.h"

typedef struct
{
  Editor editor;
  GtkWidget *outline;
  GtkWindow *window;
  GtkSelectionModel *model;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  editor_set_up (&fixture->editor, data);
  fixture->outline = g_object_new (MFT_TYPE_OUTLINE, NULL);
  mft_outline_set_agreement (MFT_OUTLINE (fixture->outline), fixture->editor.agreement,
                             fixture->editor.sync);
  fixture->window = mft_ui_test_present (fixture->outline);
  fixture->model = gtk_list_view_get_model (
      GTK_LIST_VIEW (mft_ui_test_get (fixture->outline, GTK_TYPE_LIST_VIEW, NULL)));
  mft_ui_test_spin (20);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  editor_tear_down (&fixture->editor, data);
}

static guint
position_of (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr (MftOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);
      if (g_str_equal (mft_outline_item_get_id (item), id))
        return i;
    }
  g_assert_not_reached ();
}

static const char *
pasal_id (Fixture *fixture, guint number)
{
  return mft_block_get_id (editor_pasal (&fixture->editor, number));
}

static void
select_two (Fixture *fixture, const char *first, const char *second)
{
  gtk_selection_model_select_item (fixture->model, position_of (fixture, first), TRUE);
  gtk_selection_model_select_item (fixture->model, position_of (fixture, second), FALSE);
}

/* Several Pasal move and go together, and stay selected. */
static void
test_selection_moves (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (pasal_id (fixture, 1));
  g_autofree char *second = g_strdup (pasal_id (fixture, 2));
  g_autofree char *third = g_strdup (pasal_id (fixture, 3));

  (void) data;
  select_two (fixture, first, second);
  gtk_widget_activate_action (fixture->outline, "outline.move-down", NULL);
  g_assert_cmpstr (pasal_id (fixture, 1), ==, third);
  g_assert_cmpstr (pasal_id (fixture, 2), ==, first);
  mft_ui_test_spin (20);
  g_assert_true (gtk_selection_model_is_selected (fixture->model, position_of (fixture, first)));
  g_assert_true (gtk_selection_model_is_selected (fixture->model, position_of (fixture, second)));
  gtk_widget_activate_action (fixture->outline, "outline.move-up", NULL);
  g_assert_cmpstr (pasal_id (fixture, 3), ==, third);
  mft_ui_test_spin (20);
  gtk_widget_activate_action (fixture->outline, "outline.remove", NULL);
  g_assert_cmpstr (pasal_id (fixture, 1), ==, third);
  g_assert_true (mft_agreement_undo (fixture->editor.agreement));
  g_assert_cmpstr (pasal_id (fixture, 2), ==, second);
  editor_assert_in_step (&fixture->editor);
}

/* The parts keep their places: neither keys nor a drop change them. */
static void
test_parts_stay (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = mft_test_dump (fixture->editor.agreement);

  (void) data;
  gtk_selection_model_select_item (fixture->model, 0, TRUE);
  gtk_widget_activate_action (fixture->outline, "outline.move-down", NULL);
  gtk_widget_activate_action (fixture->outline, "outline.remove", NULL);
  g_autofree char *after = mft_test_dump (fixture->editor.agreement);
  g_assert_cmpstr (after, ==, before);
}

static GtkWidget *
row_of (GtkWidget *top, const char *id)
{
  GtkWidget *found = NULL;

  if (MFT_IS_OUTLINE_ROW (top) && mft_outline_row_get_item (MFT_OUTLINE_ROW (top)) != NULL
      && g_str_equal (mft_outline_item_get_id (mft_outline_row_get_item (MFT_OUTLINE_ROW (top))),
                      id))
    return top;
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = row_of (child, id);
  return found;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (pasal_id (fixture, 1));
  g_autofree char *third = g_strdup (pasal_id (fixture, 3));
  g_autoptr (MftOutlineItem) dragged
      = g_list_model_get_item (G_LIST_MODEL (fixture->model), position_of (fixture, third));

  (void) data;
  g_signal_emit_by_name (row_of (fixture->outline, first), "dropped", dragged, FALSE);
  g_assert_cmpstr (pasal_id (fixture, 1), ==, third);
  g_assert_cmpstr (pasal_id (fixture, 2), ==, first);
  editor_assert_in_step (&fixture->editor);
}

static guint
count (Fixture *fixture, const char *filter)
{
  g_autoptr (GPtrArray) items
      = mft_outline_items_new (fixture->editor.agreement, NULL, filter, NULL);

  return items->len;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  (void) data;
  g_assert_cmpuint (count (fixture, "pasal 2"), ==, 1);
  /* The heading of the Pasal, and its ayat although it is closed. */
  g_assert_cmpuint (count (fixture, "jangka waktu"), ==, 2);
  g_assert_cmpuint (count (fixture, "tidak ada ini"), ==, 0);
  g_assert_cmpuint (count (fixture, ""), ==, count (fixture, NULL));
}

/* Of a long ayat as many words as a line has, each whole. */
static void
test_first_words (Fixture *fixture, gconstpointer data)
{
  MftBlock *pasal = editor_pasal (&fixture->editor, 2);
  g_autoptr (MftText) text = mft_text_new (
      "PARA PIHAK menyediakan data kependudukan, data wilayah, dan data pelabuhan secara berkala.",
      MFT_STYLE_PLAIN);

  (void) data;
  g_assert_true (mft_edit_text (fixture->editor.agreement, mft_block_get_child (pasal, 0), 0,
                                G_MAXUINT, text, NULL));
  g_autoptr (GPtrArray) items
      = mft_outline_items_new (fixture->editor.agreement, mft_block_get_id (pasal), NULL, NULL);
  MftOutlineItem *ayat = items->pdata[position_of (fixture, mft_block_get_id (pasal)) + 1];
  g_assert_cmpstr (mft_outline_item_get_words (ayat), ==,
                   "PARA PIHAK menyediakan data kependudukan, data wilayah, dan data pelabuhan …");
}

static void
test_findings_are_counted (Fixture *fixture, gconstpointer data)
{
  MftBlock *ayat = mft_block_get_child (editor_pasal (&fixture->editor, 2), 0);
  MftBlock *title = mft_block_get_child (
      mft_agreement_get_part (fixture->editor.agreement, MFT_BLOCK_TITLE), 1);
  MftFinding in_ayat = { .block_id = (char *) mft_block_get_id (ayat) };
  MftFinding in_title = { .block_id = (char *) mft_block_get_id (title) };
  MftFinding nowhere = { .block_id = NULL };
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();

  (void) data;
  g_ptr_array_add (findings, &in_ayat);
  g_ptr_array_add (findings, &in_ayat);
  g_ptr_array_add (findings, &in_title);
  g_ptr_array_add (findings, &nowhere);
  mft_outline_set_findings (MFT_OUTLINE (fixture->outline), findings);
  mft_ui_test_spin (300); /* a busy machine */
  g_autoptr (MftOutlineItem) pasal = g_list_model_get_item (
      G_LIST_MODEL (fixture->model), position_of (fixture, pasal_id (fixture, 2)));
  g_autoptr (MftOutlineItem) part = g_list_model_get_item (G_LIST_MODEL (fixture->model), 0);
  g_assert_cmpuint (mft_outline_item_get_findings (pasal), ==, 2);
  g_assert_cmpuint (mft_outline_item_get_findings (part), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/outline/selection-moves", test_selection_moves },
    { "/ui/outline/parts-stay", test_parts_stay },
    { "/ui/outline/drop", test_drop },
    { "/ui/outline/filter", test_filter },
    { "/ui/outline/first-words", test_first_words },
    { "/ui/outline/findings-are-counted", test_findings_are_counted },
  };

  mft_ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
