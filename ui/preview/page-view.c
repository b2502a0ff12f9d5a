/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/document/page-marks.h"
#include "ui/document/text-selection.h"
#include "ui/preview/page-drawing.h"

#define BAR_WIDTH 2.5f
#define BAR_DISTANCE 8.0f

struct _MftPageView
{
  GtkWidget parent_instance;

  MftPages *pages;
  guint number;
  char *current;
  gboolean dark;
  int width;           /* pixels, of the last picture asked for */
  GdkTexture *texture; /* the newest picture there is; NULL: none yet */
  gboolean stale;      /* another one is wanted */
  gboolean drawing;    /* and on its way */
  MftPageMarks marks;  /* what a search found here, what is selected */
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

/* As wide as it is wished to be, whatever room its row has: it stands in the middle of it. */
static void
mft_page_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  int least = 120, usual = 340, wished;

  gtk_widget_get_size_request (widget, &wished, NULL);
  if (wished > 0)
    {
      least = usual = wished;
      for_size = MIN (for_size, wished);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = usual;
    }
  else
    *minimum = *natural
        = (int) (ratio (MFT_PAGE_VIEW (widget)) * (for_size < 0 ? least : for_size) + 0.5);
  *minimum_baseline = *natural_baseline = -1;
}

static void draw_soon (MftPageView *self);

/* A picture of pages that are no longer shown is dropped; the one before stays until the next comes. */
static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MftPageView *self = MFT_PAGE_VIEW (source);
  const MftPages *pages;
  g_autoptr (GdkTexture) texture = mft_page_drawing_finish (result, &pages);

  (void) data;
  self->drawing = FALSE;
  if (pages == self->pages)
    {
      g_set_object (&self->texture, texture);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  draw_soon (self);
}

static void
draw_soon (MftPageView *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;

  if (!self->stale || self->drawing || !has_page (self) || width < 1 || height < 1)
    return;
  self->stale = FALSE;
  self->drawing = TRUE;
  mft_page_drawing_async (self->pages, self->number, width, height, self->dark, G_OBJECT (self),
                          drawn_cb);
}

static void
draw_anew (MftPageView *self)
{
  self->stale = TRUE;
  draw_soon (self);
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
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
  mft_page_marks_snapshot (&self->marks, snapshot, (float) scale (self));
  mark_current (self, snapshot);
}

static void
mft_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (mft_page_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != MFT_PAGE_VIEW (widget)->width)
    draw_anew (MFT_PAGE_VIEW (widget));
  MFT_PAGE_VIEW (widget)->width = width;
}

/* A press that was no drag, which selects words. */
static void
released_cb (GtkGestureClick *click, int presses, double x, double y, MftPageView *self)
{
  const char *block;

  (void) click;
  if (!has_page (self) || presses > 1)
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
  g_clear_pointer (&self->pages, mft_pages_free);
  mft_page_marks_clear (&self->marks);
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

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
mft_page_view_new (void)
{
  return g_object_new (MFT_TYPE_PAGE_VIEW, NULL);
}

void
mft_page_view_set_page (MftPageView *self, MftPages *pages, guint number)
{
  double before = ratio (self);
  /* Translators: the number of a page. */
  g_autofree char *label = g_strdup_printf (_ ("Page %u"), number + 1);

  if (pages == NULL || number != self->number)
    g_clear_object (&self->texture);
  g_clear_pointer (&self->pages, mft_pages_free);
  self->pages = pages != NULL ? mft_pages_ref (pages) : NULL;
  self->number = number;
  mft_page_view_set_marks (self, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (before != ratio (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  draw_anew (self);
}

guint
mft_page_view_get_number (MftPageView *self)
{
  return self->number;
}

void
mft_page_view_set_dark (MftPageView *self, gboolean dark)
{
  if (self->dark == dark)
    return;
  self->dark = dark;
  draw_anew (self);
}

void
mft_page_view_set_marks (MftPageView *self, GArray *found, GArray *selected)
{
  mft_page_marks_set (&self->marks, found, selected);
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
