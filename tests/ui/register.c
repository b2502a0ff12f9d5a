/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "random-edits.h"
#include "support.h"

#include "agreement/edit.h"
#include "ui/library/register-model.h"
#include "ui/library/register-view.h"
#include "ui/start/start-page.h"

typedef struct
{
  MftLibrary *library;
  GtkWidget *view;
  GtkWindow *window;
} Register;

static char *
add (MftLibrary *library, const char *party)
{
  g_autoptr (MftAgreement) agreement = mft_test_agreement ();

  mft_edit_field (agreement, "p1.nama", party, NULL);
  return mft_library_add (library, agreement, NULL);
}

static void
set_up (Register *test, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();

  (void) data;
  test->library = mft_library_open (folder, NULL);
  g_free (add (test->library, "Balai Rempah"));
  g_free (add (test->library, "Dinas <b>Ikan</b> & Laut"));
  test->view = g_object_new (MFT_TYPE_REGISTER_VIEW, NULL);
  test->window = mft_ui_test_present (test->view);
  gtk_window_set_default_size (test->window, 1100, 700);
  mft_register_view_show (MFT_REGISTER_VIEW (test->view), test->library);
}

static void
tear_down (Register *test, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (test->window);
  mft_library_close (test->library);
}

static guint
count (Register *test)
{
  GtkColumnView *list = GTK_COLUMN_VIEW (mft_ui_test_get (test->view, GTK_TYPE_COLUMN_VIEW, NULL));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (list)));
}

static gboolean
shows_one (gpointer test)
{
  return count (test) == 1;
}

static gboolean
shows_none (gpointer test)
{
  return count (test) == 0;
}

static void
test_search (Register *test, gconstpointer data)
{
  GtkWidget *search = mft_ui_test_get (test->view, GTK_TYPE_SEARCH_ENTRY, NULL);

  (void) data;
  g_assert_cmpuint (count (test), ==, 2);
  mft_ui_test_spin (100);
  mft_ui_test_get (test->view, GTK_TYPE_LABEL, "Konsep");
  gtk_editable_set_text (GTK_EDITABLE (search), "remp");
  mft_ui_test_until (shows_one, test);
  gtk_editable_set_text (GTK_EDITABLE (search), "tiada");
  mft_ui_test_until (shows_none, test);
  mft_ui_test_get (test->view, ADW_TYPE_STATUS_PAGE, "Tidak ada naskah yang cocok");
}

static void
test_status (Register *test, gconstpointer data)
{
  GtkDropDown *statuses = GTK_DROP_DOWN (mft_ui_test_get (test->view, GTK_TYPE_DROP_DOWN, NULL));
  g_autofree char *third = add (test->library, "Dinas Tiga");

  (void) data;
  g_assert_true (mft_library_set_status (test->library, third, MFT_STATUS_DISCUSSION, NULL));
  gtk_drop_down_set_selected (statuses, 1 + MFT_STATUS_DISCUSSION);
  g_assert_cmpuint (count (test), ==, 1);
  gtk_drop_down_set_selected (statuses, 0);
  g_assert_cmpuint (count (test), ==, 3);
}

/* What is deleted comes back from the toast. */
static void
test_delete_and_undo (Register *test, gconstpointer data)
{
  g_autofree char *id = add (test->library, "Dinas Tiga");

  (void) data;
  mft_register_view_show (MFT_REGISTER_VIEW (test->view), test->library);
  g_assert_cmpuint (count (test), ==, 3);
  gtk_widget_activate_action (test->view, "register.remove", "s", id);
  g_assert_cmpuint (count (test), ==, 2);
  g_assert_null (mft_library_load (test->library, id, NULL, NULL));
  mft_ui_test_spin (400);
  mft_ui_test_press (GTK_WIDGET (test->window), "_Urungkan");
  g_assert_cmpuint (count (test), ==, 3);
}

static void
test_duplicate (Register *test, gconstpointer data)
{
  g_autofree char *id = add (test->library, "Dinas Tiga");

  (void) data;
  gtk_widget_activate_action (test->view, "register.duplicate", "s", id);
  g_assert_cmpuint (count (test), ==, 4);
}

/* Every row of a long register can be reached, and only what is looked at is read. */
static void
test_long_model (Register *test, gconstpointer data)
{
  g_autoptr (MftRegisterModel) model = mft_register_model_new ();
  const MftRegisterQuery all = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  (void) data;
  for (guint i = 0; i < 300; i++)
    g_free (add (test->library, "Dinas"));
  g_assert_true (mft_register_model_show (model, test->library, &all, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 302);
  for (guint i = 302; i > 0; i--)
    {
      g_autoptr (MftRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (model), i - 1);
      g_hash_table_add (seen, g_strdup (mft_register_item_get_entry (item)->id));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 302);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 302));
}

/* Ctrl+F, where agreements are listed. */
static void
test_search_key (Register *test, gconstpointer data)
{
  GtkWidget *page = g_object_new (MFT_TYPE_START_PAGE, NULL);
  GtkWindow *window = mft_ui_test_present (page);

  (void) data;
  mft_start_page_show_work (MFT_START_PAGE (page), test->library, NULL);
  GtkWidget *search = mft_ui_test_get (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_widget_grab_focus (mft_ui_test_get (page, GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_null (gtk_widget_get_focus_child (search));
  g_assert_true (gtk_widget_activate_action (page, "start.search", NULL));
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  gtk_window_destroy (window);
}

#define ADD(path, function) g_test_add (path, Register, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  ADD ("/ui/register/search", test_search);
  ADD ("/ui/register/search-key", test_search_key);
  ADD ("/ui/register/status", test_status);
  ADD ("/ui/register/delete-and-undo", test_delete_and_undo);
  ADD ("/ui/register/duplicate", test_duplicate);
  ADD ("/ui/register/long-model", test_long_model);
  return g_test_run ();
}
