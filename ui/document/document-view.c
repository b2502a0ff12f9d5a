/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/document-view.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "pdf/error.h"
#include "ui/document/document-sheet.h"

#define SHEET_WIDTH 720
#define THUMB_WIDTH 64

/* So many small pages around the current one keep their pictures. */
#define THUMBS_NEAR 24

/* A page counts as shown when so much of it, or of the window, is it. */
#define SHOWN_SHARE 0.6

struct _MftDocumentView
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkScrolledWindow *scroller;
  GtkBox *sheets;
  GtkListBox *thumbs;

  /* Owned */
  PopplerDocument *document;
  GPtrArray *pages;  /* MftDocumentSheet, borrowed */
  GPtrArray *small;  /* MftDocumentSheet, borrowed */
  GPtrArray *checks; /* GtkImage, borrowed */
  gboolean *shown;
  guint n_shown;
  guint look_source;
  guint wanted; /* a page to go to once there is a layout; 0: none */
};

enum
{
  PAGE_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftDocumentView, mft_document_view, ADW_TYPE_BIN)

static void
note_shown (MftDocumentView *self, guint index)
{
  if (self->shown[index])
    return;
  self->shown[index] = TRUE;
  self->n_shown++;
  gtk_widget_set_visible (g_ptr_array_index (self->checks, index), TRUE);
  g_signal_emit (self, signals[PAGE_SHOWN], 0, index + 1);
}

static void
note_current (MftDocumentView *self, guint current)
{
  gtk_list_box_select_row (self->thumbs,
                           gtk_list_box_get_row_at_index (self->thumbs, (int) current));
  for (guint i = 0; i < self->small->len; i++)
    mft_document_sheet_set_near (g_ptr_array_index (self->small, i),
                                 i + THUMBS_NEAR >= current && i <= current + THUMBS_NEAR);
}

static void queue_look (MftDocumentView *self);

/* Which pages can be seen now, and which is the current one. */
static gboolean
look_cb (gpointer data)
{
  MftDocumentView *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top = gtk_adjustment_get_value (adjustment);
  double size = gtk_adjustment_get_page_size (adjustment);
  double best = 0;
  guint current = 0;

  self->look_source = 0;
  if (self->wanted > 0 && size > 1)
    {
      mft_document_view_go (self, self->wanted);
      queue_look (self);
      return G_SOURCE_REMOVE;
    }
  for (guint i = 0; i < self->pages->len && size > 1; i++)
    {
      GtkWidget *sheet = g_ptr_array_index (self->pages, i);
      double x, y;
      if (!gtk_widget_translate_coordinates (sheet, GTK_WIDGET (self->sheets), 0, 0, &x, &y))
        continue;
      double height = gtk_widget_get_height (sheet);
      double seen = MIN (y + height, top + size) - MAX (y, top);
      mft_document_sheet_set_near (MFT_DOCUMENT_SHEET (sheet), seen > -size);
      if (height > 1 && seen >= SHOWN_SHARE * MIN (height, size))
        note_shown (self, i);
      if (seen > best)
        {
          best = seen;
          current = i;
        }
    }
  note_current (self, current);
  return G_SOURCE_REMOVE;
}

static void
queue_look (MftDocumentView *self)
{
  if (self->look_source == 0)
    self->look_source = g_timeout_add (120, look_cb, self);
}

static void
thumb_cb (MftDocumentView *self, GtkListBoxRow *row)
{
  mft_document_view_go (self, (guint) gtk_list_box_row_get_index (row) + 1);
}

static void
mft_document_view_dispose (GObject *object)
{
  MftDocumentView *self = MFT_DOCUMENT_VIEW (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->small, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mft_document_view_parent_class)->dispose (object);
}

static void
mft_document_view_class_init (MftDocumentViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mft_document_view_dispose;
  signals[PAGE_SHOWN] = g_signal_new ("page-shown", MFT_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static GtkWidget *
make_thumbs (MftDocumentView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->thumbs = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->thumbs), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->thumbs), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  g_signal_connect_swapped (self->thumbs, "row-activated", G_CALLBACK (thumb_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->thumbs));
  return scroller;
}

static GtkWidget *
make_sheets (MftDocumentView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->sheets = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_margin_top (GTK_WIDGET (self->sheets), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->sheets), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->sheets), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->sheets), 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SHEET_WIDTH + 36);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->sheets));
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, clamp);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->scroller);
}

static void
mft_document_view_init (MftDocumentView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->pages = g_ptr_array_new ();
  self->small = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (box), make_thumbs (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), make_sheets (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
mft_document_view_new (void)
{
  return g_object_new (MFT_TYPE_DOCUMENT_VIEW, NULL);
}

static gboolean
translate_error (const GError *poppler, GError **error)
{
  MftPdfError code = MFT_PDF_ERROR_UNREADABLE;

  if (g_error_matches (poppler, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    code = MFT_PDF_ERROR_ENCRYPTED;
  else if (poppler->domain == POPPLER_ERROR)
    code = MFT_PDF_ERROR_DAMAGED;
  g_set_error_literal (error, MFT_PDF_ERROR, (gint) code, poppler->message);
  return FALSE;
}

static void
add_page (MftDocumentView *self, guint index)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (self->document, (int) index);
  GtkWidget *sheet = mft_document_sheet_new (page, SHEET_WIDTH);
  GtkWidget *small = mft_document_sheet_new (page, THUMB_WIDTH);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), index + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->sheets, sheet);
  g_ptr_array_add (self->pages, sheet);
  gtk_widget_set_halign (check, GTK_ALIGN_END);
  gtk_widget_set_valign (check, GTK_ALIGN_END);
  gtk_widget_set_visible (check, FALSE);
  gtk_widget_set_tooltip_text (check, _ ("Shown"));
  gtk_widget_add_css_class (check, "page-check");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), small);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), check);
  gtk_widget_set_tooltip_text (overlay, name);
  gtk_list_box_append (self->thumbs, overlay);
  g_ptr_array_add (self->small, small);
  g_ptr_array_add (self->checks, check);
}

static gboolean
show_document (MftDocumentView *self, PopplerDocument *document, GError **error)
{
  guint pages = (guint) MAX (0, poppler_document_get_n_pages (document));
  for (guint i = 0; i < pages; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, (int) i);
      if (page == NULL)
        pages = 0;
    }
  if (pages == 0)
    {
      g_set_error_literal (error, MFT_PDF_ERROR, MFT_PDF_ERROR_DAMAGED, "there are no sound pages");
      return FALSE;
    }
  self->document = g_object_ref (document);
  self->shown = g_new0 (gboolean, pages);
  for (guint i = 0; i < pages; i++)
    add_page (self, i);
  queue_look (self);
  return TRUE;
}

gboolean
mft_document_view_load (MftDocumentView *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) poppler = NULL;
  g_autoptr (PopplerDocument) document
      = poppler_document_new_from_gfile (file, NULL, NULL, &poppler);

  g_return_val_if_fail (self->document == NULL, FALSE);
  if (document == NULL)
    return translate_error (poppler, error);
  if (show_document (self, document, error))
    return TRUE;
  g_prefix_error (error, "\"%s\": ", path);
  return FALSE;
}

gboolean
mft_document_view_load_bytes (MftDocumentView *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) poppler = NULL;
  g_autoptr (PopplerDocument) document = poppler_document_new_from_bytes (bytes, NULL, &poppler);

  g_return_val_if_fail (self->document == NULL, FALSE);
  return document != NULL ? show_document (self, document, error)
                          : translate_error (poppler, error);
}

void
mft_document_view_hide_thumbs (MftDocumentView *self)
{
  gtk_widget_set_visible (
      gtk_widget_get_ancestor (GTK_WIDGET (self->thumbs), GTK_TYPE_SCROLLED_WINDOW), FALSE);
}

guint
mft_document_view_n_pages (MftDocumentView *self)
{
  return self->pages->len;
}

guint
mft_document_view_n_shown (MftDocumentView *self)
{
  return self->n_shown;
}

void
mft_document_view_get_size (MftDocumentView *self, guint page, double *width, double *height)
{
  g_return_if_fail (page >= 1 && page <= self->pages->len);
  g_autoptr (PopplerPage) found = poppler_document_get_page (self->document, (int) page - 1);

  poppler_page_get_size (found, width, height);
}

void
mft_document_view_go (MftDocumentView *self, guint page)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *sheet;
  double x, y;

  g_return_if_fail (page >= 1 && page <= self->pages->len);
  sheet = g_ptr_array_index (self->pages, page - 1);
  if (gtk_widget_get_height (sheet) <= 0)
    {
      self->wanted = page;
      return;
    }
  self->wanted = 0;
  if (gtk_widget_translate_coordinates (sheet, GTK_WIDGET (self->sheets), 0, 0, &x, &y))
    gtk_adjustment_set_value (adjustment, y);
}

void
mft_document_view_set_stamp (MftDocumentView *self, guint page, const MftStampContent *content,
                             const MftPdfRect *rect)
{
  for (guint i = 0; i < self->pages->len; i++)
    mft_document_sheet_set_stamp (g_ptr_array_index (self->pages, i),
                                  i + 1 == page ? content : NULL, rect);
}
