/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/preview-pane.h"

#include "agreement/edit.h"
#include "template/sample.h"
#include "typeset/profile.h"
#include "ui/preview/page-drawing.h"
#include "ui/preview/page-settings.h"
#include "ui/preview/page-view.h"

#include "ui-support.h"

/* The pane in a window, its first pages laid out. */
static GtkWidget *
new_window (MftAgreement *agreement, MftPreviewPane **pane)
{
  GtkWidget *window = gtk_window_new ();

  *pane = g_object_new (MFT_TYPE_PREVIEW_PANE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*pane));
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 700);
  mft_preview_pane_set_agreement (*pane, agreement);
  gtk_window_present (GTK_WINDOW (window));
  while (mft_preview_pane_get_pages (*pane) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
wait_for_other (MftPreviewPane *pane, const MftPages *pages)
{
  while (mft_preview_pane_get_pages (pane) == pages)
    g_main_context_iteration (NULL, TRUE);
}

/* Every edit ends in the pages of the newest text, however fast they come. */
static void
test_newest_wins (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  /* Kept, so that its address is not given to the next ones. */
  g_autoptr (MftPages) before = mft_pages_ref ((MftPages *) mft_preview_pane_get_pages (pane));
  MftBlock *body = mft_agreement_get_part (agreement, MFT_BLOCK_BODY);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_true (mft_edit_remove (
          agreement, mft_block_get_child (body, mft_block_n_children (body) - 1), &error));
      g_main_context_iteration (NULL, FALSE);
    }
  MftTypesetOptions options = { .draft = TRUE };
  g_autoptr (MftPages) wanted = mft_typeset (agreement, &options, NULL, NULL);
  while (mft_pages_count (mft_preview_pane_get_pages (pane)) != mft_pages_count (wanted))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (mft_preview_pane_get_pages (pane) != before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && g_object_get_data (G_OBJECT (widget), "thumbnail") == NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_a_choice_is_an_edit (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  const MftPages *before = mft_preview_pane_get_pages (pane);
  GtkWidget *settings = g_object_ref_sink (mft_page_settings_new (agreement));
  GtkWidget *profile
      = find_child (gtk_popover_get_child (GTK_POPOVER (settings)), GTK_TYPE_DROP_DOWN);

  g_assert_cmpfloat (mft_pages_height (before, 0), <, 850);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (profile), 1);
  g_assert_cmpstr (mft_agreement_get_setting (agreement, MFT_SETTING_PROFILE), ==, "f4");
  wait_for_other (pane, before);
  g_assert_cmpfloat (mft_pages_height (mft_preview_pane_get_pages (pane), 0), >, 900);
  g_assert_true (mft_agreement_undo (agreement));
  g_assert_cmpstr (mft_agreement_get_setting (agreement, MFT_SETTING_PROFILE), ==, "a4");
  g_object_unref (settings);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_zoom (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  GtkWidget *view = NULL;
  int wide, page, width, larger;

  while ((view = find_child (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.fit", "s", "width");
  gtk_widget_get_size_request (view, &wide, NULL);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.fit", "s", "page");
  gtk_widget_get_size_request (view, &page, NULL);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.fit", "s", "paper");
  gtk_widget_get_size_request (view, &width, NULL);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.zoom-in", NULL);
  gtk_widget_get_size_request (view, &larger, NULL);
  g_assert_cmpint (page, <=, wide);
  g_assert_cmpint (width, ==, 793); /* 210 mm at 96 dpi */
  g_assert_cmpint (larger, >, width);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A page is fitted when its room is known, in a frame to come. */
static void
wait_until_fitted (GtkScrolledWindow *scroller)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (scroller);

  while (gtk_adjustment_get_upper (place) > gtk_adjustment_get_page_size (place))
    g_main_context_iteration (NULL, TRUE);
}

/* The wheel as the pages' own controller gets it, before the scrolled window does. */
static void
turn_wheel (MftPreviewPane *pane, double down)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (find_child (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW),
                                                 GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  gboolean handled = FALSE;

  wait_until_fitted (GTK_SCROLLED_WINDOW (scroller));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_SCROLL (one)
          && gtk_event_controller_get_propagation_phase (one) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (one, "scroll", 0.0, down, &handled);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
shown_page (MftPreviewPane *pane)
{
  return mft_page_view_get_number (
      MFT_PAGE_VIEW (find_child (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW)));
}

/* One page at a time: turned by keys, and by the wheel, a touchpad's small steps too. */
static void
test_single (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);

  while (find_child (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.fit", "s", "page");
  g_object_set (pane, "single", TRUE, NULL);
  turn_wheel (pane, -1);
  g_assert_cmpuint (shown_page (pane), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.next-page", NULL);
  turn_wheel (pane, 0.4);
  g_assert_cmpuint (shown_page (pane), ==, 1);
  turn_wheel (pane, 0.7);
  g_assert_cmpuint (shown_page (pane), ==, 2);
  turn_wheel (pane, -1);
  g_assert_cmpuint (shown_page (pane), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* White paper, or nearly black. */
static guint
corner_of (GdkTexture *texture)
{
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guint8 *data = g_malloc (stride * (gsize) gdk_texture_get_height (texture));

  gdk_texture_download (texture, data, stride);
  return data[0];
}

static void
test_dark_paper (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  const MftTypesetOptions options = { 0 };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GdkTexture) light = mft_page_drawing (pages, 0, 100, 140, FALSE);
  g_autoptr (GdkTexture) dark = mft_page_drawing (pages, 0, 100, 140, TRUE);

  g_assert_cmpuint (corner_of (light), ==, 255);
  g_assert_cmpuint (corner_of (dark), <, 60);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/preview/newest-wins", test_newest_wins);
  g_test_add_func ("/ui/preview/a-choice-is-an-edit", test_a_choice_is_an_edit);
  g_test_add_func ("/ui/preview/zoom", test_zoom);
  g_test_add_func ("/ui/preview/single", test_single);
  g_test_add_func ("/ui/preview/dark-paper", test_dark_paper);
  return g_test_run ();
}
