/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-support.h"

#include "pdf-fixture.h"
#include "support.h"
#include "ui/document/document-view.h"
#include "ui/document/stamp-frame.h"
#include "ui/document/stamp-pull.h"

static const MftPdfRect box = { 100, 100, 242, 153 };

static void
assert_rect (const MftPdfRect *rect, double left, double bottom, double right, double top)
{
  g_assert_cmpfloat_with_epsilon (rect->left, left, 0.01);
  g_assert_cmpfloat_with_epsilon (rect->bottom, bottom, 0.01);
  g_assert_cmpfloat_with_epsilon (rect->right, right, 0.01);
  g_assert_cmpfloat_with_epsilon (rect->top, top, 0.01);
}

/* Moved it keeps its size and stays on the page. */
static void
test_pull_moves (void)
{
  MftPdfRect moved = mft_stamp_pull (&box, MFT_PULL_ALL, 10, -20, 595, 842);
  assert_rect (&moved, 110, 80, 252, 133);
  moved = mft_stamp_pull (&box, MFT_PULL_ALL, -1000, 10000, 595, 842);
  assert_rect (&moved, 0, 789, 142, 842);
}

/* A corner keeps the shape, a side does not; none makes it vanish or leave the page. */
static void
test_pull_sizes (void)
{
  MftPdfRect pulled = mft_stamp_pull (&box, MFT_PULL_RIGHT, 58, 500, 595, 842);
  assert_rect (&pulled, 100, 100, 300, 153);
  pulled = mft_stamp_pull (&box, MFT_PULL_LEFT | MFT_PULL_BOTTOM, -142, 0, 595, 842);
  g_assert_cmpfloat_with_epsilon ((pulled.right - pulled.left) / (pulled.top - pulled.bottom),
                                  142.0 / 53, 0.001);
  g_assert_cmpfloat (pulled.left, >=, 0);
  g_assert_cmpfloat_with_epsilon (pulled.right, 242, 0.01);
  pulled = mft_stamp_pull (&box, MFT_PULL_TOP | MFT_PULL_RIGHT, 9999, 9999, 595, 842);
  g_assert_cmpfloat (pulled.right, <=, 595.01);
  g_assert_cmpfloat (pulled.top, <=, 842.01);
  pulled = mft_stamp_pull (&box, MFT_PULL_LEFT, 9999, 0, 595, 842);
  g_assert_cmpfloat (pulled.right - pulled.left, >=, 10);
}

static void
test_pull_at (void)
{
  g_assert_cmpint (mft_stamp_pull_at (70, 25, 142, 53), ==, MFT_PULL_ALL);
  g_assert_cmpint (mft_stamp_pull_at (-3, 25, 142, 53), ==, MFT_PULL_LEFT);
  g_assert_cmpint (mft_stamp_pull_at (141, 54, 142, 53), ==, MFT_PULL_RIGHT | MFT_PULL_BOTTOM);
  g_assert_cmpint (mft_stamp_pull_at (300, 25, 142, 53), ==, 0);
  /* However small, it can be moved by its middle. */
  g_assert_cmpint (mft_stamp_pull_at (5, 5, 10, 10), ==, MFT_PULL_ALL);
}

static void
moved_cb (MftDocumentView *view, guint page, const MftPdfRect *rect, MftPdfRect *moved)
{
  (void) view;
  g_assert_cmpuint (page, ==, 1);
  *moved = *rect;
}

/* By keyboard: the frame asks, whoever holds it moves it. */
static void
test_view (void)
{
  g_autoptr (GBytes) bytes = mft_pdf_fixture_simple_table ();
  GtkWidget *widget = mft_document_view_new ();
  MftDocumentView *view = MFT_DOCUMENT_VIEW (widget);
  const MftStampContent content = { .name = "Wulan" };
  g_autoptr (GError) error = NULL;
  MftPdfRect moved = { 0 };

  g_assert_true (mft_document_view_load_bytes (view, bytes, &error));
  g_assert_no_error (error);
  GtkWindow *window = mft_ui_test_present (widget);
  GtkWidget *stamp = mft_document_view_set_stamp (view, 1, &content, &box, TRUE);
  g_signal_connect (view, "stamp-moved", G_CALLBACK (moved_cb), &moved);
  mft_ui_test_spin (300);
  g_assert_cmpuint (mft_document_view_n_shown (view), ==, 1);
  g_assert_cmpuint (mft_document_view_n_pages (view), ==, 2);
  g_assert_nonnull (mft_ui_test_find (widget, GTK_TYPE_LABEL, "Halaman 1 dari 2"));
  g_assert_null (mft_ui_test_find (widget, GTK_TYPE_LABEL, "Semua halaman telah ditampilkan"));
  gtk_widget_activate_action (widget, "document.next", NULL);
  mft_ui_test_spin (300);
  g_assert_cmpuint (mft_document_view_n_shown (view), ==, 2);
  g_assert_nonnull (mft_ui_test_find (widget, GTK_TYPE_LABEL, "Semua halaman telah ditampilkan"));
  g_assert_true (gtk_widget_grab_focus (stamp));
  MftPdfRect there = { 1, 2, 3, 4 };
  g_signal_emit_by_name (stamp, "moved", &there);
  assert_rect (&moved, 1, 2, 3, 4);
  assert_rect (mft_stamp_frame_get_rect (MFT_STAMP_FRAME (stamp)), 100, 100, 242, 153);
  mft_document_view_set_stamp (view, 1, &content, &box, FALSE);
  g_assert_false (gtk_widget_get_focusable (stamp));
  gtk_widget_activate_action (widget, "document.zoom-in", NULL);
  mft_ui_test_spin (500);
  g_assert_nonnull (mft_ui_test_find (widget, GTK_TYPE_LABEL, "125%"));
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_parent (stamp)), ==, 900);
  g_assert_null (mft_document_view_set_stamp (view, 1, NULL, NULL, TRUE));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  mft_ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/document/pull-moves", test_pull_moves);
  g_test_add_func ("/ui/document/pull-sizes", test_pull_sizes);
  g_test_add_func ("/ui/document/pull-at", test_pull_at);
  g_test_add_func ("/ui/document/view", test_view);
  return g_test_run ();
}
