/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/preview-pane.h"

#include "agreement/edit.h"
#include "template/sample.h"
#include "typeset/profile.h"
#include "ui/document/page-text.h"
#include "ui/preview/page-drawing.h"
#include "ui/preview/page-print.h"
#include "ui/preview/page-settings.h"
#include "ui/preview/page-view.h"

#include "support.h"
#include "ui-support.h"

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

static GtkWidget *
first_view (MftPreviewPane *pane)
{
  return find_child (GTK_WIDGET (pane), MFT_TYPE_PAGE_VIEW);
}

static GtkScrolledWindow *
scroller_of (MftPreviewPane *pane)
{
  return GTK_SCROLLED_WINDOW (
      gtk_widget_get_ancestor (first_view (pane), GTK_TYPE_SCROLLED_WINDOW));
}

static gboolean
is_shown (gpointer pane)
{
  GtkWidget *view = mft_preview_pane_get_pages (pane) != NULL ? first_view (pane) : NULL;

  return view != NULL && gtk_widget_get_mapped (view);
}

/* The pane in a window, its first pages laid out and in their place. */
static GtkWidget *
new_window (MftAgreement *agreement, MftPreviewPane **pane)
{
  GtkWidget *window = gtk_window_new ();

  *pane = g_object_new (MFT_TYPE_PREVIEW_PANE, NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*pane));
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 700);
  mft_preview_pane_set_agreement (*pane, agreement);
  gtk_window_present (GTK_WINDOW (window));
  mft_ui_test_until (is_shown, *pane);
  mft_ui_test_spin (300);
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
  GtkWidget *view = first_view (pane);
  int wide, page, width, larger;

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

typedef struct
{
  GtkWidget *view;
  int width;
} Wished;

static gboolean
has_width (gpointer data)
{
  const Wished *wished = data;

  return gtk_widget_get_width (wished->view) == wished->width;
}

/* A page that is made smaller than the room around it keeps its proportions: all of it is seen. */
static void
test_zoomed_out_page_is_whole (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  Wished wished = { .view = first_view (pane) };

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.fit", "s", "paper");
  for (int i = 0; i < 12; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (pane), "preview.zoom-out", NULL);
      gtk_widget_get_size_request (wished.view, &wished.width, NULL);
      mft_ui_test_until (has_width, &wished);
      double ratio = gtk_widget_get_height (wished.view) / (double) wished.width;
      g_assert_cmpfloat_with_epsilon (ratio, 297 / 210.0, 0.01);
    }
  g_assert_cmpint (wished.width, <, 200);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkEventController *
controller_of (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (one, type))
        return one;
    }
  g_assert_not_reached ();
}

/* Two fingers that draw apart, from the size that is seen; not beyond the largest and the smallest. */
static void
test_pinch (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  GtkWidget *view = first_view (pane);
  GtkEventController *pinch
      = controller_of (GTK_WIDGET (scroller_of (pane)), GTK_TYPE_GESTURE_ZOOM);
  static const double scales[] = { 1.5, 0.5, 1000, 0.0001 };
  const int expected[] = { 793 * 3 / 2, 793 / 2, 793 * 4, 793 / 4 };
  int width;

  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.fit", "s", "paper");
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_signal_emit_by_name (pinch, "scale-changed", scales[i]);
      gtk_widget_get_size_request (view, &width, NULL);
      g_assert_cmpint (ABS (width - expected[i]), <=, 3);
    }
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
  GtkScrolledWindow *scroller = scroller_of (pane);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (scroller));
  gboolean handled = FALSE;

  wait_until_fitted (scroller);
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
  return mft_page_view_get_number (MFT_PAGE_VIEW (first_view (pane)));
}

/* One page at a time: turned by keys, and by the wheel, a touchpad's small steps too. */
static void
test_single (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);

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

static GObject *
part_of (MftPreviewPane *pane, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (pane), MFT_TYPE_PREVIEW_PANE, name);
}

/* Pressing a small page brings the large one. */
static void
test_thumbnails (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("pks-umum");
  MftPreviewPane *pane;
  GtkWidget *window = new_window (agreement, &pane);
  GObject *list = part_of (pane, "thumbnails");
  GtkRevealer *revealer = GTK_REVEALER (part_of (pane, "thumbnails_revealer"));

  g_object_set (pane, "single", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.thumbnails", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_signal_emit_by_name (list, "activate", 4u);
  mft_ui_test_spin (100);
  g_assert_cmpuint (shown_page (pane), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (pane), "preview.thumbnails", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_printed (PopplerPage *page, const MftPages *pages, guint number)
{
  g_autoptr (MftPageText) text = mft_page_text_new (pages, number);
  g_autoptr (MftPageText) shown = mft_page_text_new_pdf (page);
  g_autofree char *words = mft_page_text_dup (text, 0, 12);
  double width, height;
  guint start = 0, end;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, mft_pages_width (pages, number), 1);
  g_assert_cmpfloat_with_epsilon (height, mft_pages_height (pages, number), 1);
  g_assert_true (mft_page_text_find (shown, words, &start, &end));
}

/* Every page on paper of its own size, its words on it. */
static void
test_print (void)
{
  g_autoptr (MftAgreement) agreement = mft_sample_agreement ("nota-kesepakatan");
  const MftTypesetOptions options = { .draft = TRUE };
  g_autoptr (MftPages) pages = mft_typeset (agreement, &options, NULL, NULL);
  g_autoptr (GtkPrintOperation) print = mft_page_print_new (pages);
  g_autofree char *folder = mft_test_folder ();
  g_autofree char *path = g_build_filename (folder, "cetakan.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint across = 0;

  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  PopplerDocument *printed = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (printed), ==, (int) mft_pages_count (pages));
  for (guint i = 0; i < mft_pages_count (pages); i++)
    {
      PopplerPage *page = poppler_document_get_page (printed, (int) i);
      assert_printed (page, pages, i);
      across += mft_pages_width (pages, i) > mft_pages_height (pages, i) ? 1 : 0;
      g_object_unref (page);
    }
  g_object_unref (printed);
  g_assert_cmpuint (across, ==, 1);
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
  GtkWidget *view = first_view (pane);
  const MftPages *pages = mft_preview_pane_get_pages (pane);
  guint number = mft_page_view_get_number (MFT_PAGE_VIEW (view)), count, tried = 0;
  const MftBlockPlace *places = mft_pages_places (pages, &count);
  double scale = gtk_widget_get_width (view) / mft_pages_width (pages, number);
  GtkEventController *click = controller_of (view, GTK_TYPE_GESTURE_CLICK);
  g_autofree char *gone = NULL;

  g_signal_connect_swapped (pane, "go", G_CALLBACK (go_cb), &gone);
  for (guint i = 0; i < count; i++)
    if (places[i].page == number)
      {
        g_signal_emit_by_name (click, "released", 1, (places[i].x + places[i].width / 2) * scale,
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
  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller_of (pane)));
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
  g_test_add_func ("/ui/preview/newest-wins", test_newest_wins);
  g_test_add_func ("/ui/preview/a-choice-is-an-edit", test_a_choice_is_an_edit);
  g_test_add_func ("/ui/preview/zoom", test_zoom);
  g_test_add_func ("/ui/preview/zoomed-out", test_zoomed_out_page_is_whole);
  g_test_add_func ("/ui/preview/pinch", test_pinch);
  g_test_add_func ("/ui/preview/thumbnails", test_thumbnails);
  g_test_add_func ("/ui/preview/print", test_print);
  g_test_add_func ("/ui/preview/click-leads-to-the-block", test_click_leads_to_the_block);
  g_test_add_func ("/ui/preview/follows-and-stays", test_follows_the_cursor_and_stays);
  g_test_add_func ("/ui/preview/single", test_single);
  g_test_add_func ("/ui/preview/dark-paper", test_dark_paper);
  return g_test_run ();
}
