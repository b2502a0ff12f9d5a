/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding, selecting and copying words on the pages. */
#include "ui/preview/preview-pane-private.h"

static guint
count_pages (gpointer view)
{
  MftPreviewPane *self = view;

  return self->pages != NULL ? mft_pages_count (self->pages) : 0;
}

static MftPageText *
read_page (gpointer view, guint page)
{
  return mft_page_text_new (MFT_PREVIEW_PANE (view)->pages, page);
}

static gboolean
locate (gpointer data, double x, double y, guint *page, double *across, double *down)
{
  MftPreviewPane *self = data;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->views->len && self->pages != NULL; i++)
    {
      GtkWidget *view = self->views->pdata[i];
      guint number = mft_page_view_get_number (MFT_PAGE_VIEW (view));
      double left, top, width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
      if (g_object_get_data (G_OBJECT (view), "thumbnail") || width < 1
          || number >= mft_pages_count (self->pages)
          || !gtk_widget_translate_coordinates (view, GTK_WIDGET (self->scroller), 0, 0, &left,
                                                &top))
        continue;
      double away = MAX (MAX (top - y, y - top - height), 0);
      if (away >= best)
        continue;
      double scale = mft_pages_width (self->pages, number) / width;
      best = away;
      *page = number;
      *across = (x - left) * scale;
      *down = (y - top) * scale;
    }
  return best < G_MAXDOUBLE;
}

static guint
in_sight (gpointer view)
{
  return _mft_preview_pane_page_in_sight (view);
}

static void
show (gpointer view, guint page)
{
  _mft_preview_pane_show_page (view, page);
}

void
_mft_preview_pane_mark (MftPreviewPane *self, MftPageView *view)
{
  guint page = mft_page_view_get_number (view);
  g_autoptr (GArray) found = mft_page_find_boxes (self->find, page);
  g_autoptr (GArray) selected = mft_text_selection_boxes (self->selection, page);

  mft_page_view_set_marks (view, found, selected);
}

static void
mark (gpointer data)
{
  MftPreviewPane *self = data;

  for (guint i = 0; i < self->views->len; i++)
    _mft_preview_pane_mark (self, self->views->pdata[i]);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_page_find_toggle (MFT_PREVIEW_PANE (widget)->find);
}

/* What is selected, or else the words of the page in sight, for another program. */
static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftPreviewPane *self = MFT_PREVIEW_PANE (widget);
  g_autofree char *words = mft_text_selection_dup (self->selection);

  (void) action;
  (void) parameter;
  if (words == NULL && self->pages != NULL)
    {
      guint page = MIN (_mft_preview_pane_page_in_sight (self), mft_pages_count (self->pages) - 1);
      g_autoptr (MftPageText) text = mft_page_text_new (self->pages, page);
      words = mft_page_text_dup (text, 0, mft_page_text_length (text));
    }
  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
}

void
_mft_preview_pane_install_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "preview.copy", NULL, copy_cb);
}

void
_mft_preview_pane_init_find (MftPreviewPane *self)
{
  static const MftPageSource source = { count_pages, read_page, locate, in_sight, show, mark };

  mft_page_find_set_source (self->find, &source, self);
  self->selection = mft_text_selection_new (GTK_WIDGET (self->scroller), &source, self);
}
