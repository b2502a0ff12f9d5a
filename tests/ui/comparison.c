/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "support.h"

#include "ui/comparison/comparison-page.h"
#include "ui/comparison/comparison-side.h"

typedef struct
{
  GtkWidget *window;
  MftComparisonSide *left;
  MftComparisonSide *right;
} Page;

static void
set_up (Page *page, gconstpointer data)
{
  GtkWidget *content = g_object_new (MFT_TYPE_COMPARISON_PAGE, NULL);
  GtkWidget *paned = gtk_widget_get_first_child (content);

  (void) data;
  page->window = adw_window_new ();
  page->left = MFT_COMPARISON_SIDE (gtk_paned_get_start_child (GTK_PANED (paned)));
  page->right = MFT_COMPARISON_SIDE (gtk_paned_get_end_child (GTK_PANED (paned)));
  gtk_window_set_default_size (GTK_WINDOW (page->window), 1000, 600);
  adw_window_set_content (ADW_WINDOW (page->window), content);
  gtk_window_present (GTK_WINDOW (page->window));
}

static void
tear_down (Page *page, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (page->window));
}

static gboolean
is_loaded (gpointer side)
{
  return mft_comparison_side_has_text (side);
}

/* A text of `n` Pasal, each with some ayat. */
static void
open_text (MftComparisonSide *side, guint n, guint ayat)
{
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "naskah.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("PERJANJIAN KERJA SAMA\nANTARA\nSATU\nDENGAN\nDUA\n"
                                           "TENTANG\nPERTUKARAN DATA\n\n");

  for (guint i = 1; i <= n; i++)
    {
      g_string_append_printf (text, "Pasal %u\nJUDUL\n", i);
      for (guint j = 1; j <= ayat; j++)
        g_string_append_printf (text, "(%u) Bunyi ayat yang agak panjang.\n", j);
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  mft_comparison_side_open (side, file);
  mft_ui_test_until (is_loaded, side);
}

static gboolean
same_top (gpointer data)
{
  const Page *page = data;

  return g_str_equal (mft_comparison_side_get_top (page->left), "Pasal 8")
         && g_str_equal (mft_comparison_side_get_top (page->right), "Pasal 8");
}

static void
scroll_to (MftComparisonSide *side, const char *label)
{
  GtkWidget *view = mft_ui_test_get (GTK_WIDGET (side), GTK_TYPE_TEXT_VIEW, NULL);
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  while (!g_str_equal (mft_comparison_side_get_top (side), label)
         && gtk_adjustment_get_value (adjustment)
                < gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 40);
      mft_ui_test_spin (5);
    }
}

/* The right one has more text before Pasal 8; it stands level all the same. */
static void
test_same_pasal_stays_level (Page *page, gconstpointer data)
{
  (void) data;
  open_text (page->left, 15, 4);
  open_text (page->right, 15, 9);
  mft_ui_test_spin (300);
  scroll_to (page->left, "Pasal 8");
  mft_ui_test_until (same_top, page);
}

static void
test_pasal_that_the_other_lacks (Page *page, gconstpointer data)
{
  (void) data;
  open_text (page->left, 15, 6);
  open_text (page->right, 3, 6);
  mft_ui_test_spin (300);
  scroll_to (page->left, "Pasal 9");
  g_assert_cmpstr (mft_comparison_side_get_top (page->left), ==, "Pasal 9");
}

static void
test_is_not_changed (Page *page, gconstpointer data)
{
  (void) data;
  open_text (page->left, 2, 1);
  GtkWidget *view = mft_ui_test_get (GTK_WIDGET (page->left), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
  g_assert_false (mft_comparison_side_has_text (page->right));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add ("/ui/comparison/same-pasal-stays-level", Page, NULL, set_up,
              test_same_pasal_stays_level, tear_down);
  g_test_add ("/ui/comparison/pasal-that-the-other-lacks", Page, NULL, set_up,
              test_pasal_that_the_other_lacks, tear_down);
  g_test_add ("/ui/comparison/is-not-changed", Page, NULL, set_up, test_is_not_changed, tear_down);
  return g_test_run ();
}
