/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document/document-sheet.h"

#include "ui/document/page-marks.h"
#include "ui/document/stamp-frame.h"
#include "ui/document/stamp-pull.h"
#include "ui/document/text-selection.h"
#include "ui/wrap/surface-texture.h"

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
  MftPageMarks marks;

  MftStampFrame *stamp; /* a child; NULL: none */

  /* While the stamp is dragged */
  MftPull pull;
  MftPdfRect pulled_from;
};

enum
{
  STAMP_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
  g_clear_object (&self->texture);
  self->texture = mft_surface_texture_new (surface, 1);
}

/* The stamp's box on this widget, in pixels. */
static graphene_rect_t
stamp_box (MftDocumentSheet *self)
{
  const MftPdfRect *rect = mft_stamp_frame_get_rect (self->stamp);
  double scale = gtk_widget_get_width (GTK_WIDGET (self)) / self->width;

  return GRAPHENE_RECT_INIT (
      (float) (rect->left * scale), (float) ((self->height - rect->top) * scale),
      (float) ((rect->right - rect->left) * scale), (float) ((rect->top - rect->bottom) * scale));
}

static void
mft_document_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MftDocumentSheet *self = MFT_DOCUMENT_SHEET (widget);

  (void) width;
  (void) height;
  if (self->stamp == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->stamp)))
    return;
  graphene_rect_t box = stamp_box (self);
  graphene_rect_inset (&box, -MFT_STAMP_FRAME_MARGIN, -MFT_STAMP_FRAME_MARGIN);
  GskTransform *at = gsk_transform_translate (NULL, &box.origin);
  gtk_widget_allocate (GTK_WIDGET (self->stamp), (int) (box.size.width + 0.5F),
                       (int) (box.size.height + 0.5F), baseline, at);
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
  mft_page_marks_snapshot (&self->marks, snapshot,
                           (float) (gtk_widget_get_width (widget) / self->width));
  if (self->stamp != NULL)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->stamp), snapshot);
}

static MftPull
pull_at (MftDocumentSheet *self, double x, double y)
{
  if (self->stamp == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->stamp))
      || !mft_stamp_frame_get_movable (self->stamp))
    return 0;
  graphene_rect_t box = stamp_box (self);
  return mft_stamp_pull_at (x - box.origin.x, y - box.origin.y, box.size.width, box.size.height);
}

static void
drag_begin_cb (MftDocumentSheet *self, double x, double y, GtkGesture *gesture)
{
  self->pull = pull_at (self, x, y);
  if (self->pull == 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->stamp));
  self->pulled_from = *mft_stamp_frame_get_rect (self->stamp);
}

static void
drag_update_cb (MftDocumentSheet *self, double x, double y)
{
  double scale = gtk_widget_get_width (GTK_WIDGET (self)) / self->width;

  if (self->pull == 0 || self->stamp == NULL)
    return;
  MftPdfRect moved = mft_stamp_pull (&self->pulled_from, self->pull, x / scale, -y / scale,
                                     self->width, self->height);
  g_signal_emit (self, signals[STAMP_MOVED], 0, &moved);
}

static const char *
cursor_name (MftPull pull)
{
  switch ((guint) pull)
    {
    case 0:
      return NULL;
    case MFT_PULL_ALL:
      return "move";
    case MFT_PULL_LEFT:
    case MFT_PULL_RIGHT:
      return "ew-resize";
    case MFT_PULL_TOP:
    case MFT_PULL_BOTTOM:
      return "ns-resize";
    case MFT_PULL_LEFT | MFT_PULL_TOP:
    case MFT_PULL_RIGHT | MFT_PULL_BOTTOM:
      return "nwse-resize";
    default:
      return "nesw-resize";
    }
}

static void
motion_cb (MftDocumentSheet *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_name (pull_at (self, x, y)));
}

static void
moved_cb (MftDocumentSheet *self, const MftPdfRect *rect)
{
  g_signal_emit (self, signals[STAMP_MOVED], 0, rect);
}

/* Only a page with a stamp listens. */
static void
add_stamp (MftDocumentSheet *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->stamp = MFT_STAMP_FRAME (mft_stamp_frame_new ());
  mft_stamp_frame_set_page (self->stamp, self->width, self->height);
  gtk_widget_set_parent (GTK_WIDGET (self->stamp), widget);
  g_signal_connect_swapped (self->stamp, "moved", G_CALLBACK (moved_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (drag), "stamp");
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, motion);
}

static void
mft_document_sheet_dispose (GObject *object)
{
  g_clear_pointer ((GtkWidget **) &MFT_DOCUMENT_SHEET (object)->stamp, gtk_widget_unparent);
  G_OBJECT_CLASS (mft_document_sheet_parent_class)->dispose (object);
}

static void
mft_document_sheet_finalize (GObject *object)
{
  MftDocumentSheet *self = MFT_DOCUMENT_SHEET (object);

  g_clear_object (&self->texture);
  g_clear_object (&self->page);
  mft_page_marks_clear (&self->marks);
  G_OBJECT_CLASS (mft_document_sheet_parent_class)->finalize (object);
}

static void
mft_document_sheet_class_init (MftDocumentSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mft_document_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = mft_document_sheet_finalize;
  widget_class->get_request_mode = mft_document_sheet_get_request_mode;
  widget_class->measure = mft_document_sheet_measure;
  widget_class->size_allocate = mft_document_sheet_size_allocate;
  widget_class->snapshot = mft_document_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[STAMP_MOVED] = g_signal_new ("stamp-moved", MFT_TYPE_DOCUMENT_SHEET, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
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
mft_document_sheet_set_marks (MftDocumentSheet *self, GArray *found, GArray *selected)
{
  mft_page_marks_set (&self->marks, found, selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mft_document_sheet_set_natural_width (MftDocumentSheet *self, int natural_width)
{
  self->natural_width = natural_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
mft_document_sheet_set_stamp (MftDocumentSheet *self, const MftStampContent *content,
                              const MftPdfRect *rect, gboolean movable)
{
  if (content == NULL)
    {
      if (self->stamp != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->stamp), FALSE);
      return NULL;
    }
  if (self->stamp == NULL)
    add_stamp (self);
  gtk_widget_set_visible (GTK_WIDGET (self->stamp), TRUE);
  mft_stamp_frame_set (self->stamp, content, rect);
  mft_stamp_frame_set_movable (self->stamp, movable);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return GTK_WIDGET (self->stamp);
}
