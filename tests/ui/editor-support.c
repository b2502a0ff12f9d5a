/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-support.h"

void
page_set_up (Page *page, gconstpointer data)
{
  g_autofree char *folder = mft_test_folder ();
  g_autoptr (GError) error = NULL;

  (void) data;
  page->library = mft_library_open (folder, &error);
  g_assert_no_error (error);
  page->agreement = mft_test_agreement ();
  page->copy = mft_working_copy_new (page->library, page->agreement, "asal & lain.pks", &error);
  g_assert_no_error (error);
  page->page = mft_editor_page_new (page->copy);
  page->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (page->window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (page->window), adw_toast_overlay_new ());
  adw_toast_overlay_set_child (
      ADW_TOAST_OVERLAY (adw_window_get_content (ADW_WINDOW (page->window))), page->page);
  gtk_window_present (GTK_WINDOW (page->window));
  page->paper = MFT_PAPER (mft_ui_test_get (page->page, MFT_TYPE_PAPER, NULL));
}

void
page_tear_down (Page *page, gconstpointer data)
{
  (void) data;
  gtk_window_destroy (GTK_WINDOW (page->window));
  g_clear_object (&page->copy);
  g_clear_object (&page->agreement);
  mft_library_close (page->library);
}

char *
page_text (Page *page)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page->paper));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
