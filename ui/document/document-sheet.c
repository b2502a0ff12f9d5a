/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/document-sheet.h"

/* Finer than this is not seen, and costs memory. */
#define PIXELS_MOST 4096

struct _MftDocumentSheet
{
  GtkWidget parent_instance;

  PopplerPage *page;
  double width, height; /* in points */
  int natural_width;
  gboolean near;
  GdkTexture *texture;

  gboolean has_stamp;
  MftPdfRect stamp_rect;
  char *office, *institution, *name, *time_text;
};

G_DEFINE_FINAL_TYPE (MftDocumentSheet, mft_document_sheet, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
mft_document_sheet_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mft_document_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  MftDocumentSheet *self = MFT_DOCUMENT_SHEET (widget);

  (void) minimum_baseline;
  (void) natural_baseline;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (60, self->natural_width);
      *natural = self->natural_width;
      return;
    }
  int width = for_size > 0 ? for_size : self->natural_width;
  *minimum = *natural = (int) (width * self->height / self->width + 0.5);
}

static void
render (MftDocumentSheet *self, int pixels)
{
  double scale = pixels / self->width;
  int width = pixels;
  int height = MAX (1, (int) (self->height * scale + 0.5));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
snapshot_stamp (MftDocumentSheet *self, GtkSnapshot *snapshot, double scale)
{
  const MftPdfRect *rect = &self->stamp_rect;
  const graphene_rect_t box = GRAPHENE_RECT_INIT (
      (float) (rect->left * scale), (float) ((self->height - rect->top) * scale),
      (float) ((rect->right - rect->left) * scale), (float) ((rect->top - rect->bottom) * scale));
  const MftStampContent content = { .office = self->office,
                                    .institution = self->institution,
                                    .name = self->name,
                                    .time_text = self->time_text };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);

  cairo_translate (cr, box.origin.x, box.origin.y);
  cairo_scale (cr, scale, scale);
  mft_stamp_draw (cr, &content, NULL, rect->right - rect->left, rect->top - rect->bottom);
  cairo_destroy (cr);
}

static void
mft_document_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MftDocumentSheet *self = MFT_DOCUMENT_SHEET (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int pixels = CLAMP (width * gtk_widget_get_scale_factor (widget), 1, PIXELS_MOST);

  if (width <= 0 || height <= 0)
    return;
  if (!self->near)
    {
      gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 },
                                 &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      return;
    }
  if (self->texture == NULL || gdk_texture_get_width (self->texture) != pixels)
    render (self, pixels);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->has_stamp)
    snapshot_stamp (self, snapshot, width / self->width);
}

static void
clear_stamp (MftDocumentSheet *self)
{
  self->has_stamp = FALSE;
  g_clear_pointer (&self->office, g_free);
  g_clear_pointer (&self->institution, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->time_text, g_free);
}

static void
mft_document_sheet_finalize (GObject *object)
{
  MftDocumentSheet *self = MFT_DOCUMENT_SHEET (object);

  clear_stamp (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (mft_document_sheet_parent_class)->finalize (object);
}

static void
mft_document_sheet_class_init (MftDocumentSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_document_sheet_finalize;
  widget_class->get_request_mode = mft_document_sheet_get_request_mode;
  widget_class->measure = mft_document_sheet_measure;
  widget_class->snapshot = mft_document_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mft_document_sheet_init (MftDocumentSheet *self)
{
  (void) self;
}

GtkWidget *
mft_document_sheet_new (PopplerPage *page, int natural_width)
{
  MftDocumentSheet *self = g_object_new (MFT_TYPE_DOCUMENT_SHEET, NULL);

  self->page = g_object_ref (page);
  self->natural_width = natural_width;
  poppler_page_get_size (page, &self->width, &self->height);
  if (self->width < 1 || self->height < 1)
    self->width = self->height = 1;
  return GTK_WIDGET (self);
}

void
mft_document_sheet_set_near (MftDocumentSheet *self, gboolean near)
{
  if (self->near == near)
    return;
  self->near = near;
  if (!near)
    g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mft_document_sheet_set_stamp (MftDocumentSheet *self, const MftStampContent *content,
                              const MftPdfRect *rect)
{
  clear_stamp (self);
  if (content != NULL)
    {
      self->has_stamp = TRUE;
      self->stamp_rect = *rect;
      self->office = g_strdup (content->office);
      self->institution = g_strdup (content->institution);
      self->name = g_strdup (content->name);
      self->time_text = g_strdup (content->time_text);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
