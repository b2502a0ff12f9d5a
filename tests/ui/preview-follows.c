/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview and the text lead to each other, and the pages stay where they are looked at. */
#include "ui/preview/preview-pane.h"

#include "agreement/edit.h"
#include "template/sample.h"
#include "ui/preview/page-view.h"

#include "ui-support.h"

static gboolean
has_pages (gpointer pane)
{
  return mft_preview_pane_get_pages (pane) != NULL;
}

static GtkWidget *
new_window (MftAgreement *agreement, MftPreviewPane **pane)
{
  GtkWidget *window = gtk_window_new ();

  *pane = g_object_new (MFT_TYPE_PREVIEW_PANE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*pane));
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 700);
  mft_preview_pane_set_agreement (*pane, agreement);
  gtk_window_present (GTK_WINDOW (window));
  mft_ui_test_until (has_pages, *pane);
  mft_ui_test_spin (500);
  return window;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget)
      && g_object_get_data (G_OBJECT (widget), "thumbnail") == NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (GtkWidget *view, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

static void
go_cb (char **gone, const char *id)
{
  g_free (*gone);
  *gone = g_strdup (id);
}

/* Every block of the page, at the middle of its place. */
static void
test_click_leads_to_the_block (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  GtkWidget *view = find (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW);
  const MftPages *pages = mft_preview_pane_get_pages (pane);
  guint number = mft_page_view_get_number (MFT_PAGE_VIEW (view)), count, tried = 0;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  double scale = gtk_widget_get_width (view) / mft_pages_width (pages, number);
  g_autofree char *gone = NULL;

  g_signal_connect_swapped (pane, "go", G_CALLBACK (go_cb), &gone);
  for (guint i = 0; i < count; i++)
    if (places[i].page == number)
      {
        click (view, (places[i].x + places[i].width / 2) * scale,
               (places[i].y + places[i].height / 2) * scale);
        g_assert_cmpstr (gone, ==, places[i].block);
        tried++;
      }
  g_assert_cmpuint (tried, >, 5);
  gtk_window_destroy (GTK_WINDOW (window));
}

static double
scrolled (MftPreviewPane *pane)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (find (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW),
                                                 GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

typedef struct
{
  MftPreviewPane *pane;
  const MftPages *before;
} Wait;

static gboolean
has_others (gpointer data)
{
  const Wait *wait = data;

  return mft_preview_pane_get_pages (wait->pane) != wait->before;
}

/* The page with the cursor's block comes into sight, and stays there while the text changes. */
static void
test_follows_the_cursor_and_stays (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);
  MftBlock *last = mft_block_get_child (body, mft_block_n_children (body) - 1);
  g_autofree char *id = g_strdup (mft_block_get_id (last));
  g_autoptr (MftText) words = mft_text_new ("KATA LAIN", MFT_STYLE_PLAIN);

  g_assert_cmpfloat (scrolled (pane), ==, 0);
  mft_preview_pane_set_current (pane, id);
  mft_ui_test_spin (500);
  double there = scrolled (pane);
  g_assert_cmpfloat (there, >, 500);
  g_autoptr (MftPages) before = mft_pages_ref ((MftPages *) mft_preview_pane_get_pages (pane));
  g_assert_true (mft_edit_text (agreement, last, 0, G_MAXUINT, words, NULL));
  Wait wait = { pane, before };
  mft_ui_test_until (has_others, &wait);
  mft_ui_test_spin (500);
  g_assert_cmpfloat (ABS (scrolled (pane) - there), <, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/preview/click-leads-to-the-block", test_click_leads_to_the_block);
  g_test_add_func ("/ui/preview/follows-and-stays", test_follows_the_cursor_and_stays);
  return g_test_run ();
}
