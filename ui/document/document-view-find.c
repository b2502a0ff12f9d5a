/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding, selecting and copying words of a PDF. */
#include "ui/document/document-view-private.h"

static guint
count_pages (gpointer view)
{
  return MFT_DOCUMENT_VIEW (view)->pages->len;
}

static MftPageText *
read_page (gpointer view, guint page)
{
  g_autoptr (PopplerPage) found
      = poppler_document_get_page (MFT_DOCUMENT_VIEW (view)->document, (int) page);

  return found != NULL ? mft_page_text_new_pdf (found) : NULL;
}

static gboolean
locate (gpointer data, double x, double y, guint *page, double *across, double *down)
{
  MftDocumentView *self = data;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      GtkWidget *sheet = self->pages->pdata[i];
      double left, top, width, height, seen = gtk_widget_get_height (sheet);
      if (seen < 1
          || !gtk_widget_translate_coordinates (sheet, GTK_WIDGET (self->scroller), 0, 0, &left,
                                                &top))
        continue;
      double away = MAX (MAX (top - y, y - top - seen), 0);
      if (away >= best)
        continue;
      mft_document_view_get_size (self, i + 1, &width, &height);
      best = away;
      *page = i;
      *across = (x - left) * height / seen;
      *down = (y - top) * height / seen;
    }
  return best < G_MAXDOUBLE;
}

static guint
in_sight (gpointer view)
{
  return MFT_DOCUMENT_VIEW (view)->current;
}

static void
show (gpointer view, guint page)
{
  mft_document_view_go (view, page + 1);
}

/* Only the pages around the one in sight; the others when they come there. */
#define NEAR 3

static void
mark (gpointer data)
{
  MftDocumentView *self = data;

  for (guint i = 0; i < self->pages->len; i++)
    {
      gboolean near = i + NEAR >= self->current && i <= self->current + NEAR;
      g_autoptr (GArray) found = near ? mft_page_find_boxes (self->find, i) : NULL;
      g_autoptr (GArray) selected = near ? mft_text_selection_boxes (self->selection, i) : NULL;
      mft_document_sheet_set_marks (self->pages->pdata[i], found, selected);
    }
}

void
_mft_document_view_mark (MftDocumentView *self)
{
  mark (self);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  (void) action;
  (void) parameter;
  mft_page_find_toggle (MFT_DOCUMENT_VIEW (widget)->find);
}

void
_mft_document_view_install_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "document.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "document.find",
                                       NULL);
}

void
_mft_document_view_init_find (MftDocumentView *self)
{
  static const MftPageSource source = { count_pages, read_page, locate, in_sight, show, mark };

  mft_page_find_set_source (self->find, &source, self);
  self->selection = mft_text_selection_new (GTK_WIDGET (self->scroller), &source, self);
}
