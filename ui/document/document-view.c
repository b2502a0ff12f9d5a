/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/document-view-private.h"

#include <glib/gi18n.h>

#include "pdf/error.h"
#include "ui/wrap/icon-button.h"

#define SHEET_WIDTH 720
#define ZOOM_LEAST 50
#define ZOOM_MOST 300
#define ZOOM_STEP 25
#define THUMB_WIDTH 64

/* So many small pages around the current one keep their pictures. */
#define THUMBS_NEAR 24

/* A page counts as shown when so much of it, or of the window, is it. */
#define SHOWN_SHARE 0.6

enum
{
  PAGE_SHOWN,
  STAMP_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MftDocumentView, mft_document_view, ADW_TYPE_BIN)

static void
show_bar (MftDocumentView *self)
{
  g_autofree char *page
      = g_strdup_printf (_ ("Page %u of %u"), self->current + 1, self->pages->len);
  g_autofree char *zoom = g_strdup_printf ("%d%%", self->zoom);
  gboolean all = self->n_shown == self->pages->len;
  g_autofree char *shown
      = all ? g_strdup (_ ("All pages were shown"))
            : g_strdup_printf (_ ("%u of %u pages shown"), self->n_shown, self->pages->len);

  gtk_label_set_text (self->page_label, page);
  gtk_label_set_text (self->zoom_label, zoom);
  gtk_label_set_text (self->shown_label, shown);
  gtk_widget_set_visible (self->shown_image, all && !self->hides_shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.previous", self->current > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.next",
                                 self->current + 1 < self->pages->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.zoom-out", self->zoom > ZOOM_LEAST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.zoom-in", self->zoom < ZOOM_MOST);
}

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
  gboolean other = self->current != current;

  self->current = current;
  if (other)
    _mft_document_view_mark (self);
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
      mft_document_view_show (self, self->wanted, &self->wanted_rect);
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
  show_bar (self);
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
turn_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftDocumentView *self = MFT_DOCUMENT_VIEW (widget);
  gboolean next = g_str_equal (action, "document.next");

  (void) parameter;
  if (next ? self->current + 1 < self->pages->len : self->current > 0)
    mft_document_view_go (self, self->current + (next ? 2 : 0));
}

static void
set_zoom (MftDocumentView *self, int zoom)
{
  int width = SHEET_WIDTH * zoom / 100;

  self->zoom = zoom;
  adw_clamp_set_maximum_size (self->clamp, width + 36);
  adw_clamp_set_tightening_threshold (self->clamp, width + 36);
  for (guint i = 0; i < self->pages->len; i++)
    {
      mft_document_sheet_set_natural_width (g_ptr_array_index (self->pages, i), width);
      /* Larger than the window: then it is to be wider, not to fit. */
      gtk_widget_set_size_request (g_ptr_array_index (self->pages, i), zoom > 100 ? width : -1, -1);
    }
  show_bar (self);
  self->wanted = self->current + 1;
  self->wanted_rect = (MftPdfRect){ 0, G_MAXINT, 0, G_MAXINT };
  queue_look (self);
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MftDocumentView *self = MFT_DOCUMENT_VIEW (widget);
  int step = g_str_equal (action, "document.zoom-in") ? ZOOM_STEP : -ZOOM_STEP;

  (void) parameter;
  set_zoom (self, CLAMP (self->zoom + step, ZOOM_LEAST, ZOOM_MOST));
}

static void
stamp_moved_cb (MftDocumentView *self, const MftPdfRect *rect, GtkWidget *sheet)
{
  guint index;

  if (g_ptr_array_find (self->pages, sheet, &index))
    g_signal_emit (self, signals[STAMP_MOVED], 0, index + 1, rect);
}

static void
mft_document_view_dispose (GObject *object)
{
  MftDocumentView *self = MFT_DOCUMENT_VIEW (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_pointer (&self->selection, mft_text_selection_free);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_document_view_dispose;
  signals[PAGE_SHOWN] = g_signal_new ("page-shown", MFT_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[STAMP_MOVED]
      = g_signal_new ("stamp-moved", MFT_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "document.previous", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "document.next", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "document.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "document.zoom-out", NULL, zoom_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "document.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "document.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "document.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "document.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "document.next", NULL);
  _mft_document_view_install_find (widget_class);
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
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->sheets = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_margin_top (GTK_WIDGET (self->sheets), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->sheets), 18);
  gtk_widget_set_margin_start (GTK_WIDGET (self->sheets), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->sheets), 18);
  adw_clamp_set_maximum_size (self->clamp, SHEET_WIDTH + 36);
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->sheets));
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->clamp));
  gtk_widget_set_hexpand (GTK_WIDGET (self->scroller), TRUE);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_look), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->scroller);
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* Which page it is, how many were shown, how large they are. */
static GtkWidget *
make_bar (MftDocumentView *self)
{
  GtkWidget *shown = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->bar, "document-bar");
  gtk_box_append (GTK_BOX (self->bar),
                  mft_icon_button_new_action ("go-previous-symbolic", _ ("Previous page"),
                                              "document.previous", NULL));
  self->page_label = add_label (self->bar, "numeric");
  gtk_box_append (
      GTK_BOX (self->bar),
      mft_icon_button_new_action ("go-next-symbolic", _ ("Next page"), "document.next", NULL));
  self->shown_image = gtk_image_new_from_icon_name ("emblem-ok-symbolic");
  gtk_widget_add_css_class (self->shown_image, "success");
  gtk_box_append (GTK_BOX (shown), self->shown_image);
  self->shown_label = add_label (shown, "quiet");
  gtk_label_set_ellipsize (self->shown_label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (shown, TRUE);
  gtk_widget_set_halign (shown, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->bar), shown);
  gtk_box_append (
      GTK_BOX (self->bar),
      mft_icon_button_new_action ("zoom-out-symbolic", _ ("Smaller"), "document.zoom-out", NULL));
  self->zoom_label = add_label (self->bar, "numeric");
  gtk_label_set_width_chars (self->zoom_label, 5);
  gtk_box_append (GTK_BOX (self->bar), mft_icon_button_new_action ("zoom-in-symbolic", _ ("Larger"),
                                                                   "document.zoom-in", NULL));
  gtk_box_append (GTK_BOX (self->bar),
                  mft_icon_button_new_action ("edit-find-symbolic", _ ("Find on the Pages"),
                                              "document.find", NULL));
  return self->bar;
}

static void
mft_document_view_init (MftDocumentView *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->zoom = 100;

  self->pages = g_ptr_array_new ();
  self->small = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (box), make_thumbs (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), make_sheets (self));
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (whole), make_bar (self));
  self->find = g_object_new (MFT_TYPE_PAGE_FIND, NULL);
  gtk_box_append (GTK_BOX (whole), GTK_WIDGET (self->find));
  gtk_box_append (GTK_BOX (whole), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (whole), box);
  adw_bin_set_child (ADW_BIN (self), whole);
  _mft_document_view_init_find (self);
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
  g_signal_connect_object (sheet, "stamp-moved", G_CALLBACK (stamp_moved_cb), self,
                           G_CONNECT_SWAPPED);
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
  show_bar (self);
  queue_look (self);
  return TRUE;
}

gboolean
mft_document_view_load (MftDocumentView *self, const char *path, const char *password,
                        GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) poppler = NULL;
  g_autoptr (PopplerDocument) document
      = poppler_document_new_from_gfile (file, password, NULL, &poppler);

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
  gtk_widget_set_visible (GTK_WIDGET (self->shown_label), FALSE);
  self->hides_shown = TRUE;
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
  double width, height;

  g_return_if_fail (page >= 1 && page <= self->pages->len);
  mft_document_view_get_size (self, page, &width, &height);
  mft_document_view_show (self, page, &(MftPdfRect){ 0, height, 0, height });
}

void
mft_document_view_show (MftDocumentView *self, guint page, const MftPdfRect *rect)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double x, y, width, height;
  GtkWidget *sheet;

  g_return_if_fail (page >= 1 && page <= self->pages->len);
  sheet = g_ptr_array_index (self->pages, page - 1);
  self->wanted = gtk_widget_get_height (sheet) > 0 ? 0 : page;
  self->wanted_rect = *rect;
  mft_document_view_get_size (self, page, &width, &height);
  if (self->wanted > 0
      || !gtk_widget_translate_coordinates (sheet, GTK_WIDGET (self->sheets), 0, 0, &x, &y))
    return;
  double scale = gtk_widget_get_height (sheet) / height;
  double top = y + (height - rect->top) * scale, bottom = y + (height - rect->bottom) * scale;
  double room = gtk_adjustment_get_page_size (adjustment) - (bottom - top);
  gtk_adjustment_set_value (adjustment, rect->top >= height ? y : top - MAX (0, room / 2));
}

GtkWidget *
mft_document_view_set_stamp (MftDocumentView *self, guint page, const MftStampContent *content,
                             const MftPdfRect *rect, gboolean movable)
{
  GtkWidget *stamp = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      gboolean here = content != NULL && i + 1 == page;
      GtkWidget *set = mft_document_sheet_set_stamp (g_ptr_array_index (self->pages, i),
                                                     here ? content : NULL, rect, movable);
      if (here)
        stamp = set;
    }
  return stamp;
}
