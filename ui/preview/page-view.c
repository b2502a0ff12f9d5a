/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* cairo 1.16 puts glyphs on whole pixels; drawn larger and scaled down, letters keep their places. */
#define OVERSAMPLING 2

#define BAR_WIDTH 2.5f
#define BAR_DISTANCE 8.0f

struct _MftPageView
{
  GtkWidget parent_instance;

  const MftPages *pages; /* borrowed */
  guint number;
  char *current;
  GdkTexture *texture; /* NULL: to be drawn */
};

static guint go_signal;

G_DEFINE_FINAL_TYPE (MftPageView, mft_page_view, GTK_TYPE_WIDGET)

static gboolean
has_page (MftPageView *self)
{
  return self->pages != NULL && self->number < mft_pages_count (self->pages);
}

static double
ratio (MftPageView *self)
{
  return has_page (self) ? mft_pages_height (self->pages, self->number)
                               / mft_pages_width (self->pages, self->number)
                         : G_SQRT2;
}

/* Pixels for a point. */
static double
scale (MftPageView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / mft_pages_width (self->pages, self->number);
}

static GtkSizeRequestMode
mft_page_view_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mft_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  const int least = 120;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = 340;
    }
  else
    *minimum = *natural
        = (int) (ratio (MFT_PAGE_VIEW (widget)) * (for_size < 0 ? least : for_size) + 0.5);
  *minimum_baseline = *natural_baseline = -1;
}

static GdkTexture *
draw_page (MftPageView *self)
{
  int pixels = OVERSAMPLING * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * pixels;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * pixels;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale (self) * pixels, scale (self) * pixels);
  mft_pages_draw (self->pages, self->number, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface)
                                          * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

/* A bar in the margin and a tint: where the cursor is. */
static void
mark_current (MftPageView *self, GtkSnapshot *snapshot)
{
  guint count;
  const MftBlockPlace *places = mft_pages_places (self->pages, &count);
  const GdkRGBA bar = { 0.21f, 0.52f, 0.89f, 1 }, tint = { 0.21f, 0.52f, 0.89f, 0.12f };
  float factor = (float) scale (self);

  for (guint i = 0; i < count; i++)
    {
      if (places[i].page != self->number || g_strcmp0 (places[i].block, self->current) != 0)
        continue;
      graphene_rect_t area = GRAPHENE_RECT_INIT (
          (float) places[i].x * factor, (float) places[i].y * factor,
          (float) places[i].width * factor, (float) places[i].height * factor);
      gtk_snapshot_append_color (snapshot, &tint, &area);
      area = GRAPHENE_RECT_INIT (area.origin.x - BAR_DISTANCE, area.origin.y, BAR_WIDTH,
                                 area.size.height);
      gtk_snapshot_append_color (snapshot, &bar, &area);
    }
}

static void
mft_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MftPageView *self = MFT_PAGE_VIEW (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));

  if (!has_page (self) || area.size.width < 1 || area.size.height < 1)
    return;
  if (self->texture == NULL)
    self->texture = draw_page (self);
  gtk_snapshot_append_texture (snapshot, self->texture, &area);
  mark_current (self, snapshot);
}

static void
mft_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (mft_page_view_parent_class)->size_allocate (widget, width, height, baseline);
  g_clear_object (&MFT_PAGE_VIEW (widget)->texture);
}

static void
pressed_cb (GtkGestureClick *click, int presses, double x, double y, MftPageView *self)
{
  const char *block;

  (void) click;
  (void) presses;
  if (!has_page (self))
    return;
  block = mft_pages_block_at (self->pages, self->number, x / scale (self), y / scale (self));
  if (block != NULL)
    g_signal_emit (self, go_signal, 0, block);
}

static void
mft_page_view_finalize (GObject *object)
{
  MftPageView *self = MFT_PAGE_VIEW (object);

  g_clear_object (&self->texture);
  g_free (self->current);
  G_OBJECT_CLASS (mft_page_view_parent_class)->finalize (object);
}

static void
mft_page_view_class_init (MftPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mft_page_view_finalize;
  widget_class->get_request_mode = mft_page_view_get_request_mode;
  widget_class->measure = mft_page_view_measure;
  widget_class->size_allocate = mft_page_view_size_allocate;
  widget_class->snapshot = mft_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  go_signal = g_signal_new ("go", MFT_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                            G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
mft_page_view_init (MftPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
mft_page_view_new (void)
{
  return g_object_new (MFT_TYPE_PAGE_VIEW, NULL);
}

void
mft_page_view_set_page (MftPageView *self, const MftPages *pages, guint number)
{
  double before = ratio (self);
  /* Translators: the number of a page. */
  g_autofree char *label = g_strdup_printf (_ ("Page %u"), number + 1);

  g_clear_object (&self->texture);
  self->pages = pages;
  self->number = number;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (before != ratio (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mft_page_view_set_current (MftPageView *self, const char *id)
{
  if (g_strcmp0 (self->current, id) == 0)
    return;
  g_free (self->current);
  self->current = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
